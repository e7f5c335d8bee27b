import pytest

from browser import Browser
from service import Service


@pytest.fixture(scope="session")
def service():
    """The sample roles and profiles, which no test changes."""
    with Service() as service:
        yield service


@pytest.fixture(scope="session")
def windows():
    """A window with scripts and one without, which all tests share."""
    windows = {}
    yield windows
    for window in windows.values():
        window.driver.quit()


@pytest.fixture
def window(windows):
    """Gives a window that looks at a service; afterwards nobody else was asked, and nothing complained."""
    used = []

    def window(service, scripts=True):
        if scripts not in windows:
            windows[scripts] = Browser(scripts)
        browser = windows[scripts]
        browser.base = service.base
        browser.look("light")
        browser.driver.delete_all_cookies()
        browser.open("/health")
        browser.requests(), browser.complaints()
        used.append(browser)
        return browser

    yield window
    for browser in used:
        strangers = {url for url in browser.requests()
                     if not url.startswith((browser.base + "/", "data:", "about:"))}
        assert not strangers
        assert not browser.complaints()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def browser(request, window, service):
    return window(service, request.param)

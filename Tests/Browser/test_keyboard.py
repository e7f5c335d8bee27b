"""With the keyboard alone."""
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from test_pages import RESUME

PAGES = ["/", "/candidates", "/workspace", "/market", "/login"]

NAME = """
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: e.getAttribute("name") || e.getAttribute("href") || e.textContent.trim(),
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top < innerHeight
      && box.bottom > 0,
  };"""


def press(browser, *keys):
    ActionChains(browser.driver).send_keys(*keys).perform()


def stops(browser, most):
    """Where the focus goes from the start of the page on."""
    found = []
    for _ in range(most):
        press(browser, Keys.TAB)
        stop = browser.run(NAME)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_the_focus_goes_through_the_page_and_is_seen(window, service, path):
    browser = window(service)
    browser.open(path)
    found = stops(browser, 24)
    names = [stop["name"] for stop in found]
    assert names[:5] == ["#main", "/", "/candidates", "/market", "/workspace"]
    for stop in found:
        assert stop["outline"] and stop["seen"], stop


@pytest.mark.parametrize("path, fields", [
    ("/", ["file", "resume", "profile", "words", "fit", "workplace", "workplace", "workplace",
           "eligible", "open", "min_pay", "currency", "location", "Rank the roles"]),
    ("/candidates", ["role", "names", "Rank the candidates"]),
    ("/workspace", ["file", "kind", "Add"]),
    ("/login", ["key", "Go on"]),
])
def test_the_focus_reaches_every_field_in_order_and_the_submit_button(window, service, path, fields):
    browser = window(service)
    browser.open(path)
    names = [stop["name"] for stop in stops(browser, 20 + len(fields))][5:]
    assert [name for name in names if name in fields][:len(fields)] == fields


def test_the_skip_link_leads_past_the_navigation(browser):
    browser.open("/")
    press(browser, Keys.TAB)
    press(browser, Keys.ENTER)
    assert browser.path == "/#main"
    press(browser, Keys.TAB)
    assert browser.run(NAME)["name"] == "file"


def test_a_resume_is_ranked_and_explained_without_a_pointer(browser):
    browser.open("/")
    for _ in range(7):
        press(browser, Keys.TAB)
    press(browser, RESUME)
    names = []
    while "Rank the roles" not in names:
        press(browser, Keys.TAB)
        names.append(browser.run(NAME)["name"])
    browser.leave(lambda: press(browser, Keys.ENTER))
    assert browser.path.startswith("/match?")
    while not browser.path.startswith("/explain"):
        press(browser, Keys.TAB)
        if browser.run(NAME)["name"].startswith("/explain"):
            browser.leave(lambda: press(browser, Keys.ENTER))
    assert browser.one("#documents")


def test_words_of_the_explanation_are_reached_and_seen(window, service):
    browser = window(service)
    browser.open("/explain?profile=maya-okafor&role=backend-engineer")
    found = stops(browser, 40)
    assert len(found) == 40
    for stop in found:
        assert stop["outline"] and stop["seen"], stop

"""A service that others can reach asks for a key."""
import urllib.error
import urllib.request

import pytest

from service import Service


@pytest.fixture(scope="module")
def guarded():
    with Service("--host", "0.0.0.0", "--host-name", "localhost", samples=False, profiles=False,
                 key="write") as service:
        yield service


def log_in(browser, key):
    browser.open("/")
    assert browser.path == "/login"
    browser.one("input[name=key]").send_keys(key)
    browser.follow(browser.one("main button"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_key_opens_the_pages(window, guarded, scripts):
    browser = window(guarded, scripts)
    log_in(browser, guarded.key)
    assert browser.path == "/"
    assert browser.one("h1").text == "Match a résumé"
    cookie = browser.driver.get_cookie("rolefit-key")
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict"
    browser.open("/workspace")
    assert browser.all("main form")


def test_a_wrong_key_is_refused(window, guarded):
    browser = window(guarded)
    log_in(browser, "rolefit_00000000_" + "0" * 64)
    assert browser.one("[role=alert]").text == "This key does not hold (any more)."
    assert browser.axe() == []
    assert not browser.driver.get_cookies()


def test_a_key_to_read_changes_nothing(window, guarded):
    browser = window(guarded)
    log_in(browser, guarded.add_key("read"))
    browser.open("/workspace")
    assert "0 roles and 0 profiles" in browser.main and not browser.all("main form")


def test_a_key_that_is_taken_back_closes_the_pages(window, guarded):
    browser = window(guarded)
    key = guarded.add_key("read")
    log_in(browser, key)
    guarded.run("keys", "revoke", key.split("_")[1], "--workspace", guarded.workspace)
    browser.open("/market")
    assert browser.path == "/login"


def test_pages_tell_nothing_without_a_key(guarded):
    for path in ["/", "/workspace", "/market", "/v1/roles"]:
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(guarded.base + path)
        assert refusal.value.code == 401

"""Each page in light, in dark and on a phone: it fits, it is accessible, and its picture is kept."""
import pytest

from browser import LOOKS

ROLE, PROFILE = "backend-engineer", "maya-okafor"
PAGES = {
    "match": "/",
    "ranking": f"/match?profile={PROFILE}",
    "explain": f"/explain?profile={PROFILE}&role={ROLE}",
    "candidates": "/candidates",
    "candidates-hidden": f"/candidates?role={ROLE}",
    "candidates-shown": f"/candidates?role={ROLE}&names=yes",
    "compare": f"/candidates/compare?role={ROLE}",
    "workspace-merge": f"/workspace/merge?id={PROFILE}&id=tobias-lindqvist",
    "market": "/market",
    "market-part": "/market?workplace=remote",
    "market-roles": "/market/roles?workplace=remote",
    "workspace": "/workspace?note=2%20read",
    "login": "/login",
    "problem": "/match?profile=nobody",
}


def show(browser, page):
    address = PAGES[page]
    if page == "compare":
        # Candidates are known by references, which their list has.
        browser.open(PAGES["candidates-hidden"])
        values = [browser.all(f"input[name={side}]")[at].get_attribute("value")
                  for at, side in enumerate("ab")]
        address += "&a={}&b={}".format(*values)
    browser.open(address)
    assert (browser.run("return performance.getEntriesByType('navigation')[0].responseStatus")
            == (404 if page == "problem" else 200))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_and_is_accessible(window, service, page, look):
    browser = window(service)
    browser.look(look)
    show(browser, page)
    browser.picture(f"{page}-{look}")
    wide, room = browser.run(
        "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
    assert wide <= room
    assert browser.axe() == []


@pytest.mark.parametrize("page", ["explain", "market"])
def test_a_page_on_paper_shows_its_content_and_no_controls(window, service, page):
    browser = window(service)
    show(browser, page)
    browser.media("print")
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 680, "height": 960, "deviceScaleFactor": 1, "mobile": False})
    browser.picture(f"{page}-print")
    assert not browser.one("nav.site").is_displayed()
    assert browser.one("h1").is_displayed()
    paper, ink = browser.run(
        "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
    assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    if page == "market":
        assert browser.run(
            "return [...document.querySelectorAll('details table')].every("
            "t => t.checkVisibility({contentVisibilityAuto: true}) && t.offsetHeight > 0)")
    wide, room = browser.run(
        "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
    assert wide <= room


@pytest.mark.parametrize("path", ["/explain", "/market"])
def test_a_page_prints_on_paper(window, service, path):
    browser = window(service)
    show(browser, path[1:])
    assert browser.driver.print_page().startswith("JVBER")  # "%PDF"

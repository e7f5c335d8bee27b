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
    "market": "/market",
    "market-part": "/market?workplace=remote",
    "market-roles": "/market/roles?workplace=remote",
    "workspace": "/workspace?note=2%20read",
    "login": "/login",
    "problem": "/match?profile=nobody",
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_and_is_accessible(window, service, page, look):
    browser = window(service)
    browser.look(look)
    browser.open(PAGES[page])
    browser.picture(f"{page}-{look}")
    wide, room = browser.run(
        "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
    assert wide <= room
    assert browser.axe() == []


@pytest.mark.parametrize("page", ["explain", "market"])
def test_a_page_on_paper_shows_its_content_and_no_controls(window, service, page):
    browser = window(service)
    browser.open(PAGES[page])
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
    browser.open(PAGES[path[1:]])
    assert browser.driver.print_page().startswith("JVBER")  # "%PDF"

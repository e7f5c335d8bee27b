"""A way through each page, with scripts and without."""
import json
import urllib.request

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.support.select import Select

from service import PROFILES, Service

RESUME = """Mira Holt
mira@example.org

Experience
2019 - 2023 Backend engineer, Harbour Software
Built HTTP services in Python and PostgreSQL, deployed with Docker and Kubernetes.

Education
Bachelor of Computer Science, Tarn University
"""


def submit(browser):
    browser.follow(browser.one("main form button[type=submit]"))


def refused(browser, words):
    """Sends the form and waits for why it is refused: in place with scripts, on a page without."""
    browser.one("main form button[type=submit]").click()
    browser.wait(lambda: words in browser.main)


def fits(browser):
    return [int(text) for text in browser.texts("ol.roles .fit b") if text.isdigit()]


# Match


def test_a_pasted_resume_is_ranked(browser):
    browser.open("/")
    browser.one("textarea").send_keys(RESUME)
    submit(browser)
    assert browser.path.startswith("/match?profile=visit-")
    assert browser.one("h1").text == "Your résumé"
    assert len(browser.all("ol.roles > li")) == 25
    assert fits(browser) == sorted(fits(browser), reverse=True)
    browser.open("/candidates?role=backend-engineer&names=yes")
    assert "visit-" not in browser.main


def test_a_resume_from_a_file_is_ranked(browser):
    browser.open("/")
    browser.one("input[type=file]").send_keys(str(PROFILES / "tobias-lindqvist.md"))
    submit(browser)
    assert browser.one("h1").text == "Your résumé"
    assert fits(browser)


def test_a_stored_profile_is_ranked(browser):
    browser.open("/")
    Select(browser.one("select[name=profile]")).select_by_value("ines-carvalho")
    submit(browser)
    assert browser.one("h1").text == "ines-carvalho"


def test_nothing_at_all_is_refused_with_what_is_missing(browser):
    browser.open("/")
    refused(browser, "Give a résumé")
    if browser.scripts:
        browser.one("textarea").send_keys(RESUME)
        submit(browser)
        assert browser.path.startswith("/match?")
    else:
        browser.follow(browser.link("Start anew"))
        assert browser.path == "/"


def test_wishes_pass_over_roles_and_stay_in_the_address(browser):
    browser.open("/")
    browser.one("textarea").send_keys(RESUME)
    browser.one("[name=min_pay]").send_keys("90,000")
    browser.one("[name=location]").send_keys("Chicago, IL")
    browser.one("[name=workplace][value=remote]").click()
    browser.one("[name=eligible]").click()
    submit(browser)
    assert "Passed over because of what you want" in browser.main
    for part in ["eligible=yes", "workplace=remote", "min_pay=90%2C000", "Chicago%2C%20IL"]:
        assert part in browser.path
    assert not browser.all(".gate.fail")


def test_an_unknown_place_is_refused_with_a_hint(browser):
    browser.open("/")
    browser.one("textarea").send_keys(RESUME)
    browser.one("[name=location]").send_keys("Nowhere at all")
    submit(browser)
    assert "No such place is known" in browser.main


# Ranking


def test_roles_are_sorted_by_pay_and_employer(browser):
    browser.open("/match?profile=maya-okafor")
    by_fit = browser.texts("ol.roles h2")
    browser.follow(browser.link("employer"))
    employers = [text.split(" · ")[0] for text in browser.texts("ol.roles h2 + p bdi")]
    with urllib.request.urlopen(browser.base + "/v1/roles?limit=100") as answer:
        known = {role.get("employer") for role in json.load(answer)["items"]}
    named = [employer for employer in employers if employer in known]
    assert len(named) > 10 and named == sorted(named)
    browser.follow(browser.link("pay"))
    assert browser.one("p.orders strong").text == "pay"
    assert sorted(browser.texts("ol.roles h2")) == sorted(by_fit)
    browser.follow(browser.link("fit"))
    assert browser.texts("ol.roles h2") == by_fit


def test_more_roles_are_shown(browser):
    browser.open("/match?profile=maya-okafor&top=5")
    assert len(browser.all("ol.roles > li")) == 5
    browser.follow(browser.link("Show more"))
    assert len(browser.all("ol.roles > li")) == 20


def test_a_match_leads_to_its_explanation(browser):
    browser.open("/match?profile=maya-okafor")
    first, fit = browser.one("ol.roles h2 a"), browser.one("ol.roles .fit b").text
    title = first.text
    browser.follow(first)
    assert browser.one("h1").text == title
    assert browser.one(".fit .value strong").text == fit


# Explanation


EXPLANATION = "/explain?profile=maya-okafor&role=backend-engineer"


def lit(browser):
    return {element.get_attribute("id") or element.tag_name for element in browser.all(".lit")}


@pytest.mark.parametrize("side", ["#resume mark a.to", "#posting mark a.to", "#requirements .words a"])
def test_evidence_under_the_pointer_or_the_focus_marks_the_other_side(window, service, side):
    browser = window(service)
    browser.open(EXPLANATION)
    link = browser.one(side)
    target = link.get_attribute("href").split("#")[1]
    ActionChains(browser.driver).scroll_to_element(link).move_to_element(link).perform()
    assert target in lit(browser)
    ActionChains(browser.driver).move_to_element(browser.one("#documents h2")).perform()
    assert not lit(browser)
    browser.run("arguments[0].focus()", link)
    assert target in lit(browser)


@pytest.mark.parametrize("side", ["#resume mark a.to", "#posting mark a.to", "#requirements .words a"])
def test_evidence_leads_to_the_other_side(browser, side):
    browser.open(EXPLANATION)
    link = browser.one(side)
    target = link.get_attribute("href").split("#")[1]
    link.click()
    assert browser.one(":target").get_attribute("id") == target


def test_without_scripts_nothing_is_lit(window, service):
    browser = window(service, scripts=False)
    browser.open(EXPLANATION)
    link = browser.one("#resume mark a.to")
    ActionChains(browser.driver).scroll_to_element(link).move_to_element(link).perform()
    assert not lit(browser)


def test_all_links_within_an_explanation_lead_somewhere(window, service):
    browser = window(service)
    browser.open(EXPLANATION)
    assert browser.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
        ".filter(id => !document.getElementById(id))") == []


# Candidates


def test_names_of_candidates_are_hidden_until_they_are_asked_for(browser):
    browser.open("/candidates")
    Select(browser.one("select[name=role]")).select_by_value("backend-engineer")
    submit(browser)
    names = browser.texts("ol.roles h2")
    assert names == [f"Candidate {rank}" for rank in range(1, len(names) + 1)]
    browser.one("[name=names]").click()
    submit(browser)
    shown = browser.texts("ol.roles h2")
    assert len(shown) == len(names) and "maya-okafor" in shown
    assert Select(browser.one("select[name=role]")).first_selected_option.get_attribute(
        "value") == "backend-engineer"
    browser.follow(browser.link("maya-okafor"))
    assert "maya-okafor" in browser.one("p.pair").text


# Market


def test_a_figure_of_the_market_leads_to_the_roles_that_it_counts(browser):
    browser.open("/market")
    browser.one("#workplaces summary").click()
    figure = browser.one("#workplaces details td a")
    count = int(figure.text)
    browser.follow(figure)
    assert browser.path.startswith("/market/roles?")
    assert len(browser.all("main li")) == count
    assert browser.one("h1").text == ("One role" if count == 1 else f"{count} roles")
    browser.follow(browser.link("Their figures"))
    assert browser.one(".market .figures strong").text == str(count)


def test_a_role_of_the_market_leads_to_its_candidates(browser):
    browser.open("/market/roles?workplace=remote")
    browser.follow(browser.one("main li a"))
    assert browser.path.startswith("/candidates?role=")
    assert browser.all("ol.roles > li")


# Workspace


@pytest.fixture(scope="module")
def empty_service():
    with Service(samples=False, profiles=False) as service:
        yield service


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_files_are_added_refused_with_the_reason_and_removed(
        window, empty_service, tmp_path, scripts):
    browser = window(empty_service, scripts)
    browser.open("/")
    assert "There are no roles yet" in browser.main
    browser.follow(browser.link("add postings"))
    good, bad = tmp_path / "night baker; Leeds.txt", tmp_path / "oven.bin"
    good.write_text("Night baker\nOvens & Sons, Leeds\n\nRequirements\n- Two years at a deck oven\n")
    bad.write_bytes(b"a\0b\xff\xfe" * 20)
    browser.one("input[type=file]").send_keys(f"{good}\n{bad}")
    submit(browser)
    assert browser.one("main > [role=status]").text == "1 read, 1 refused: see below"
    assert browser.texts("table.list bdi") == ["night baker; Leeds", "Night baker", "Ovens & Sons"]
    assert browser.texts("main > ul li")[0] == "oven.bin: it is no document and no text"

    browser.one("input[type=file]").send_keys(str(PROFILES / "maya-okafor.json"))
    Select(browser.one("select[name=kind]")).select_by_value("profile")
    submit(browser)
    assert browser.one("p.lead").text.startswith("1 role and 1 profile,")

    for name in ["night baker; Leeds", "maya-okafor"]:
        browser.follow(browser.one(f"button[aria-label='Remove {name}']"))
        assert browser.one("main > [role=status]").text == "1 removed"
    assert not browser.all("table.list")


def test_a_form_without_files_says_so(window, empty_service):
    browser = window(empty_service)
    browser.open("/workspace")
    refused(browser, "Choose at least one file.")


def test_a_dropped_file_is_the_one_that_is_sent(window, empty_service):
    browser = window(empty_service)
    browser.open("/workspace")
    browser.run("""
      const form = document.querySelector("form[data-drop]"), transfer = new DataTransfer();
      transfer.items.add(new File(["Title: Weaver\\n\\nRequirements\\n- Two years at a loom\\n"], "weaver.txt"));
      for (const kind of ["dragover", "drop"]) {
        form.dispatchEvent(new DragEvent(
          kind, {dataTransfer: transfer, bubbles: true, cancelable: true}));
      }""")
    submit(browser)
    assert "weaver" in browser.texts("table.list bdi")
    browser.follow(browser.one("button[aria-label='Remove weaver']"))

"""Postings and résumés whose every field would be script: on every page they stay text."""
import json
import re
from html import unescape
from urllib.parse import quote

import pytest

from payloads import PAYLOADS
from service import Service

# What our pages are made of; nothing else may come to be.
TAGS = set("""a b bdi body button caption circle dd defs details div dl dt fieldset footer form g h1 h2
  h3 h4 head header html i input label legend li line link main mark meta nav ol option p path rect
  script section select small span strong summary svg symbol table tbody td text textarea tfoot th
  thead time title tr ul use desc""".split())

STRANGE = """
  const [tags] = arguments, strange = [];
  for (const e of document.querySelectorAll("*")) {
    const name = e.localName;
    if (!tags.includes(name)) strange.push(name);
    if (e.classList.contains("pwned")) strange.push(name + ".pwned");
    if (name === "script" && !/^\\/assets\\/[a-z]+\\.js$/.test(e.getAttribute("src"))) strange.push("script");
    if (name === "link" && !/^\\/assets\\/[a-z]+\\.css$/.test(e.getAttribute("href"))) strange.push("link");
    if (name === "meta" && e.hasAttribute("http-equiv")) strange.push("meta");
    for (const a of e.attributes) {
      if (a.name.startsWith("on") || a.name === "style" || a.name === "srcdoc") strange.push(a.name);
      if (["href", "xlink:href", "src", "action", "formaction", "data"].includes(a.localName)
          && !/^(\\/($|[^\\/])|#)/.test(a.value)) strange.push(a.name + "=" + a.value);
    }
  }
  if (window.__pwned) strange.push("a script ran");
  return strange;"""


def posting(number, payload):
    return {
        "id": f"role {number} {payload}", "title": f"Baker {payload}", "company": f"Ovens {payload}",
        "location": f"Leeds {payload}", "description": f"We bake. {payload}",
        "requirements": [f"Two years of baking bread {payload}", payload],
        "text": f"Benefits\n- Bread {payload}\n"}


def resume(number, payload):
    return {
        "id": f"profile {number} {payload}",
        "text": f"{payload}\nMira Holt {payload}\nBaker {payload}\n\nExperience\n"
        f"Baker {payload}, Harbour Bakery {payload}, 01/2019 - 03/2023\n- Baking bread {payload}\n\n"
        f"Skills\nBread, {payload}, dough\n\nEducation\nBaker school {payload}, 2018\n"}


def json_resume(payload):
    return {
        "basics": {"name": f"Mira {payload}", "label": f"Baker {payload}", "summary": payload,
                   "url": payload, "location": {"city": payload}},
        "work": [{"name": payload, "position": f"Baker {payload}", "startDate": "2019-01",
                  "highlights": [f"Baking bread {payload}"]}],
        "skills": [{"name": payload, "keywords": ["bread", payload]}],
        "education": [{"institution": payload, "area": payload}]}


@pytest.fixture(scope="module")
def hostile():
    with Service(samples=False, profiles=False) as service:
        for path, make in [("/v1/roles", posting), ("/v1/profiles", resume)]:
            added = service.post(path, [make(*pair) for pair in enumerate(PAYLOADS)])
            assert len(added["added"]) == len(PAYLOADS) and not added["refused"]
        for number, payload in enumerate(PAYLOADS):
            service.send(f"/v1/profiles?id={quote(f'json {number} {payload}')}"
                         f"&name={quote(payload)}.json", json.dumps(json_resume(payload), indent=1))
        yield service


@pytest.fixture
def hostile_window(window, hostile):
    """A window in which alarms are told of, and a script that runs would be."""
    browser = window(hostile)
    added = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
        "source": "window.pwned = window.alert = window.confirm = () => { window.__pwned = true };"})
    yield browser
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def holds(browser):
    assert browser.run(STRANGE, sorted(TAGS)) == []


def plain(text):
    """Without the letters that are not seen, some of which are left out when a text is read."""
    return re.sub("[\u200b\u202e\u2066\u2069\ufeff]", "", text)


def text(browser):
    return plain(browser.run("return document.body.textContent"))


def address(kind, number):
    return quote(f"{kind} {number} {PAYLOADS[number]}", safe="")


def test_there_are_fifty_of_them():
    assert len(set(PAYLOADS)) == 50


def test_an_element_that_is_none_of_ours_is_noticed(hostile_window):
    hostile_window.open("/")
    hostile_window.run("""
      const e = document.body.appendChild(document.createElement("u"));
      e.className = "pwned";
      e.setAttribute("src", "//evil.example/");
      window.alert();""")
    assert hostile_window.run(STRANGE, sorted(TAGS)) == [
        "u", "u.pwned", "src=//evil.example/", "a script ran"]


@pytest.mark.parametrize("path", [
    "/", "/candidates", "/workspace", "/market", "/market/roles",
    "/match?top=100&profile=" + address("profile", 0), "/match?top=100&sort=employer&profile=" + address("json", 5),
    "/candidates?names=yes&role=" + address("role", 0), "/candidates?role=" + address("role", 25)])
def test_lists_stay_text(hostile_window, path):
    hostile_window.open(path)
    assert hostile_window.one("h1").text != "There is no such thing"
    holds(hostile_window)
    if path == "/workspace":
        shown = text(hostile_window)
        for payload in PAYLOADS:
            assert plain(payload) in shown


@pytest.mark.parametrize("number", range(50))
def test_an_explanation_stays_text(hostile_window, number):
    for kind in (["profile", "json"] if number % 5 == 0 else ["profile"]):
        hostile_window.open(f"/explain?profile={address(kind, number)}&role={address('role', number)}")
        assert hostile_window.one("#documents")
        holds(hostile_window)
        assert plain(PAYLOADS[number]) in text(hostile_window)


def test_what_an_address_says_stays_text(hostile_window):
    for path in ["/workspace?note=", "/workspace?after=", "/match?profile=", "/market?skill=",
                 "/market/roles?category=", "/candidates?role=", "/match?profile=x&location="]:
        for payload in PAYLOADS[::7]:
            hostile_window.open(path + quote(payload, safe=""))
            holds(hostile_window)


def test_names_of_files_stay_text(hostile_window):
    hostile_window.open("/workspace")
    hostile_window.run("""
      const transfer = new DataTransfer();
      for (const [index, name] of arguments[0].entries()) {
        transfer.items.add(new File([index % 2 ? "a\\0b" : "Title: Baker\\n\\nRequirements\\n- Bread " + index], name));
      }
      document.querySelector("input[type=file]").files = transfer.files;""", PAYLOADS)
    hostile_window.follow(hostile_window.one("main form.sheet button"))
    # Some names have the same stem, and take each other's place.
    words = hostile_window.one("main > [role=status]").text
    assert words.startswith("25 read, ") and words.endswith(", 25 refused: see below")
    holds(hostile_window)


def test_a_pasted_resume_of_all_stays_text(hostile_window):
    hostile_window.open("/")
    hostile_window.run("document.querySelector('textarea').value = arguments[0]",
                       "Mira Holt\n\nExperience\nBaker, 2019 - 2023\n" + "\n".join(PAYLOADS))
    hostile_window.follow(hostile_window.one("main form button"))
    holds(hostile_window)
    hostile_window.follow(hostile_window.one("ol.roles a"))
    holds(hostile_window)
    shown = text(hostile_window)
    # Entities of a text are read as what they stand for.
    assert [payload for payload in PAYLOADS
            if plain(payload) not in shown and unescape(plain(payload)) not in shown] == []

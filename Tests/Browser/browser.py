"""Chromium without a window, and what the tests ask of it."""
import base64
import json
import pathlib

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service as Driver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

PICTURES = pathlib.Path(__file__).parents[2] / ".build" / "browser"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

# Each look: media features, and the size of the window.
LOOKS = {
    "light": ({"prefers-color-scheme": "light"}, (1280, 900)),
    "dark": ({"prefers-color-scheme": "dark"}, (1280, 900)),
    "phone": ({"prefers-color-scheme": "light"}, (390, 844)),
}


class Browser:
    """A window with a profile of its own; with `scripts=False` no page's script runs."""

    def __init__(self, scripts=True):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
                         "--disable-gpu", "--no-proxy-server", "--disable-background-networking",
                         "--disable-component-update", "--no-first-run", "--lang=en", "--hide-scrollbars",
                         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not scripts:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.driver = webdriver.Chrome(options=options, service=Driver("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(60)
        self.driver.implicitly_wait(0)
        self.scripts = scripts
        self.base = ""

    def open(self, path):
        self.driver.get(self.base + path)

    def follow(self, element):
        """Clicks, and waits for the next page."""
        self.leave(element.click)

    def leave(self, act):
        """Does what leads to another page, and waits for that."""
        self.run("window.__left = false")
        act()
        WebDriverWait(self.driver, 60, 0.02, [WebDriverException]).until(
            lambda _: self.run("return window.__left === undefined"
                               " && document.readyState === 'complete'"))

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.base)

    def wait(self, holds):
        """Waits until something holds, on this page or the next."""
        WebDriverWait(self.driver, 60, 0.05, [WebDriverException]).until(lambda _: holds())

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def link(self, words):
        return self.driver.find_element(By.LINK_TEXT, words)

    def texts(self, selector):
        return [element.text for element in self.all(selector)]

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    @property
    def main(self):
        return self.one("main").text

    # What was asked of whom, and what was complained of.

    def requests(self):
        """The addresses that were asked for since the last call."""
        messages = (json.loads(e["message"])["message"] for e in self.driver.get_log("performance"))
        return [m["params"]["request"]["url"] for m in messages
                if m["method"] == "Network.requestWillBeSent"]

    def complaints(self):
        """Errors and warnings since the last call, beside the status of a page that was refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")
                and "the server responded with a status of 4" not in entry["message"]]

    # Looks.

    def look(self, name):
        features, (width, height) = LOOKS[name]
        self.media("screen", features)
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": name == "phone"})

    def media(self, media, features={}):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media,
            "features": [{"name": n, "value": v} for n, v in features.items()]})

    def picture(self, name):
        """The whole page as .build/browser/NAME.png."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
        (PICTURES / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def axe(self):
        """Violations of axe-core's rules whose impact is serious or critical, a line each."""
        self.run(AXE + ";window.axe = axe")
        found = self.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations))")
        return [f"{v['id']}: {v['help']}: {node['html'][:200]} ({node['failureSummary']})"
                for v in found if v["impact"] in ("serious", "critical")
                for node in v["nodes"][:3]]

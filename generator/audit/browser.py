"""A headless Chromium of our own: found, started, and ended whatever happens."""

import logging
import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import msgspec
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.selenium_manager import SeleniumManager
from selenium.webdriver.remote.remote_connection import RemoteConnection
from urllib3.exceptions import HTTPError, TimeoutError  # noqa: A004 - its own, of a driver that does not answer

from accessibility_rules import BROWSER_RULES, axe
from accessibility_rules.browser import script as rules_script
from accessibility_rules.vendored import VendoredFileChangedError
from generator.audit import in_page
from generator.errors import AuditError

_SECONDS = 60  # for one page to load, and again for axe to read it
_GRACE = 10  # seconds in which the driver says that it was in vain, or ends; what it does not bound by itself ends then, too
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Viewport(msgspec.Struct, frozen=True):
    """What a reader sees of a page, in CSS pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


# The second is the first at 400 %, where nothing may be lost (WCAG 2.1, 1.4.10).
VIEWPORTS = (Viewport(1280, 1024), Viewport(320, 256))
ZOOMED = Viewport(640, 512)  # the first at 200 % (WCAG 2.1, 1.4.4)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--force-prefers-reduced-motion",  # nothing is measured in the middle of a transition
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # pages are judged by what they bring along
    f"--window-size={VIEWPORTS[0].width},{VIEWPORTS[0].height}",
    "--lang=fi",
)
_KEEP_ALL = "performance.setResourceTimingBufferSize(100000);"  # 250 files by default: the rest would not be noticed
# What asks a question is told what somebody says who closes it; the driver would break off the script that is running.
_CLOSED = "window.alert = window.print = () => undefined; window.confirm = () => false; window.prompt = () => null;"
# A page that leads elsewhere by itself (a redirect) is read before it does.
_STAY = "if (window === top) navigation.addEventListener('navigate', (e) => { if (!e.hashChange) e.preventDefault(); });"


class Installed(msgspec.Struct, frozen=True):
    """Where Chromium and its driver are on this machine."""

    browser: str
    driver: str


def installed() -> Installed | None:
    """Return the browser and driver on PATH, otherwise those that Selenium's manager has fetched before."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return Installed(browser, driver) if browser and driver else by_selenium_manager("--offline")


def by_selenium_manager(*arguments: str) -> Installed | None:
    """Return what Selenium's manager keeps in the user's cache, or fetches there; None when it cannot."""
    logging.getLogger("selenium").setLevel(logging.ERROR)  # its warnings would stand where one sentence of ours does
    try:
        paths = SeleniumManager().binary_paths(["--browser", "chrome", "--avoid-stats", *arguments])
    except WebDriverException:
        return None
    found = Installed(paths.get("browser_path", ""), paths.get("driver_path", ""))
    return found if Path(found.browser).is_file() and Path(found.driver).is_file() else None


@contextmanager
def browser_with_axe() -> Iterator[Chrome]:
    """Yield a browser in which every page it opens has axe, our rules for the browser, and what the audit does in a page.

    Raises:
        AuditError: there is none, or it did not start, or it died on the way.

    """
    scripts = (f"{_axe()};{_CLOSED}{_STAY}{_KEEP_ALL}", rules_script(BROWSER_RULES), in_page.script())
    with plain_browser() as driver:
        for script in scripts:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
        driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        yield driver


@contextmanager
def plain_browser() -> Iterator[Chrome]:
    """Yield a browser that adds nothing to the pages it opens.

    Raises:
        AuditError: there is none, or it did not start, or it died on the way.

    """
    with TemporaryDirectory(prefix="pykala-audit-", ignore_cleanup_errors=True) as profile:
        driver = _start(profile)
        try:
            driver.set_page_load_timeout(_SECONDS)
            _give(driver, _SECONDS)
            yield driver
        except (WebDriverException, HTTPError, OSError) as error:
            _kill(driver)
            raise AuditError("audit.browser_died", kind=type(error).__name__) from error
        except AuditError:
            _kill(driver)  # it may be in the middle of a script without an end, and would not hear that it should go
            raise
        finally:
            _end(driver)


@contextmanager
def in_time(page: str) -> Iterator[None]:
    """Let *page* be named when the browser does not come to an end with it.

    Raises:
        AuditError: it does not.

    """
    try:
        yield
    except (TimeoutException, TimeoutError) as error:
        raise AuditError("audit.page_timed_out", where=page) from error


@contextmanager
def colours(driver: Chrome, media: Mapping[str, str]) -> Iterator[None]:
    """Let the reader of every page prefer *media*, such as {"prefers-color-scheme": "dark"}, for as long as this lasts."""
    features = [{"name": name, "value": value} for name, value in media.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    yield
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@contextmanager
def time_for(driver: Chrome, pages: int) -> Iterator[None]:
    """Give scripts the time that one page has for each of *pages*, for as long as this lasts."""
    _give(driver, _SECONDS * pages)
    yield
    _give(driver, _SECONDS)


def resize(driver: Chrome, viewport: Viewport) -> None:
    """Show the page in *viewport*; a window would take some of its height for its own edge."""
    metrics = {**msgspec.structs.asdict(viewport), "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def _axe() -> str:
    try:
        return axe.source()
    except VendoredFileChangedError as error:
        raise AuditError("audit.axe_changed") from error


def _start(profile: str) -> Chrome:
    found = installed()
    if found is None:
        raise AuditError("audit.browser_missing")
    options = ChromeOptions()
    options.binary_location = found.browser
    options.unhandled_prompt_behavior = "dismiss"
    for flag in (*_FLAGS, f"--user-data-dir={profile}", *_root_flags()):
        options.add_argument(flag)
    try:
        return Chrome(options=options, service=Service(executable_path=found.driver))
    except (WebDriverException, HTTPError, OSError) as error:
        raise AuditError("audit.browser_not_started", kind=type(error).__name__) from error


def _root_flags() -> tuple[str, ...]:
    """Chromium's sandbox refuses to start as root."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()


def _give(driver: Chrome, seconds: int) -> None:
    driver.set_script_timeout(seconds)
    _wait(driver, seconds + _GRACE)


def _wait(driver: Chrome, seconds: int) -> None:
    """Bound all that is asked of the driver: by itself it waits for ever for a key that a page does not take."""
    connection = cast("RemoteConnection", driver.command_executor)  # a string only where one is passed in
    connection.client_config.timeout = seconds


def _end(driver: Chrome) -> None:
    _wait(driver, _GRACE)
    driver.quit()
    _kill(driver)  # a driver that died leaves its browser behind


def _kill(driver: Chrome) -> None:
    process_id = driver.capabilities.get("goog:processID")
    if process_id:
        with suppress(ProcessLookupError):
            os.kill(process_id, signal.SIGKILL)

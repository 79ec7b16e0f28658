"""The invented town, made and indexed once for all tests, and a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from accessibility_rules import axe
from generator.audit.browser import installed
from generator.audit.server import served
from generator.rendering.plugin import shells as build_shells
from generator.rendering.shell import Shells
from tests.rendering.factory import configuration
from tests.search.town import staged


@pytest.fixture(scope="session")
def shells(tmp_path_factory: pytest.TempPathFactory) -> Shells:
    folder = tmp_path_factory.mktemp("mkdocs")
    return build_shells(configuration(folder), folder / "built")


@pytest.fixture(scope="session")
def town_site(shells: Shells, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged(shells, tmp_path_factory.mktemp("staging") / "site")


@pytest.fixture(scope="session")
def root(town_site: Path) -> Iterator[str]:
    with served(town_site) as address:
        yield address


@pytest.fixture(scope="session")
def chrome() -> Iterator[Chrome]:
    """A browser with axe; unlike the audit's, it goes where a page sends it."""
    found = installed()
    assert found, "there is no browser: run make browser"
    options = ChromeOptions()
    options.binary_location = found.browser
    for flag in ("--headless=new", "--lang=fi", *(["--no-sandbox"] if os.geteuid() == 0 else [])):
        options.add_argument(flag)
    driver = Chrome(options=options, service=Service(executable_path=found.driver))
    try:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": axe.source()})
        driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        yield driver
    finally:
        driver.quit()

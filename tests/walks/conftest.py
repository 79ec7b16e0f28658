"""The published example in a browser, with the scripts of pages switched off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from generator.audit.browser import VIEWPORTS, browser_with_axe, resize
from generator.audit.server import served
from generator.config import Settings
from generator.pipeline import Outcome
from tests.walks.reader import Reader


@pytest.fixture(scope="session")
def site(example: tuple[Settings, Outcome]) -> Path:
    return example[0].site_dir


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def chrome() -> Iterator[Chrome]:
    with browser_with_axe() as driver:
        yield driver


@pytest.fixture
def reader(chrome: Chrome, root: str) -> Iterator[Reader]:
    """Who reads the example without scripts, in a wide window."""
    resize(chrome, VIEWPORTS[0])
    switch_scripts(chrome, on=False)
    yield Reader(chrome, root)
    switch_scripts(chrome, on=True)


def switch_scripts(chrome: Chrome, *, on: bool) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not on})

"""Every rule for the browser against its own pages: the first word of a name is the outcome it must have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from accessibility_rules import BROWSER_RULES, Outcome, Window
from generator.audit.browser import VIEWPORTS, ZOOMED, browser_with_axe, resize
from generator.audit.hands import judge
from generator.audit.server import served

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
PAGES = sorted(page for rule in BROWSER_RULES for page in (HERE / rule).glob("*.html"))
OUTCOMES = {outcome.value.lower(): outcome for outcome in Outcome}
VIEWPORT = {Window.WIDE: VIEWPORTS[0], Window.ZOOMED: ZOOMED}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with browser_with_axe() as running:
        yield running


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    with served(HERE) as address:
        yield address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_page_has_the_outcome_in_its_name(page: Path, browser: Chrome, root: str) -> None:
    rule = page.parent.name
    expected = OUTCOMES[page.name.partition("-")[0]]
    resize(browser, VIEWPORT[BROWSER_RULES[rule].window])
    browser.get(f"{root}/{rule}/{page.name}")

    outcomes = {place.outcome for place in judge(browser, [rule], page.name)[rule]} or {Outcome.INAPPLICABLE}

    # A page about a failure may hold passing elements; one about a pass may not hold failing ones.
    assert expected in outcomes
    assert outcomes <= {expected, Outcome.PASSED}

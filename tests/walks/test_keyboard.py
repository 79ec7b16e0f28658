"""The site by keyboard alone, without scripts, in Finnish and in Swedish, in a wide window and in a narrow one."""

from pathlib import Path

import pytest
from selenium.webdriver import Keys
from selenium.webdriver.support.ui import WebDriverWait

from generator.audit.browser import VIEWPORTS, Viewport, resize
from tests.walks.pages import APPEAL_DAY, LANGUAGES, MOMENT, Walk, front, kinds, walk
from tests.walks.reader import Reader

pytestmark = pytest.mark.browser
MENU_BUTTON = "return getComputedStyle(document.querySelector('.k-menu summary')).display !== 'none'"
PLAYER = """
const player = document.activeElement, track = player.textTracks[0];
return { captions: track.kind, language: track.language, mode: track.mode, at: player.currentTime, paused: player.paused,
  source: player.querySelector("source").src, shown: player.getBoundingClientRect().height > 0 };
"""
CAN_STOP = """
return [...document.querySelectorAll("a[href], summary, button, video[controls], audio[controls], [tabindex='0']")]
  .filter((node) => node.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length;
"""
wide_and_narrow = pytest.mark.parametrize("viewport", VIEWPORTS, ids=str)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@wide_and_narrow
@in_each_language
def test_a_reader_gets_from_the_front_page_to_a_decision_and_to_its_moment(
    site: Path, reader: Reader, language: str, viewport: Viewport
) -> None:
    way = walk(site, language, MOMENT)
    resize(reader.browser, viewport)
    go(reader, way)
    reader.tab_to(lambda focus: focus.address in links(reader, ".k-facts .k-watch"))
    reader.press(Keys.ENTER)
    WebDriverWait(reader.browser, 10).until(lambda _: reader.address != way.item)
    reader.tab_to(lambda focus: focus.tag == "video")
    player = reader.ask(PLAYER)
    assert (player["captions"], player["mode"], player["shown"]) == ("captions", "showing", True)

    reader.press(Keys.SPACE)
    start = int(player["source"].partition("#t=")[2])
    WebDriverWait(reader.browser, 20).until(lambda _: reader.ask(PLAYER)["at"] >= start)
    assert not reader.ask(PLAYER)["paused"]


@wide_and_narrow
@in_each_language
def test_a_reader_gets_from_the_front_page_to_a_decision_and_to_the_last_day_of_its_appeal(
    site: Path, reader: Reader, language: str, viewport: Viewport
) -> None:
    resize(reader.browser, viewport)
    go(reader, walk(site, language, APPEAL_DAY))

    headings = reader.ask("return [...document.querySelectorAll('main h2')].map((node) => node.id)")

    assert (headings[0], "appeal-date" in headings, "appeal" in headings) == ("decision", True, True)
    assert reader.ask("return document.querySelector('.k-appeal time').checkVisibility()")


@in_each_language
def test_the_menu_of_a_narrow_window_opens_and_closes_by_keyboard(reader: Reader, language: str) -> None:
    resize(reader.browser, VIEWPORTS[1])
    reader.open(front(language))
    assert reader.ask(MENU_BUTTON)

    reader.tab_to(lambda focus: focus.tag == "summary")
    reader.press(Keys.ENTER)
    assert reader.ask("return document.querySelector('.k-menu').open")
    entries = links(reader, ".k-menu a")
    assert [reader.tab().address for _ in entries] == entries

    reader.open(front(language))
    assert not reader.ask("return document.querySelector('.k-menu').open")


@in_each_language
def test_the_menu_of_a_wide_window_is_there_without_opening_it(reader: Reader, language: str) -> None:
    reader.open(front(language))
    assert not reader.ask(MENU_BUTTON)

    entries = links(reader, ".k-menu a")

    assert set(entries) <= {focus.address for focus in reader.stops()}


@in_each_language
def test_the_first_stop_leads_past_the_menu(site: Path, reader: Reader, language: str) -> None:
    reader.open(walk(site, language, MOMENT).item)
    skip = reader.tab()
    assert skip.address.endswith("#sisalto")

    reader.press(Keys.ENTER)
    inside = "return document.querySelector('#sisalto').contains(document.activeElement)"
    reader.tab()

    assert reader.ask(inside)


@wide_and_narrow
@in_each_language
def test_every_stop_of_every_kind_of_page_is_reached_is_seen_and_is_left_again(
    site: Path, reader: Reader, language: str, viewport: Viewport
) -> None:
    resize(reader.browser, viewport)
    for address in kinds(site, language):
        reader.open(address)

        assert len(reader.stops()) >= reader.ask(CAN_STOP), address


def go(reader: Reader, way: Walk) -> None:
    """Go by keyboard from the site's first page along *way*."""
    reader.open("/index.html")
    if way.front != reader.address:
        reader.follow(way.front)
    reader.follow(way.organization)
    reader.follow(way.meeting)
    reader.follow(way.item)


def links(reader: Reader, selector: str) -> list[str]:
    return list(reader.ask(f"return [...document.querySelectorAll('{selector}')].map((link) => link.href)"))

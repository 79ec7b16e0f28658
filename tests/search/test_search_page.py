"""The search page in a browser: by keyboard, without scripts, narrow, and under its own policy."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from accessibility_rules import Level, axe
from generator.audit.browser import VIEWPORTS, resize
from tests.search.town import BOARD, EARLIER, MANY, POST

pytestmark = pytest.mark.browser
_SECONDS = 30
_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then((found) => done(found.violations.map((one) => one.id)), (error) => done([String(error)]));
"""
_LISTEN = "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI))"
_GO_OUT = """
addEventListener("securitypolicyviolation", (event) => arguments[0](event.blockedURI), { once: true });
fetch("http://localhost:9/").catch(() => {});
"""
_OVERHEAR = """
window.told = [];
for (const kind of ["error", "warn"]) console[kind] = (...words) => told.push(words.join(" "));
"""
# What axe cannot see: a page wider than its window.
_TOO_WIDE = "return document.documentElement.scrollWidth > innerWidth"


class Searcher:
    """Somebody at the search page at *address* who uses a keyboard. A class because every step asks the same browser."""

    def __init__(self, browser: Chrome, address: str) -> None:
        self.browser = browser
        self.address = address
        browser.get(address)

    def seek(self, words: str) -> list[str]:
        """Search for *words*, and return the addresses of what is shown."""
        field = self.browser.find_element(By.ID, "search-words")
        field.clear()
        field.send_keys(words, Keys.ENTER)
        return self.shown()

    def shown(self) -> list[str]:
        WebDriverWait(self.browser, _SECONDS).until(lambda _: self.status not in {"", "Haetaan…", "Söker…", "Searching…"})
        found = self.browser.find_elements(By.CSS_SELECTOR, "#search-list a")
        return [link.get_dom_attribute("href").removeprefix(self.root) for link in found]

    @property
    def root(self) -> str:
        return "/".join(self.address.split("/")[:3]) + "/"

    @property
    def status(self) -> str:
        return self.browser.find_element(By.ID, "search-status").text

    def choose(self, field: str, value: str) -> None:
        self.browser.find_element(By.CSS_SELECTOR, f"#search-{field} option[value='{value}'], #search-{field} option").click()
        self.browser.execute_script("document.getElementById(arguments[0]).value = arguments[1]", f"search-{field}", value)

    def focused(self) -> str:
        return str(self.browser.execute_script("return document.activeElement.id || document.activeElement.textContent"))

    def press(self, *keys: str) -> None:
        ActionChains(self.browser).send_keys(*keys).perform()


@pytest.fixture
def search(chrome: Chrome, root: str) -> Iterator[Callable[[str], Searcher]]:
    resize(chrome, VIEWPORTS[0])
    yield lambda page: Searcher(chrome, f"{root}/{page}")
    chrome.get("about:blank")


Search = Callable[[str], Searcher]


def test_a_word_is_found_in_another_form_by_keyboard_alone(search: Search) -> None:
    searcher = search("haku.html")
    while searcher.focused() != "search-words":
        searcher.press(Keys.TAB)
    searcher.press(*"lautalla", Keys.ENTER)

    assert searcher.shown() == [f"{BOARD}/211.html"]
    assert searcher.status == "1 osuma haulle ”lautalla”."
    assert searcher.focused() == "search-words"


def test_gradation_hides_nothing(search: Search) -> None:
    searcher = search("haku.html")
    # The attachment of 210 has its item's title beside its own.
    all_of_them = {f"{BOARD}/210.html", f"{BOARD}/210/liite-1.html", f"{EARLIER}/88.html", f"{POST}/12.html"}

    assert set(searcher.seek("päiväkoti")) == all_of_them
    assert set(searcher.seek("päiväkodin")) == all_of_them


def test_an_attachment_is_found_by_its_text(search: Search) -> None:
    assert search("haku.html").seek("kuikkalampi") == [f"{BOARD}/210/liite-1.html"]


def test_the_swedish_page_finds_swedish(search: Search) -> None:
    searcher = search("sv/haku.html")

    assert searcher.seek("daghem") == [f"sv/{BOARD}/212.html"]
    assert searcher.status == "1 träff för ”daghem”."


def test_a_page_in_a_language_without_texts_searches_all(search: Search) -> None:
    searcher = search("en/haku.html")

    assert searcher.seek("daghem") == [f"sv/{BOARD}/212.html"]
    assert searcher.seek("lossi") == [f"{BOARD}/211.html"]
    assert searcher.browser.find_element(By.CSS_SELECTOR, "#search-list h3").get_dom_attribute("lang") == "fi"


def test_a_word_that_is_nowhere_is_named_and_nothing_like_it_is_shown(search: Search) -> None:
    searcher = search("haku.html")

    assert searcher.seek("lauttakrokotiili") == []
    assert "sanaa ”lauttakrokotiili” ei löytynyt" in searcher.status


def test_the_beginning_of_a_word_is_enough(search: Search) -> None:
    assert search("haku.html").seek("kuukausik lautan") == []
    assert search("haku.html").seek("kaupungino") == [f"{BOARD}/210.html"]


@pytest.mark.parametrize("number", ["KuuDno-2026-311", "kuudno-2026-311"])
def test_a_register_number_finds_its_own_item_alone(search: Search, number: str) -> None:
    assert search("haku.html").seek(number) == [f"{BOARD}/211.html"]


def test_a_register_number_that_is_not_there_finds_nothing_like_it(search: Search) -> None:
    assert search("haku.html").seek("KuuDno-2026-999") == []


def test_choices_narrow_what_is_found(search: Search) -> None:
    searcher = search("haku.html")
    everything = searcher.seek("päiväkodin")
    searcher.choose("year", "2025")
    of_year = searcher.seek("päiväkodin")
    searcher.choose("year", "")
    searcher.browser.find_element(By.CSS_SELECTOR, "input[value='post']").click()
    of_posts = searcher.seek("päiväkotiin")

    assert set(everything) >= {f"{EARLIER}/88.html"}
    assert of_year == [f"{EARLIER}/88.html"]
    assert of_posts == [f"{POST}/12.html"]


def test_without_words_a_choice_lists_all_the_newest_first(search: Search) -> None:
    searcher = search("haku.html")
    searcher.choose("year", "2024")
    first = searcher.seek("")

    assert searcher.status == f"{MANY} osumaa."
    assert first == [f"kaupunginhallitus/2024-01-{day:02}/1.html" for day in range(MANY, MANY - 10, -1)]


def test_more_results_come_by_button_and_the_focus_goes_to_the_first_of_them(search: Search) -> None:
    searcher = search("haku.html")
    searcher.choose("year", "2024")
    searcher.seek("")
    more = searcher.browser.find_element(By.ID, "search-more")
    for count in (20, MANY):
        more.send_keys(Keys.ENTER)
        WebDriverWait(searcher.browser, _SECONDS).until(lambda _, count=count: len(searcher.shown()) == count)
        links = searcher.browser.find_elements(By.CSS_SELECTOR, "#search-list a")
        assert searcher.focused() == links[(count - 1) // 10 * 10].text

    assert not more.is_displayed()
    assert len(set(searcher.shown())) == MANY


def test_a_search_has_an_address_and_the_way_back_leads_to_the_one_before(search: Search) -> None:
    searcher = search("haku.html?q=lossi")
    assert searcher.shown() == [f"{BOARD}/211.html"]
    searcher.seek("kiikku")
    searcher.browser.back()
    WebDriverWait(searcher.browser, _SECONDS).until(lambda _: "lossi" in searcher.status)

    assert searcher.shown() == [f"{BOARD}/211.html"]


def test_results_are_announced_politely_in_a_place_that_was_there_before(search: Search) -> None:
    searcher = search("haku.html")
    place = searcher.browser.find_element(By.ID, "search-status")
    assert (place.get_dom_attribute("role"), place.text) == ("status", "")
    searcher.seek("lossi")

    assert place.text == "1 osuma haulle ”lossi”."


@pytest.mark.parametrize("viewport", VIEWPORTS, ids=str)
@pytest.mark.parametrize("features", [[], [("prefers-color-scheme", "dark")], [("forced-colors", "active")]], ids=str)
def test_the_page_with_results_passes_axe(search: Search, viewport: object, features: list[tuple[str, str]]) -> None:
    searcher = search("haku.html")
    emulated = {"features": [{"name": name, "value": value} for name, value in features]}
    searcher.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)
    resize(searcher.browser, viewport)  # type: ignore[arg-type]  # parametrize knows no types
    searcher.seek("päiväkodin")
    failed = searcher.browser.execute_async_script(_AXE, axe.run_options(Level.AA))
    is_too_wide = searcher.browser.execute_script(_TOO_WIDE)
    searcher.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    assert (failed, is_too_wide) == ([], False)


def test_without_scripts_the_page_says_so_and_shows_no_dead_form(chrome: Chrome, root: str) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    chrome.get(f"{root}/haku.html")
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert chrome.find_element(By.ID, "search-unscripted").is_displayed()
    assert not chrome.find_element(By.ID, "search").is_displayed()
    assert chrome.find_element(By.CSS_SELECTOR, ".k-browse a[href='kaupunginhallitus.html']").is_displayed()
    assert chrome.find_element(By.CSS_SELECTOR, ".k-browse a[href='kaupunginhallitus/2025.html']").is_displayed()


def test_opened_from_a_disk_the_page_says_that_it_cannot_search(chrome: Chrome, town_site: Path) -> None:
    chrome.get((town_site / "haku.html").as_uri())

    assert chrome.find_element(By.ID, "search-unscripted").is_displayed()
    assert not chrome.find_element(By.ID, "search").is_displayed()


def test_nothing_is_asked_of_another_server_and_the_policy_holds(search: Search) -> None:
    searcher = search("haku.html")
    searcher.browser.execute_script(_LISTEN)
    searcher.seek("päiväkodin")
    asked = searcher.browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    refused = searcher.browser.execute_script("return refused")
    outside = searcher.browser.execute_async_script(_GO_OUT)

    assert any("pf_index" in address for address in asked)
    assert [address for address in asked if not address.startswith(searcher.root)] == []
    assert (refused, outside) == ([], "http://localhost:9/")


def test_the_console_stays_quiet(search: Search, chrome: Chrome) -> None:
    searcher = search("haku.html")
    chrome.execute_script(_OVERHEAR)
    searcher.seek("päiväkodin")

    assert json.dumps(chrome.execute_script("return told")) == "[]"

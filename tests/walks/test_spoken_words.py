"""What a screen reader says of the example, word by word, as `spoken/` keeps it for people to read.

`make golden-spoken` writes the files anew; a missing one fails. The reader says roles in English. A line
that it reads in another language than the page's begins with that language. What stands inside something is indented.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from generator.audit.browser import VIEWPORTS, resize
from tests.walks.pages import APPEAL_DAY, LANGUAGES, MOMENT, front, page, walk

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "spoken"
# `make screen-reader` puts it there; PYKALA_SCREEN_READER names another.
READER = Path(
    os.environ.get(
        "PYKALA_SCREEN_READER",
        ROOT / "work/screen-reader/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js",
    )
)
MASK = "//main[.//*[@id='decision']]//*[contains(@class, 'withheld')]"
KINDS = ("front", "meeting", "item", "masked", "statement", "search")
# No Swedish item of the example has a page of its own and a mask on it.
READ = [(language, kind) for language in LANGUAGES for kind in KINDS if (language, kind) != ("sv", "masked")]
MOST = 5000  # phrases; no page that is read here has so many

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        not READER.is_file(), reason="no screen reader here: run `make screen-reader` (needs npm), or set PYKALA_SCREEN_READER"
    ),
]
_READ = """
const [code, most, done] = arguments;
const language = (node) => (node?.closest ? node : node?.parentElement)?.closest("[lang]")?.lang ?? "";
(async () => {
  const { virtual } = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  await virtual.start({ container: document.body });
  const heard = [["document", language(document.body)]];
  for (let turn = 0; turn < most && heard.at(-1)[0] !== "end of document"; turn += 1) {
    await virtual.next();
    heard.push([await virtual.lastSpokenPhrase(), language(virtual.activeNode)]);
  }
  await virtual.stop();
  done(heard);
})().catch((error) => done([[String(error), ""]]));
"""


@pytest.fixture(scope="module")
def open_chrome(chrome: Chrome) -> Iterator[Chrome]:
    """A browser that lets the reader in, which the pages' own policy would not."""
    resize(chrome, VIEWPORTS[0])
    chrome.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    yield chrome
    chrome.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})


@pytest.mark.parametrize(("language", "kind"), READ)
def test_a_page_is_read_aloud_as_its_golden_file_says(
    site: Path, root: str, open_chrome: Chrome, language: str, kind: str
) -> None:
    open_chrome.get(root + _address(site, language, kind))
    heard = open_chrome.execute_async_script(_READ, READER.read_text(encoding="utf-8"), MOST)
    spoken = "\n".join(_written(heard, language)) + "\n"
    golden = GOLDEN / f"{kind}.{language}.txt"
    if os.environ.get("PYKALA_GOLDEN") == "write":
        golden.write_text(spoken, encoding="utf-8")

    assert heard[-1][0] == "end of document"
    assert golden.read_text(encoding="utf-8") == spoken


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda golden: golden.stem)
def test_what_is_read_begins_with_the_way_past_the_menu_and_leaves_no_sign_to_be_guessed(golden: Path) -> None:
    lines = golden.read_text(encoding="utf-8").splitlines()
    links = [line.strip() for line in lines if line.strip().startswith("link, ")]

    assert lines[1].strip() in {"link, Hyppää sisältöön", "link, Gå till innehållet"}
    assert [link for link in links if link.startswith("link, §")] == []
    assert [line for line in lines if "█" in line or "undefined" in line or line.strip() in {"link", "link, ", "heading"}] == []


def _address(site: Path, language: str, kind: str) -> str:
    match kind:
        case "front":
            return front(language)
        case "meeting":
            return walk(site, language, MOMENT).meeting
        case "item":
            return walk(site, language, APPEAL_DAY).item
        case "masked":
            return _first(site, language, MASK)
        case "search":
            return front(language).replace("index.html", "haku.html")
        case _:
            return front(language).replace("index.html", "saavutettavuusseloste.html")


def _first(site: Path, language: str, goal: str) -> str:
    """Return the first page of a meeting in *language* that has *goal*."""
    files = (file.relative_to(site) for file in sorted(site.glob("**/????-??-??/*.html")))
    own = (f"/{file.as_posix()}" for file in files if file.parts[0] != "_expiry")
    found = ((address, page(site, address)) for address in own)
    return next(address for address, root in found if root.get("lang") == language and root.xpath(goal))


def _written(heard: list[list[str]], language: str) -> list[str]:
    """Return the phrases as lines, those inside something indented: where it ends is not said again."""
    lines: list[str] = []
    opened: list[tuple[int, str]] = []
    depths: list[int] = []
    for phrase, spoken_in in heard[:-1]:
        ended = phrase.removeprefix("end of ").removeprefix("end, ")
        start = next((place for place, text in reversed(opened) if text == ended), None) if ended != phrase else None
        if start is not None:
            depths[start + 1 :] = [depth + 1 for depth in depths[start + 1 :]]
            opened = [each for each in opened if each[0] < start]
            continue
        opened.append((len(lines), phrase))
        lines.append(phrase if spoken_in in {language, ""} else f"({spoken_in}) {phrase}")
        depths.append(0)
    return [f"{'  ' * depth}{line}" for depth, line in zip(depths, lines, strict=True)]

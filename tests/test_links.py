"""No link of the site is dead, whatever is held back: neither a page's, nor one between an item and its earlier handling."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
import pytest
from lxml import html

from accessibility_rules import Outcome as RuleOutcome
from generator import audit, pipeline
from generator.audit.findings import Audit, Finding
from generator.config import Settings
from generator.pipeline import Outcome
from generator.progress import silent
from tests.exports import Item, casem, dynasty
from tests.sites import DAY

Town = Callable[..., Settings]
DECIDED = ("Decision", "<p>Hyväksyttiin.</p>")
TOPIC = {"Party": "Rantalautakunta", "Article": 1, "MeetingDate": "/Date(1763593200000)/", "Descision": "<p>Ei esitetty.</p>"}
TELLER = "kaupunginhallitus/2026-09-14/1.html"
TOLD = "rantalautakunta/2025-11-20/1.html"


def dead(site: Path) -> list[tuple[str, str]]:
    """Return (page, link) of each link that leads to no file, or to no place in it."""
    pages = {path.relative_to(site).as_posix(): html.document_fromstring(path.read_bytes()) for path in site.rglob("*.html")}
    return [
        (page, link) for page, tree in sorted(pages.items()) for link in _links(tree) if not _is_alive(page, link, pages, site)
    ]


def _links(tree: html.HtmlElement) -> Iterator[str]:
    for _, attribute, link, _ in tree.iterlinks():
        if attribute in {"href", "src"} and not urlsplit(link).scheme and not link.startswith("//"):
            yield link


def _is_alive(page: str, link: str, pages: dict[str, html.HtmlElement], site: Path) -> bool:
    parts = urlsplit(link)
    # A page that waits for its day will lie where its path below that day says.
    place = page.split("/", 2)[2] if page.startswith("_expiry/") else page
    target = (
        site / unquote(parts.path).lstrip("/") if parts.path.startswith("/") else (site / place).parent / unquote(parts.path)
    )
    name = page if not parts.path else target.resolve().relative_to(site.resolve()).as_posix()
    if name not in pages:
        return target.is_file()
    return (
        not parts.fragment or parts.fragment.startswith("t=") or pages[name].get_element_by_id(parts.fragment, None) is not None
    )


def told(site: Path, page: str = TELLER) -> list[str]:
    """Return the links among the earlier handlings of the item at *page*."""
    tree = html.document_fromstring((site / page).read_bytes())
    sections = (element for element in tree.iter("section") if "k-earlier" in element.get("class", "").split())
    return [link.get("href", "") for section in sections for link in section.iter("a")]


@pytest.fixture
def site(town: Town, monkeypatch: pytest.MonkeyPatch) -> "Site":
    made = Site(town())

    def audited(folder: Path, pages: list[str], *, language: str, **_: object) -> Audit:
        found = audit.audit_files(folder, pages, language=language)
        made.audited = {**made.audited, **{page.path: page.sha256 for page in found.pages}}
        failing = tuple(_finding(page) for page in pages if page in made.failing)
        return msgspec.structs.replace(found, findings=(*found.findings, *failing))

    monkeypatch.setattr("generator.workshop.audit.audit_site", audited)
    return made


class Site:
    """A board's item that tells of an earlier handling, and the committee's meeting where that was."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failing: set[str] = set()
        self.audited: dict[str, str] = {}
        exports = settings.sources[0].path
        properties = (DECIDED, ("CaseNativeId", "TesDno-2026-5"), ("HistoryTopics", json.dumps([TOPIC])))
        casem(exports / "casem", [Item(title="Uimaranta", properties=properties)])
        dynasty(exports / "dynasty", [("Uimarannan paikka", "<p>Päätös</p><p>Ei esitetty.</p>")])

    def publish(self) -> Outcome:
        return pipeline.publish(self.settings, DAY, silent)


def _finding(page: str) -> Finding:
    return Finding(
        page=page, rule="link_text_vague", engine="pykala", criteria=("2.4.4",), clauses=("9.2.4.4",),
        outcome=RuleOutcome.FAILED, impact="serious", selector="a", snippet="<a>", message="",
    )  # fmt: skip


def test_an_earlier_handling_leads_to_its_items_page(site: Site) -> None:
    site.publish()

    assert told(site.settings.site_dir) == [f"../../{TOLD}", "../../asiat/tesdno-2026-5.html"]
    assert dead(site.settings.site_dir) == []


def test_an_earlier_handling_whose_meeting_is_held_back_is_no_link(site: Site) -> None:
    site.failing = {f"/{TOLD}"}
    outcome = site.publish()

    assert [held.meeting for held in outcome.decision.held] == ["rantalautakunta/2025-11-20"]
    assert told(site.settings.site_dir) == ["../../asiat/tesdno-2026-5.html"]
    assert dead(site.settings.site_dir) == []


def test_a_page_that_was_made_again_without_a_link_was_audited_as_it_is(site: Site) -> None:
    site.failing = {f"/{TOLD}"}
    outcome = site.publish()
    made_again = {page.path: page.sha256 for page in outcome.audit.pages}[f"/{TELLER}"]

    assert made_again == site.audited[f"/{TELLER}"]
    assert [page.path for page in outcome.audit.pages].count(f"/{TELLER}") == 1


def test_an_earlier_handling_leads_to_what_was_published_before_and_is_in_no_export_any_more(site: Site) -> None:
    exports = site.settings.sources[0].path
    (exports / "casem").rename(exports.parent / "casem")
    site.publish()
    (exports / "dynasty").rename(exports.parent / "dynasty")
    (exports.parent / "casem").rename(exports / "casem")
    site.publish()

    assert told(site.settings.site_dir)[0] == f"../../{TOLD}"
    assert dead(site.settings.site_dir) == []


def test_nothing_is_dead_when_all_that_is_new_is_held_back(site: Site) -> None:
    site.publish()
    exports = site.settings.sources[0].path
    casem(exports / "casem", [Item(title="Uimaranta", properties=(DECIDED, ("HistoryTopics", json.dumps([TOPIC]))))])
    site.failing = {"/index.html"}
    site.publish()

    assert dead(site.settings.site_dir) == []


@pytest.mark.browser
def test_no_link_of_the_example_is_dead_and_its_items_lead_to_each_other(example: tuple[Settings, Outcome]) -> None:
    folder = example[0].site_dir

    assert dead(folder) == []
    assert "../../kaupunginhallitus/2026-09-14/204.html" in told(folder, "kaupungingeodeetti/2026-09-17/41-2026.html")

"""What real instructions say, read in place: how many of which kind. Nothing of them is copied here."""

import itertools
from collections import Counter
from pathlib import Path

import lxml.html
import pytest

from generator import importers
from generator.deadlines import Whose, appeals
from generator.deadlines.kinds import packaged
from generator.model.meeting import Meeting, Section, SectionKind
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.model.text import Heading, Paragraph, Run
from tests.deadlines import factories
from tests.sites import ROOT

SAMPLES = ROOT / ".." / "shared" / "samples" / "fi"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not beside this checkout")
HEADINGS = ("h4", "h5")


def as_shown(meeting: Meeting) -> RedactedMeeting:
    items = [
        PublicItem(
            id=str(i.order), source_id=i.source_id, order=i.order, title="", language="fi", number=i.number, sections=i.sections
        )
        for i in meeting.items
    ]  # fmt: skip
    return factories.meeting(*items, files=tuple(a.title for a in meeting.attachments))


def found(path: str) -> list[list[tuple[str, str]]]:
    meetings = [as_shown(m) for export in importers.read_all(SAMPLES / "paatos-scraper" / path) for m in export.meetings]
    assert meetings
    read = [appeals(item, m, packaged()) for m in meetings for item in m.items if isinstance(item, PublicItem)]
    return [[(a.kind.id, a.points) for a in of_item] for of_item in read]


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        # Two files of instructions list the items, one without its commas; § 139 is in neither, nor are the next agenda's.
        ("espoo", {"prohibited": 16, "rectification": 6}),
        ("mikkeli/casem", {}),  # an agenda has no instructions
        # Three sections: one forbids, two are a leaflet on five permits, of which none is named.
        ("tampere/casem", {"prohibited": 1}),
        ("oulu", {"prohibited": 2}),  # both PDFs with text
    ],
)
def test_the_kinds_of_appeal_in_real_exports(path: str, kinds: dict[str, int]) -> None:
    assert Counter(kind for of_item in found(path) for kind, _ in of_item) == kinds


def test_a_real_item_with_two_regimes_has_both_with_their_points() -> None:
    assert [("prohibited", "3"), ("rectification", "1-2")] in found("espoo")


def test_the_kinds_of_appeal_in_real_instructions_of_helsinki() -> None:
    folder = SAMPLES / "helsinki-paatokset" / "test_content"
    sections = [section for path in sorted(folder.glob("*agenda*.extracted.html")) for section in of_helsinki(path)]
    items = [factories.item(section) for section in sections]
    read = [[a.kind.id for a in appeals(item, factories.meeting(item), packaged())] for item in items]

    assert len(sections) == 13
    assert Counter(tuple(kinds) for kinds in read) == {("prohibited",): 9, ("municipal",): 4}


def test_the_date_of_a_real_plan_is_everybodys() -> None:
    folder = SAMPLES / "helsinki-paatokset" / "test_content"
    # The same plan in Finnish and in Swedish, then an agreement in both.
    pages = [folder / f"69fedbbb_meeting_field_meeting_agenda_{n}.extracted.html" for n in (8, 9, 10, 11)]
    items = [factories.item(section) for path in pages for section in of_helsinki(path)]

    assert [a.owner for i in items for a in appeals(i, factories.meeting(i), packaged())] == [
        Whose.ANYONE, Whose.ANYONE, Whose.MEMBER, Whose.MEMBER,
    ]  # fmt: skip


def of_helsinki(path: Path) -> list[Section]:
    """Return the sections on appeal of a page: what follows their heading up to the next, as headings and paragraphs."""
    tree = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    return [_section(heading) for heading in tree.xpath("//h3[@class='MuutoksenhakuOtsikko']")]


def _section(heading: lxml.html.HtmlElement) -> Section:
    own = list(itertools.takewhile(lambda element: element.tag != "h3", heading.itersiblings()))
    lines = [(element.tag in HEADINGS, element.text_content().strip()) for element in own]
    blocks = ((Heading if is_heading else Paragraph)(content=(Run(text=words),)) for is_heading, words in lines if words)
    return Section(kind=SectionKind.APPEAL, heading=(Run(text=heading.text_content()),), blocks=tuple(blocks))

"""Which appeals the instructions of an item speak of, with the points that each concerns. Where that is not clear, none."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

import msgspec

from generator.deadlines import counting, listed, phrases, publication
from generator.deadlines.cited import cited_statute
from generator.deadlines.counting import AppealPeriod
from generator.deadlines.kinds import Kind, Start, Whose
from generator.deadlines.parts import Part, parts, sentences
from generator.deadlines.starts import stated_day
from generator.model.meeting import Section, SectionKind
from generator.model.redacted import PublicItem, RedactedMeeting

# A file, or a heading, is an instruction only by such a word: "Oikaisuvaatimus.pdf" is somebody's request.
INSTRUCTION = re.compile(r"ohje|osoitus|kiel(?:to|lot)\b|anvisning|förbud", re.IGNORECASE)
# Headings that name no kind and yet begin something new; all others go into details ("Valitusaika").
GENERIC = re.compile(r"muutoksenha|ändringssök|sökande av ändring|\bkoh(?:dat|ta|tien)\b|\bpunkt|§", re.IGNORECASE)
POINTS = re.compile(
    r"\b(?:kohd(?:at|issa|ista|an|asta)|kohta|kohtien|punkt(?:erna|en)?)\s+(?P<points>\d+(?:\s*(?:[–,-]|ja|och)\s*\d+)*)",
    re.IGNORECASE,
)
# As in the instructions for plans: the day on which a member is deemed informed is also a party's, and everybody's.
EVERYBODY = re.compile(
    r"kunnan jäsenen, asianosaisen ja [^.]{0,60}katsotaan saaneen|kommunmedlem, en part [^.]{0,80}anses ha fått", re.IGNORECASE
)
OPENING_SENTENCES = 3


class Appeal(msgspec.Struct, frozen=True, kw_only=True):
    """One appeal: its kind, the *points* of the decision that it concerns ("1–2"), and what the instructions tell of it.

    *day* starts the period where they state it; *statute* is what they cite for a prohibition, where it is not the kind's own;
    *whose* is whose last day it is, where they say that it is not only the kind's.
    """

    kind: Kind
    points: str = ""
    day: date | None = None
    statute: str | None = None
    whose: Whose | None = None

    @property
    def owner(self) -> Whose | None:
        return self.whose or self.kind.owner


def appeals(item: PublicItem, meeting: RedactedMeeting, kinds: Sequence[Kind]) -> tuple[Appeal, ...]:
    """Return the appeals against *item*: by its own instructions, otherwise by the meeting's files of instructions."""
    own = (section for section in item.sections if section.kind is SectionKind.APPEAL)
    found = tuple(chain.from_iterable(_of_section(section, item, meeting, kinds) for section in own))
    return _consistent(found or tuple(_of_files(item, meeting, kinds)))


def period_of(appeal: Appeal, item: PublicItem, meeting: RedactedMeeting) -> AppealPeriod | None:
    """Return the period of *appeal*, or None where what starts it has not happened or is not known here."""
    kind = appeal.kind
    start = publication.item_on_web(item, meeting) if kind.starts is Start.WEB else appeal.day
    if start is None:
        return None
    informed = start if kind.starts is Start.GIVEN else start + counting.DEEMED_INFORMED_AFTER
    due = counting.months_later(informed, kind.months) if kind.months else informed + timedelta(days=kind.days or 0)
    return counting.ending(start, informed, due)


def _consistent(found: tuple[Appeal, ...]) -> tuple[Appeal, ...]:
    """Return *found* once each; nothing when the whole decision may not be appealed and yet may be."""
    with_points = {appeal.kind.id for appeal in found if appeal.points}
    precise = (appeal for appeal in found if appeal.points or appeal.kind.id not in with_points)
    kept = tuple({(appeal.kind.id, appeal.points): appeal for appeal in precise}.values())
    is_forbidden = any(appeal.kind.is_prohibition and not appeal.points for appeal in kept)
    return () if is_forbidden and len(kept) > 1 else kept


def _of_section(section: Section, item: PublicItem, meeting: RedactedMeeting, kinds: Sequence[Kind]) -> Iterator[Appeal]:
    found = parts(section, lambda line: bool(INSTRUCTION.search(line) or phrases.in_heading(line, kinds)))
    whole = "\n".join(part.text for part in found)
    first = next((part for part in found if part.text), None)
    for part in found:
        is_opening = part is first or INSTRUCTION.search(part.heading) or GENERIC.search(part.heading)
        named = _named(part, kinds) if is_opening or phrases.in_heading(part.heading, kinds) else ()
        points = _points(part, item, meeting)
        if points is not None:
            yield from (_appeal(kind, points, f"{part.heading} {part.text}", whole) for kind in named)


def _of_files(item: PublicItem, meeting: RedactedMeeting, kinds: Sequence[Kind]) -> Iterator[Appeal]:
    """Yield the appeals by files of instructions: the meeting's, where their titles list this item, and the item's own."""
    for title in (attachment.title for attachment in item.attachments if INSTRUCTION.search(attachment.title)):
        yield from (_appeal(kind, "", title) for kind in phrases.in_heading(title, kinds) or ())
    for title in (attachment.title for attachment in meeting.attachments if INSTRUCTION.search(attachment.title)):
        points = _listed(title, item, meeting)
        if points is not None:
            yield from (_appeal(kind, points, title) for kind in phrases.in_heading(title, kinds) or ())


def _appeal(kind: Kind, points: str, own: str, whole: str = "") -> Appeal:
    """Return the appeal of *kind* by its *own* words, and by the *whole* instructions, which may state the day."""
    statute = cited_statute(own) if kind.is_prohibition else None
    whose = Whose.ANYONE if kind.owner is Whose.MEMBER and EVERYBODY.search(whole) else None
    return Appeal(kind=kind, points=points, day=stated_day(kind.starts, whole), statute=statute, whose=whose)


def _listed(text: str, item: PublicItem, meeting: RedactedMeeting) -> str | None:
    """Return the points of *item* in the list that ends *text* ("" for all of it); None when the item is not in it."""
    numbers = [other.number for other in meeting.items if other.number]
    return listed.points_of(text, item.number, numbers) if item.number else None


def _points(part: Part, item: PublicItem, meeting: RedactedMeeting) -> str | None:
    """Return the points that *part* concerns, "" for the whole item; None when its heading lists other items only."""
    if listed.has_list(part.heading):
        return _listed(part.heading, item, meeting)
    opening = " ".join((part.heading, *sentences(part.text)[:OPENING_SENTENCES]))
    found = POINTS.search(opening)
    return found["points"] if found else ""


def _named(part: Part, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """Return the kinds that *part* is about, by its heading, otherwise by its first sentences; none where they disagree."""
    by_heading = phrases.in_heading(part.heading, kinds)
    by_text = _opening(part.text, kinds)
    if by_heading and by_text and _forbids(by_heading) != _forbids(by_text):
        return ()
    named = by_heading or by_text or ()
    return () if _forbids(named) and _grants(part.text, kinds) else named


def _opening(text: str, kinds: Sequence[Kind]) -> tuple[Kind, ...] | None:
    """Return what the first sentences grant, otherwise what they forbid; None when one sentence names several kinds."""
    forbidden: tuple[Kind, ...] = ()
    for sentence in sentences(text)[:OPENING_SENTENCES]:
        named = phrases.in_sentence(sentence, kinds)
        if named is None or (named and not _forbids(named)):
            return named
        forbidden = forbidden or named
    return forbidden


def _grants(text: str, kinds: Sequence[Kind]) -> bool:
    named = (phrases.in_sentence(sentence, kinds) for sentence in sentences(text))
    return any(found is None or (found and not _forbids(found)) for found in named)


def _forbids(kinds: Sequence[Kind]) -> bool:
    return any(kind.is_prohibition for kind in kinds)

"""Doubtful marks beside what persons decided on them: approved ones stay as text, and coincidences until one is rejected."""

from collections.abc import Iterable

from msgspec.structs import replace

from generator.model.decision import Subject, Verdict
from generator.model.message import Level
from generator.redaction.ledger import Spot
from generator.redaction.marks import Mark
from generator.redaction.withheld import COINCIDENCE

REASON = "redaction.doubtful_mark"


def settled(found: Iterable[Mark], text: str, spot: Spot) -> tuple[Mark, ...]:
    """Return the marks of *found* that may not stay as text; each doubtful one is noted in the ledger of *spot*.

    They are masked, but for an approved name where persons are named for a time: approval lets it stand no longer (K 140 §).

    What was decided upon is the mark in its *text*, a paragraph or a cell: when a word of that changes, it waits again. A
    rejected mark must not be written anywhere; what is only doubtful may stand elsewhere, so the leak scan does not look for
    it, but for the whole text of the item that waits. A name that may be another's than one withheld in the case stays as text
    until a person rejects it, since most are another's.
    """
    every = sorted((*found, *spot.chances(text)))
    return tuple(mark for each in every for mark in _settled(each, text[: each.start], text[each.end :], text, spot))


def settled_by_line(found: Iterable[Mark], text: str, spot: Spot) -> tuple[Mark, ...]:
    """Return what `settled` does, where a mark is decided upon with its line only: *text* is a whole transcript."""
    result: list[Mark] = []
    for mark in sorted((*found, *spot.chances(text))):
        start = text.rfind("\n", 0, mark.start) + 1
        end = text.find("\n", mark.end)
        result += _settled(mark, text[start : mark.start], text[mark.end : end if end >= 0 else None], text, spot)
    return tuple(result)


def _settled(mark: Mark, before: str, after: str, text: str, spot: Spot) -> tuple[Mark, ...]:
    if not mark.is_doubtful and not mark.reason:
        return (mark,)
    words = text[mark.start : mark.end]
    reason = mark.reason or REASON
    base = spot.matter.doubt(Subject.MARK, reason, mark.kind, before, words, after, spot.row)
    doubt = replace(base, recognizer=mark.kind, place=spot.place, start=mark.start, end=mark.end)
    spot.ledger.doubt(doubt, f"{before}«{words}»{after}")
    if doubt.verdict is None and mark.reason:
        spot.ledger.tell(Level.WARNING, reason, f"{spot.subject}: {spot.place}")
    if doubt.verdict is Verdict.REJECT:
        spot.ledger.keep_secret(mark.kind, words, spot.subject)
        return (replace(mark, is_doubtful=True),)  # not sure enough to be named, for a time or ever
    if reason == COINCIDENCE:
        return ()
    if doubt.verdict is Verdict.APPROVE:
        spot.ledger.ended += spot.withheld.ended(words)
        return (replace(mark, is_approved=True),) if mark.kind in spot.named else ()
    return (mark,)

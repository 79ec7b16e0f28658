"""A mark: a stretch of text that a recognizer takes for something personal."""

from collections.abc import Callable, Iterable

import msgspec


class Mark(msgspec.Struct, frozen=True, order=True):
    """The stretch from *start* to *end* (offsets in the text as given); *kind* is the recognizer's id.

    What *is_doubtful* is for a person to decide on, and *is_approved* when one let it stand; all else is masked without asking.
    *reason* is a code of messages where a person may decide for another reason than that its recognizer is unsure.
    """

    start: int
    end: int
    kind: str
    is_doubtful: bool = False
    is_approved: bool = False
    reason: str = ""


Recognizer = Callable[[str], Iterable[Mark]]


def resolved(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return *marks* in order and without overlaps: two that overlap become one, of the kind that begins first.

    The one is sure if either was.
    """
    result: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
        if result and mark.start < result[-1].end:
            last = result.pop()
            is_doubtful = last.is_doubtful and mark.is_doubtful
            reason = last.reason if last.reason and mark.reason else ""
            result.append(Mark(last.start, max(last.end, mark.end), last.kind, is_doubtful, reason=reason))
        else:
            result.append(mark)
    return tuple(result)

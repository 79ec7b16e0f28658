"""The queue, told to a clerk in lines and to a program as JSON: where something waits and why, never what it says."""

import json
from collections.abc import Iterable
from typing import Any

from generator.config import Settings
from generator.messages import catalog, command_language, sentence
from generator.model.decision import Doubt
from generator.review.standing import needs_two
from generator.reviewing import Queue

MARK_WORDS = "redaction.mask_"


def lines(queue: Queue, settings: Settings) -> str:
    """Return what waits, two lines each, and how much of what was decided matches nothing any more."""
    told = [_told(doubt, queue, settings) for doubt in queue.waiting]
    head = sentence("review.waiting" if told else "review.nothing_waits", {"count": len(told)})
    decided = [sentence("review.decided", {"count": len(queue.decided)})] if queue.decided else []
    lapsed = [sentence("review.lapsed", {"count": queue.lapsed})] if queue.lapsed else []
    how = [sentence("review.how", {})] if told else []
    return "\n".join([head, *told, *decided, *lapsed, *how])


def as_json(queue: Queue, settings: Settings) -> str:
    """Return the documented form of `pykala review --list --json`."""
    whole: dict[str, Any] = {  # Any: plain JSON, documented in docs/review.md
        "waiting": [_json(doubt, queue, settings) for doubt in queue.waiting],
        "decided": [_json(doubt, queue, settings) | {"verdict": doubt.verdict} for doubt in queue.decided],
        "lapsed": queue.lapsed,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def texts(queue: Queue, names: Iterable[str]) -> str:
    """Return the texts to decide upon, which are for the eyes of the clerk at the terminal only."""
    found = [queue.find(name) for name in names]
    return "\n\n".join(f"{_place(doubt)}\n{queue.texts[doubt.id]}" for doubt in found)


def _told(doubt: Doubt, queue: Queue, settings: Settings) -> str:
    more = [sentence("review.two_needed", {})] if _needs_two(doubt, settings) else []
    more += [sentence("review.one_has_decided", {})] if doubt.fingerprint in queue.asked else []
    return "\n    ".join((_place(doubt), " ".join((_reason(doubt), *more))))


def _place(doubt: Doubt) -> str:
    subject = sentence("review.item", {"number": doubt.number}) if doubt.number else doubt.item or sentence("review.whole", {})
    place = sentence("review.place", {"place": doubt.place, "start": doubt.start, "end": doubt.end}) if doubt.place else ""
    return "  ".join(part for part in (doubt.id, doubt.meeting, subject, place) if part)


def _reason(doubt: Doubt) -> str:
    words = catalog(command_language())
    mask = words.get(f"{MARK_WORDS}{doubt.recognizer}", doubt.recognizer)
    return f"{words[doubt.reason]} {sentence('review.mask', {'mask': mask})}" if mask else words[doubt.reason]


def _needs_two(doubt: Doubt, settings: Settings) -> bool:
    return needs_two(doubt.reason, doubt.recognizer, doubt.classification, settings.two_persons)


def _json(doubt: Doubt, queue: Queue, settings: Settings) -> dict[str, Any]:  # Any: as above
    return {
        "id": doubt.id,
        "subject": doubt.subject,
        "meeting": doubt.meeting,
        "item": doubt.item,
        "number": doubt.number,
        "reason": doubt.reason,
        "text": _reason(doubt),
        "recognizer": doubt.recognizer,
        "classification": doubt.classification or None,
        "place": doubt.place,
        "start": doubt.start,
        "end": doubt.end,
        "fingerprint": doubt.fingerprint,
        "two_persons": _needs_two(doubt, settings),
        "one_has_decided": doubt.fingerprint in queue.asked,
    }

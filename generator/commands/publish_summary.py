"""What came of a run, told to a clerk in lines and to a program as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.audit.findings import blocks, in_attached_files, totals
from generator.commands.check import message_json
from generator.config import Settings
from generator.messages import catalog, command_language, sentence
from generator.model.message import Level
from generator.model.redacted import PublicItem, SecretItem
from generator.pipeline import Outcome
from generator.publishing.gate import Held

EVERYTHING, NOTHING, PARTLY = 0, 1, 3
MOST_LINES = 20


def exit_code(outcome: Outcome) -> int:
    """Return 0 when all was published, 3 when something was held back or set aside, 1 when nothing new was published."""
    if not outcome.decision.new:
        return NOTHING
    set_aside = any(message.level is Level.ERROR for message in outcome.messages)
    return PARTLY if outcome.decision.held or set_aside else EVERYTHING


def as_json(outcome: Outcome, settings: Settings) -> str:
    """Return the documented form of `pykala publish --json`."""
    whole: dict[str, Any] = {  # Any: plain JSON, documented in docs/check.md
        "published": [meeting.id for meeting in outcome.decision.new],
        "held_back": [{"meeting": h.meeting, "item": h.item, "reasons": list(h.reasons)} for h in outcome.decision.held],
        "withheld": outcome.withheld,
        "findings": _findings(outcome) | {"pages": len(outcome.audit.pages)},
        "messages": [message_json(message) for message in outcome.messages],
        "release": str(settings.site_dir) if outcome.released else None,
        "releases_deleted": list(outcome.deleted),
        "report": str(outcome.report),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def lines(outcome: Outcome, settings: Settings) -> str:
    """Return what a clerk wants to know, a line each, ending with where to look."""
    meetings = outcome.decision.new
    found = _findings(outcome)
    pages = len(outcome.audit.pages)
    items = sum(isinstance(item, PublicItem | SecretItem) for meeting in meetings for item in meeting.items)
    told = [sentence(m.code, m.arguments, where=m.where) for m in outcome.messages]
    return "\n".join(
        [
            sentence("summary.published", {"meetings": len(meetings), "items": items, "pages": pages}),
            *_withheld(outcome.withheld),
            sentence("summary.findings", {"failed": found["failed"], "cant_tell": found["cantTell"], "pages": pages}),
            *([sentence("summary.waived", {"count": found["waived"]})] if found["waived"] else []),
            *([sentence("summary.files", {"count": found["files"]})] if found["files"] else []),
            *_block("summary.held", "summary.held_none", [_held(held) for held in outcome.decision.held]),
            *([sentence("release.deleted", {"releases": ", ".join(outcome.deleted)})] if outcome.deleted else []),
            *(_block("summary.told", "", [f"  {line}" for line in told]) if told else []),
            *([sentence("summary.site", {"path": str(settings.site_dir / "index.html")})] if outcome.released else []),
            *([] if outcome.released else [sentence("summary.not_released", {})]),
            sentence("summary.report", {"path": str(outcome.report)}),
        ]
    )


def _findings(outcome: Outcome) -> dict[str, int]:
    """Return how many findings pages have, by outcome, and how many files have any that failed: these hold nothing back."""
    of_files = frozenset(in_attached_files(outcome.audit))
    found = totals(finding for finding in outcome.audit.findings if finding not in of_files)
    failed = {finding.page for finding in of_files if blocks(finding)}
    return {
        "failed": found.failed,
        "beside": found.beside,
        "cantTell": found.to_check,
        "waived": found.waived,
        "files": len(failed),
    }


def _withheld(counts: dict[str, int]) -> Iterable[str]:
    if not counts:
        return [sentence("summary.withheld_none", {})]
    rows = (sentence("summary.withheld_line", {"name": _name(key), "count": count}) for key, count in counts.items())
    return [sentence("summary.withheld", {}), *rows]


def _name(key: str) -> str:
    """Return what was withheld in words: a ground as the law is cited, a recognizer by the mask that it leaves."""
    texts = catalog(command_language())
    return texts.get(f"grounds.{key}_short") or texts.get(f"redaction.mask_{key}") or texts.get(f"redaction.{key}") or key


def _held(held: Held) -> str:
    texts = catalog(command_language())
    reasons = "; ".join(texts.get(reason, reason) for reason in held.reasons)
    return sentence("summary.held_line", {"subject": held.item or held.meeting, "reasons": reasons})


def _block(heading: str, empty: str, rows: Sequence[str]) -> list[str]:
    if not rows:
        return [sentence(empty, {})]
    more = [sentence("summary.more", {"count": len(rows) - MOST_LINES})] if len(rows) > MOST_LINES else []
    return [sentence(heading, {}), *rows[:MOST_LINES], *more]

"""Waivers, records and open questions told in lines, for who runs the commands."""

from collections.abc import Iterable
from datetime import date

from generator import assessing, causes
from generator.audit.findings import Audit
from generator.causes import Cause
from generator.messages import sentence
from generator.reports.criteria import LEVELS
from generator.review.assessments import Record, Standing, Waiver

_SHOWN_PAGES = 3


def waivers(audit: Audit, standing: Standing, day: date) -> str:
    """Return a line for each waiver, whether it holds on *day* or has ended, and for each failure that is under none."""
    idle = assessing.idle(audit, standing, day)
    told = [_waiver(name, waiver, day, is_idle=name in idle) for name, waiver in standing.waivers.items()]
    could = _causes(causes.failed(audit))
    return "\n".join(
        [
            sentence("assess.waivers", {"count": len(told)}),
            *told,
            sentence("assess.failures", {"count": len(could)}),
            *could,
            sentence("assess.how_to_waive", {}),
        ]
    )


def records(audit: Audit, standing: Standing) -> str:
    """Return a line for each criterion of WCAG 2.1 A and AA, and for each question that waits."""
    waiting = _causes(causes.open_questions(audit))
    done = sum(number in standing.records for number in LEVELS)
    return "\n".join(
        [
            sentence("assess.records", {"done": done, "all": len(LEVELS)}),
            *(_criterion(number, standing.records.get(number)) for number in LEVELS),
            sentence("assess.questions", {"count": len(waiting)}),
            *waiting,
            sentence("assess.how_to_record", {}),
        ]
    )


def _waiver(name: str, waiver: Waiver, day: date, *, is_idle: bool) -> str:
    state = "ended" if waiver.until < day else "idle" if is_idle else "holds"
    arguments: dict[str, str | int] = {
        "id": name,
        "rule": waiver.rule,
        "page": waiver.page or sentence("assess.all_pages", {}),
        "until": waiver.until.isoformat(),
        "who": waiver.who,
        "state": sentence(f"assess.waiver_{state}", {}),
    }
    return sentence("assess.waiver", arguments)


def _causes(found: Iterable[Cause]) -> list[str]:
    return [
        sentence(
            "assess.cause",
            {
                "id": cause.id,
                "rule": cause.rule,
                "count": len(cause.pages),
                "pages": ", ".join(cause.pages[:_SHOWN_PAGES]) + (" …" if len(cause.pages) > _SHOWN_PAGES else ""),
                "selector": cause.selector,
            },
        )
        for cause in found
    ]


def _criterion(number: str, record: Record | None) -> str:
    name = sentence(f"criteria.{number}", {})
    if record is None:
        return sentence("assess.criterion_open", {"number": number, "name": name})
    arguments: dict[str, str | int] = {
        "number": number,
        "name": name,
        "outcome": sentence(f"assess.outcome_{record.outcome}", {}),
        "who": record.who,
        "day": record.day.isoformat(),
    }
    return sentence("assess.criterion", arguments)

"""What the commands `waive` and `record` do: which place or criterion is meant, what is added, what is told."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from generator import assessing, causes, reports, signing
from generator.audit.findings import Audit
from generator.causes import Cause
from generator.commands import assess_summary
from generator.config import Settings
from generator.errors import ConfigurationError
from generator.messages import LANGUAGES, sentence
from generator.redaction.masking import EVERYTHING
from generator.redaction.recognizers import marks
from generator.reports.criteria import LEVELS, LEVELS_OF_2_2
from generator.review.assessments import Answer, Ending, Judged, Line, Record, Waiver
from generator.signing import Signer
from generator.store import Store

_CRITERION = re.compile(r"\d\.\d\.\d{1,2}")


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Which places are meant: *ids* of the list, or a *rule* with its *element*; on one *page*, or *everywhere*."""

    ids: tuple[str, ...] = ()
    rule: str | None = None
    element: str | None = None
    page: str | None = None
    everywhere: bool = False


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """Who signs: a *name* of the configuration, or the file of a key."""

    name: str | None = None
    key_file: Path | None = None


def waive(settings: Settings, where: Where, who: Who, day: date, *, reasons: Iterable[str], until: date | None) -> str:
    """Waive the places in *where* up to and including *until*, for *reasons* ("language=reason"), and return what to tell.

    Raises:
        ConfigurationError: nothing was waived, because something asked for does not fit.
    """
    if until is None or until < day:
        raise ConfigurationError("assess.until_needed")
    said = dict(_reason(each) for each in reasons)
    if not said:
        raise ConfigurationError("assess.reason_needed")
    audit = _last(settings, day)
    signer = signing.signer(settings, who.name, who.key_file)
    meant = _meant(where, audit, causes.failed(audit), allow_all=False)
    lines = [
        Waiver(rule=rule, element=element, page=page, reasons=said, until=until, who=signer.name, day=day)
        for rule, element, page in meant
    ]
    _add(settings, lines, signer)
    return sentence("assess.waived", {"count": len(lines)})


def end(settings: Settings, names: Iterable[str], who: Who, day: date) -> str:
    """End the waivers called *names* before their time, and return what to tell.

    Raises:
        ConfigurationError: there is no such waiver; none was ended.
    """
    standing = assessing.said(settings, Store(settings.private_dir))
    ended = list(dict.fromkeys(names))
    for name in ended:
        if name not in standing.waivers:
            raise ConfigurationError("assess.waiver_unknown", id=name)
    signer = signing.signer(settings, who.name, who.key_file)
    _add(settings, [Ending(waiver=name, who=signer.name, day=day) for name in ended], signer)
    return sentence("assess.ended", {"count": len(ended)})


def record(settings: Settings, where: Where, who: Who, day: date, *, outcome: str | None, note: str) -> str:
    """Record what a person found of the criteria and places in *where*, and return what to tell.

    Raises:
        ConfigurationError: nothing was recorded, because something asked for does not fit.
    """
    if outcome is None:
        raise ConfigurationError("assess.outcome_needed")
    if _is_personal(note):
        raise ConfigurationError("assess.note_personal")
    criteria = [name for name in where.ids if _CRITERION.fullmatch(name)]
    for number in criteria:
        if number not in LEVELS | LEVELS_OF_2_2:
            raise ConfigurationError("assess.criterion_unknown", number=number)
    signer = signing.signer(settings, who.name, who.key_file)
    said = {"outcome": Judged(outcome), "note": note, "who": signer.name, "day": day}
    lines: list[Line] = [msgspec.convert({**said, "kind": "record", "criterion": number}, Record) for number in criteria]
    others = msgspec.structs.replace(where, ids=tuple(name for name in where.ids if name not in criteria))
    if others.ids or others.rule:
        audit = _last(settings, day)
        meant = _meant(others, audit, causes.open_questions(audit), allow_all=True)
        lines += [
            Answer(rule=rule, element=element, page=page, outcome=Judged(outcome), note=note, who=signer.name, day=day)
            for rule, element, page in meant
        ]
    _add(settings, lines, signer)
    return sentence("assess.recorded", {"count": len(lines)})


def waivers_told(settings: Settings, day: date) -> str:
    """Return the waivers there are, and what could be waived."""
    standing = assessing.said(settings, Store(settings.private_dir))
    return assess_summary.waivers(_last(settings, day), standing, day)


def records_told(settings: Settings, day: date) -> str:
    """Return what persons recorded of each criterion, and what still waits for one."""
    standing = assessing.said(settings, Store(settings.private_dir))
    return assess_summary.records(_last(settings, day), standing)


def _last(settings: Settings, day: date) -> Audit:
    """Return the last audit, judged by what persons said since."""
    return assessing.judged(reports.last(settings.work_dir), assessing.said(settings, Store(settings.private_dir)), day)


def _add(settings: Settings, lines: Sequence[Line], signer: Signer) -> None:
    store = Store(settings.private_dir)
    with store.locked():
        assessing.add(settings, store, lines, signer)


def _meant(where: Where, audit: Audit, known: tuple[Cause, ...], *, allow_all: bool) -> list[tuple[str, str, str]]:
    """Return (rule, element, page) of each place in *where*; only an answer may be on all that a rule finds on a page."""
    found = [_of_cause(causes.find(known, name), where) for name in dict.fromkeys(where.ids)]
    if where.rule is None:
        if not found or where.element:
            raise ConfigurationError("assess.nothing_meant")
        return found
    if where.rule not in {rule.rule for rule in audit.rules}:
        raise ConfigurationError("assess.rule_unknown", name=where.rule)
    if not where.element and not (allow_all and where.page):
        raise ConfigurationError("assess.element_needed")
    if bool(where.page) == where.everywhere:
        raise ConfigurationError("assess.page_needed")
    return [*found, (where.rule, where.element or "", where.page or "")]


def _of_cause(cause: Cause, where: Where) -> tuple[str, str, str]:
    """Return the place of *cause*: on its only page, or as it is said; nobody waives a site by mistake."""
    if where.page and where.page not in cause.pages:
        raise ConfigurationError("assess.page_unknown", id=cause.id, page=where.page)
    page = where.page or (cause.pages[0] if len(cause.pages) == 1 else "")
    if not page and not where.everywhere:
        raise ConfigurationError("assess.pages_many", id=cause.id, count=len(cause.pages))
    return cause.rule, cause.element, "" if where.everywhere else page


def _reason(given: str) -> tuple[str, str]:
    """Return language and words of a reason: it is published, so nothing personal may stand in it."""
    language, equals, words = given.partition("=")
    if not equals or language not in LANGUAGES or not words.strip():
        raise ConfigurationError("assess.reason_unusable", language=language)
    if _is_personal(words):
        raise ConfigurationError("assess.reason_personal", language=language)
    return language, words.strip()


def _is_personal(words: str) -> bool:
    """Tell whether recognizers are sure of personal data in *words*; a first word that might be a name is a first word."""
    return any(not mark.is_doubtful for mark in marks(words, EVERYTHING))

"""What persons say of accessibility, joined with what the audit finds: waivers, answers, and which of them meet nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from accessibility_rules import Outcome
from generator.audit.findings import Audit, Finding
from generator.config import Settings
from generator.errors import ConfigurationError
from generator.model.expiry import FOLDER
from generator.review import assessments, chain
from generator.review.assessments import Answer, Line, Place, Standing, Waiver
from generator.signing import Signer
from generator.store import ASSESSMENTS, KEY, Store

Said = TypeVar("Said", Answer, Waiver)


def said(settings: Settings, store: Store) -> Standing:
    """Return what stands of all that persons said.

    Raises:
        ConfigurationError: the file is not as those who signed it left it, or its key is lost.
    """
    return assessments.standing(_lines(settings, store))


def add(settings: Settings, store: Store, lines: Sequence[Line], signer: Signer) -> None:
    """Add *lines*, which *signer* signs; the caller holds the lock of *store*.

    Raises:
        ConfigurationError: the file cannot be trusted; nothing is added.
    """
    _lines(settings, store)
    key = store.made_key()
    if not store.assessments_seal():
        store.keep_assessments_seal(chain.sealed(b"", key))  # before the first line: a file without a seal is one that was cut
    content = chain.appended(store.assessments(), lines, signer.key)
    store.keep_assessments(content)
    store.keep_assessments_seal(chain.sealed(content, key))


def judged(audit: Audit, standing: Standing, day: date) -> Audit:
    """Return *audit* with what persons said of its findings by *day*: answers in their outcomes, waivers beside them."""
    answers, waivers = _by_rule(standing.answers), _by_rule(standing.waivers_on(day))
    found = (_judged(finding, answers.get(finding.rule, ()), waivers.get(finding.rule, ())) for finding in audit.findings)
    return replace(audit, findings=tuple(sorted(found)))


def idle(audit: Audit, standing: Standing, day: date) -> tuple[str, ...]:
    """Return the names of the waivers that hold on *day* and meet no finding of *audit*: what they are about is gone."""
    waivers = standing.waivers_on(day)
    return tuple(name for name, waiver in waivers.items() if not any(_is_met(waiver, finding) for finding in audit.findings))


def page_of(finding: Finding) -> str:
    """Return the page that *finding* is on, also when it is the one that takes its place on a later day."""
    _, folder, *rest = finding.page.split("/", 3)
    return f"/{rest[1]}" if folder == FOLDER and len(rest) > 1 else finding.page


def _lines(settings: Settings, store: Store) -> tuple[Line, ...]:
    if store.assessments() and not store.key():
        raise ConfigurationError("review.decisions_without_key", where=ASSESSMENTS, key=KEY)
    return assessments.read(store.assessments(), store.assessments_seal(), store.key(), settings.reviewers)


def _judged(finding: Finding, answers: Iterable[tuple[str, Answer]], waivers: Iterable[tuple[str, Waiver]]) -> Finding:
    if finding.outcome is Outcome.CANT_TELL:
        met = [(name, answer) for name, answer in answers if _is_met(answer, finding)]
        for name, answer in met[-1:]:
            finding = replace(finding, outcome=Outcome(answer.outcome), answer=name)
    if finding.outcome is Outcome.FAILED:
        name = next((name for name, waiver in waivers if _is_met(waiver, finding)), "")
        return replace(finding, waiver=name)
    return finding


def _is_met(place: Place, finding: Finding) -> bool:
    return place.covers(rule=finding.rule, page=page_of(finding), element=finding.element, selector=finding.selector)


def _by_rule(places: Mapping[str, Said]) -> dict[str, list[tuple[str, Said]]]:
    found: dict[str, list[tuple[str, Said]]] = {}
    for name, place in places.items():
        found.setdefault(place.rule, []).append((name, place))
    return found

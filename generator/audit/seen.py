"""What our own rules for the browser have seen, as findings."""

from collections.abc import Mapping

from msgspec.structs import replace

from accessibility_rules import BROWSER_RULES, Level, Norm, Outcome, Window
from accessibility_rules.criteria import is_asked
from accessibility_rules.messages import words
from generator.audit.answers import Looked
from generator.audit.browser import VIEWPORTS, ZOOMED
from generator.audit.findings import EngineRun, Finding, PageResult, clauses
from generator.audit.hands import Judged
from generator.audit.noticed import ENGINE

_SHOWN = {Outcome.FAILED, Outcome.CANT_TELL}
_VIEWPORTS = {Window.WIDE: str(VIEWPORTS[0]), Window.ZOOMED: str(ZOOMED)}


def with_judged(run: EngineRun, pages: Mapping[str, Looked], *, level: Level, language: str) -> EngineRun:
    """Return *run*, which is the browser's own, with what the rules up to *level* say of each of *pages*."""
    asked = [rule_id for rule_id, rule in BROWSER_RULES.items() if is_asked(rule.criterion, level)]
    return replace(
        run,
        results={path: _result(path, run.results[path], looked, language) for path, looked in pages.items()},
        rules={**run.rules, **{rule_id: _criteria(rule_id) for rule_id in asked}},
    )


def _result(path: str, result: PageResult, looked: Looked, language: str) -> PageResult:
    seen = _seen(looked)
    found = [
        Finding(
            page=path,
            rule=rule_id,
            engine=ENGINE,
            criteria=_criteria(rule_id),
            clauses=clauses(_criteria(rule_id)),
            outcome=place.outcome,
            impact=BROWSER_RULES[rule_id].impact,
            selector=place.selector,
            snippet=place.html,
            message=words(language)[rule_id]["message"],
            viewports=tuple(viewports),
        )
        for (rule_id, place), viewports in seen.items()
        if place.outcome in _SHOWN
    ]
    applied = frozenset(rule_id for rule_id, _ in seen)
    return PageResult(findings=(*result.findings, *found), applied=result.applied | applied)


def _seen(looked: Looked) -> dict[tuple[str, Judged], list[str]]:
    """Return, by rule and place, the windows and modes in which the place was judged so."""
    everywhere = [(_VIEWPORTS[BROWSER_RULES[rule].window], rule, places) for rule, places in looked.judged.items()]
    everywhere += [(mode, rule, places) for mode, judged in looked.walked.items() for rule, places in judged.items()]
    seen: dict[tuple[str, Judged], list[str]] = {}
    for viewport, rule, places in everywhere:
        for place in sorted(set(places)):
            viewports = seen.setdefault((rule, place), [])
            if viewport not in viewports:
                viewports.append(viewport)
    return seen


def _criteria(rule_id: str) -> tuple[str, ...]:
    """Policy is not WCAG: what fails it fails no criterion."""
    rule = BROWSER_RULES[rule_id]
    return (rule.criterion,) if rule.norm is Norm.REQUIREMENT else ()

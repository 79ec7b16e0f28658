"""What our own rules for the browser have seen, as findings."""

from collections.abc import Mapping

from msgspec.structs import replace

from accessibility_rules import BROWSER_RULES, Level, Norm, Outcome, Window
from accessibility_rules.criteria import is_asked
from accessibility_rules.messages import words
from generator.audit.browser import VIEWPORTS, ZOOMED
from generator.audit.findings import EngineRun, Finding, PageResult, clauses
from generator.audit.hands import Judged
from generator.audit.noticed import ENGINE

_SHOWN = {Outcome.FAILED, Outcome.CANT_TELL}
_VIEWPORTS = {Window.WIDE: str(VIEWPORTS[0]), Window.ZOOMED: str(ZOOMED)}

ByRule = Mapping[str, tuple[Judged, ...]]


def with_judged(run: EngineRun, pages: Mapping[str, ByRule], *, level: Level, language: str) -> EngineRun:
    """Return *run*, which is the browser's own, with what the rules up to *level* say of each of *pages*."""
    asked = [rule_id for rule_id, rule in BROWSER_RULES.items() if is_asked(rule.criterion, level)]
    return replace(
        run,
        results={path: _result(path, run.results[path], judged, language) for path, judged in pages.items()},
        rules={**run.rules, **{rule_id: _criteria(rule_id) for rule_id in asked}},
    )


def _result(path: str, result: PageResult, judged: ByRule, language: str) -> PageResult:
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
            viewports=(_VIEWPORTS[BROWSER_RULES[rule_id].window],),
        )
        for rule_id, places in judged.items()
        for place in sorted(set(places))
        if place.outcome in _SHOWN
    ]
    applied = frozenset(rule_id for rule_id, places in judged.items() if places)
    return PageResult(findings=(*result.findings, *found), applied=result.applied | applied)


def _criteria(rule_id: str) -> tuple[str, ...]:
    """Policy is not WCAG: what fails it fails no criterion."""
    rule = BROWSER_RULES[rule_id]
    return (rule.criterion,) if rule.norm is Norm.REQUIREMENT else ()

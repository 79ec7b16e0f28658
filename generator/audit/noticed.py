"""What the browser itself notices of a page, axe aside: files that it did not get, and what leads out of a narrow window."""

from collections.abc import Mapping

import msgspec

from accessibility_rules import Impact, Outcome
from generator.audit.findings import EngineRun, Finding, PageResult, clauses
from generator.messages import sentence

ENGINE = "Chromium"


class Place(msgspec.Struct, frozen=True, order=True):
    """An element; *html* is empty where a style sheet asked for a file."""

    selector: str
    html: str


class _Rule(msgspec.Struct, frozen=True):
    criteria: tuple[str, ...]
    outcome: Outcome
    impact: Impact


_RULES = {
    # Without its styles a page is not audited as its readers see it. It fails no criterion of WCAG.
    "file_missing": _Rule((), Outcome.FAILED, Impact.SERIOUS),
    # What stands in a frame that axe could not enter has not been audited.
    "frame_untested": _Rule((), Outcome.FAILED, Impact.SERIOUS),
    # WCAG 1.4.10 lets a map or a wide table scroll both ways: a person must look.
    "page_scrolls_sideways": _Rule(("1.4.10",), Outcome.CANT_TELL, Impact.SERIOUS),
}


class Noticed(msgspec.Struct, frozen=True):
    """What in_page/answer.js noticed in one viewport, by rule."""

    file_missing: tuple[Place, ...] = ()
    frame_untested: tuple[Place, ...] = ()
    page_scrolls_sideways: tuple[Place, ...] = ()


def run(pages: Mapping[str, Mapping[str, Noticed]], *, language: str) -> EngineRun:
    """Return the findings from what was noticed of each page in each viewport."""
    return EngineRun(
        engine=ENGINE,
        results={path: _result(path, by_viewport, language) for path, by_viewport in pages.items()},
        rules={rule_id: rule.criteria for rule_id, rule in _RULES.items()},
        tools=(),
    )


def words(rule_id: str, language: str) -> dict[str, str]:
    """Return what is wrong where the rule found something, and what to do; nothing when it is not one of these."""
    if rule_id not in _RULES:
        return {}
    codes = {"message": f"audit.{rule_id}", "remedy": f"audit.{rule_id}_remedy"}
    return {kind: sentence(code, {}, language=language) for kind, code in codes.items()}


def _result(path: str, by_viewport: Mapping[str, Noticed], language: str) -> PageResult:
    seen: dict[tuple[str, Place], list[str]] = {}
    for viewport, noticed in by_viewport.items():
        for rule_id in _RULES:
            for place in sorted(set(getattr(noticed, rule_id))):
                seen.setdefault((rule_id, place), []).append(viewport)
    return PageResult(
        findings=tuple(
            Finding(
                page=path,
                rule=rule_id,
                engine=ENGINE,
                criteria=_RULES[rule_id].criteria,
                clauses=clauses(_RULES[rule_id].criteria),
                outcome=_RULES[rule_id].outcome,
                impact=_RULES[rule_id].impact,
                selector=place.selector,
                snippet=place.html,
                message=words(rule_id, language)["message"],
                viewports=tuple(viewports),
            )
            for (rule_id, place), viewports in seen.items()
        ),
        applied=frozenset(_RULES),
    )

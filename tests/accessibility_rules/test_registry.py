"""A rule has fixtures of each outcome that it can have, and they miss it when it is gone."""

import inspect
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from accessibility_rules import (
    BROWSER_RULES,
    CAPTIONS_RULES,
    LINKED_RULES,
    PDF_RULES,
    RULES,
    SITE_RULES,
    Outcome,
    parse,
    read_pdf,
)
from tests.accessibility_rules.pdf_cases import CASES
from tests.accessibility_rules.test_file_rules import captions_of
from tests.accessibility_rules.test_rules import ALL, FIXTURES, HERE, file_beside

READ = {**RULES, **LINKED_RULES, **SITE_RULES, **PDF_RULES, **CAPTIONS_RULES}  # by Python; the others by a browser


def outcomes_possible(rule: str) -> set[str]:
    """Return which of failed and cantTell *rule* says that it can come to: by its type, or by what its own script calls."""
    if rule in BROWSER_RULES:
        script = (HERE.parents[1] / "accessibility_rules" / "browser" / f"{rule}.js").read_text(encoding="utf-8")
        return {outcome for outcome, call in (("failed", "failed("), ("canttell", "cantTell(")) if call in script}
    said = inspect.signature(READ[rule].expect).return_annotation
    return {"bool": {"failed"}, "bool | None": {"failed", "canttell"}, "Optional[Literal[True]]": {"canttell"}}[_written(said)]


def _written(annotation: object) -> str:
    return "bool" if annotation is bool else str(annotation).replace("typing.", "")


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_has_fixtures_of_every_outcome_that_it_says_it_can_have(rule: str) -> None:
    kinds = {name.partition("-")[0] for name in FIXTURES[rule]}

    assert outcomes_possible(rule) <= kinds


@pytest.mark.parametrize("rule", READ)
def test_a_rule_that_is_switched_off_is_missed(rule: str) -> None:
    off = (
        replace(READ[rule], targets=lambda _: ())
        if rule not in SITE_RULES
        else replace(SITE_RULES[rule], target=lambda _: None)
    )
    wanting = {name.partition("-")[0] for name in FIXTURES[rule]} & {"failed", "canttell"}

    found = {kind for kind in wanting for outcome in _outcomes(rule, off, kind) if outcome.value.lower() == kind}

    assert wanting
    assert found == set()


def _outcomes(rule: str, switched_off: object, kind: str) -> set[Outcome]:
    names = [name for name in FIXTURES[rule] if name.startswith(f"{kind}-")]
    return {outcome for name in names for outcome in _outcomes_of(rule, switched_off, HERE / rule / name)}


def _outcomes_of(rule: str, switched_off: object, file: Path) -> set[Outcome]:
    if rule in PDF_RULES:
        return {outcome for _, outcome in switched_off.outcomes(read_pdf(CASES[rule][file.name]()))}
    if rule in CAPTIONS_RULES:
        return {outcome for _, outcome in switched_off.outcomes(captions_of(file))}
    if rule in SITE_RULES:
        targets = [switched_off.target(parse(page.read_bytes())) for page in file.iterdir()]
        facts = [switched_off.fact(target) for target in targets if target is not None]
        return {switched_off.outcome(fact, Counter(facts)) for fact in facts}
    page = parse(file.read_bytes())
    if rule in RULES:
        return {outcome for _, outcome in switched_off.outcomes(page)}
    return {outcome for _, outcome in switched_off.outcomes(page, lambda address: file_beside(file, address))}

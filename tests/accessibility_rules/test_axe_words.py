"""Every rule of axe-core that can run has a sentence and a remedy of ours, in each language."""

import re

import pytest

from accessibility_rules import axe
from accessibility_rules.messages import LANGUAGES, axe_words

# A rule in axe's own file: {id:"area-alt",impact:…,tags:["cat.text-alternatives","wcag2a",…]
RULE = re.compile(r'\{id:"([a-z-]+)",(?:(?!\{id:")[^{}])*?tags:\[([^\]]*)\]')
OF_A_LEVEL = re.compile(r'"wcag2[12]?a{1,3}(?:-obsolete)?"')


def rules() -> dict[str, bool]:
    """Return {rule: whether a level of WCAG asks for it}."""
    script = axe.source()
    return {rule: bool(OF_A_LEVEL.search(tags)) for rule, tags in RULE.findall(script[script.index('rules:[{id:"') :])}


def test_the_rules_are_found_in_axe() -> None:
    assert len(rules()) == 105
    assert {"image-alt", "color-contrast", "target-size"} < {rule for rule, is_asked in rules().items() if is_asked}
    assert "region" in rules()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_can_run_has_words_of_ours(language: str) -> None:
    asked = {rule for rule, is_asked in rules().items() if is_asked}

    assert asked == set(axe_words(language))
    assert all(set(entry) == {"message", "remedy"} and all(entry.values()) for entry in axe_words(language).values())


def test_no_two_languages_share_a_sentence() -> None:
    for rule in axe_words("fi"):
        assert len({axe_words(language)[rule]["message"] for language in LANGUAGES}) == len(LANGUAGES)

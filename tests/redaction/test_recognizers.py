"""Each recognizer against its own examples, and what holds for all of them."""

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.messages import catalog
from generator.redaction.marks import Mark, resolved
from generator.redaction.normal import normalise
from generator.redaction.recognizers import RECOGNIZERS, marks

FIXTURES = Path(__file__).parent / "recognizers"
ESCAPE = re.compile(r"\\(?:n|u[0-9a-f]{4})")
ALL = frozenset(RECOGNIZERS)


def examples(name: str) -> list[str]:
    lines = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [ESCAPE.sub(lambda m: m[0].encode().decode("unicode_escape"), line) for line in lines if line and line[0] != "#"]


def marked(text: str, found: tuple[Mark, ...]) -> str:
    for mark in reversed(found):
        text = f"{text[: mark.start]}⟦{text[mark.start : mark.end]}⟧{text[mark.end :]}"
    return text


@pytest.mark.parametrize(("name", "example"), [(name, example) for name in RECOGNIZERS for example in examples(name)])
def test_a_recognizer_marks_in_its_examples_what_is_marked_there(name: str, example: str) -> None:
    text = example.replace("⟦", "").replace("⟧", "")

    assert marked(text, resolved(RECOGNIZERS[name](text))) == example


@pytest.mark.parametrize("name", sorted(RECOGNIZERS))
def test_the_examples_fail_without_their_recognizer(name: str) -> None:
    plain = {example: example.replace("⟦", "").replace("⟧", "") for example in examples(name)}

    assert all(marked(text, marks(text, ALL)) == example for example, text in plain.items() if "⟦" in example)
    assert not all(marked(text, marks(text, ALL - {name})) == example for example, text in plain.items() if "⟦" in example)


def test_every_file_of_examples_belongs_to_a_recognizer() -> None:
    assert {path.stem for path in FIXTURES.glob("*.txt")} == set(RECOGNIZERS)


@pytest.mark.parametrize("name", sorted(RECOGNIZERS))
def test_every_recognizer_has_words_for_its_mask(name: str) -> None:
    assert f"redaction.mask_{name}" in catalog("fi")


def test_marks_that_overlap_become_one() -> None:
    assert resolved([Mark(5, 9, "b"), Mark(0, 6, "a"), Mark(9, 12, "b")]) == (Mark(0, 9, "a"), Mark(9, 12, "b"))


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text

    assert normalise(once).text == once


@given(st.text(), st.data())
def test_every_normalised_character_knows_where_it_stood(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    if not normal.text:
        return
    start = data.draw(st.integers(0, len(normal.text) - 1))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    first, last = normal.original_span(start, end)

    assert 0 <= first < last <= len(text)
    assert normal.text[start:end] in normalise(text[first:last]).text


spoilers = st.sampled_from(["", "\u00ad", "\u200b", "\u2060"])


@given(
    st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.sampled_from("-+ABCDEFUVWXYabcdefuvwxy–\u2011"),
    st.integers(900, 999), st.sampled_from("0123456789ABCDEFHJKLMNPRSTUVWXY"), st.lists(spoilers, min_size=10, max_size=10),
)  # fmt: skip
def test_a_personal_identity_code_is_found_in_every_spelling(  # noqa: PLR0917 - one argument for each part of a code
    day: int, month: int, year: int, century: str, individual: int, check: str, hidden: list[str]
) -> None:
    code = f"{day:02}{month:02}{year:02}{century}{individual}{check}"
    spoiled = "".join(character + extra for character, extra in zip(code, hidden, strict=False)) + code[10:]
    text = f"tunnus {spoiled} on"
    found = marks(text, frozenset({"personal_identity_code"}))

    assert [normalise(text[m.start : m.end]).text for m in found] == [normalise(code).text]


@given(st.text(alphabet=string.digits + " -+./()abXpuh\n\u00a0–", max_size=60))
def test_nothing_is_found_in_what_is_left_beside_the_marks(text: str) -> None:
    """Masks are words: a second pass over masked text finds no identity code."""
    kinds = frozenset({"personal_identity_code"})
    found = marks(text, kinds)
    masked, last = "", 0
    for mark in found:
        masked += text[last : mark.start] + "[poistettu]"
        last = mark.end
    masked += text[last:]

    assert marks(masked, kinds) == ()

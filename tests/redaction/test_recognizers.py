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
LEFT_ALONE = Path(__file__).parent / "left_alone.txt"
ESCAPE = re.compile(r"\\(?:[nt]|u[0-9a-f]{4})")
BRACKETS = re.compile("[⟦⟧⟪⟫]")
# Names are found by what stands around them, and stand among the examples of the others.
IDENTIFIERS = frozenset(RECOGNIZERS) - {"person_name"}


def examples(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [ESCAPE.sub(lambda m: m[0].encode().decode("unicode_escape"), line) for line in lines if line and line[0] != "#"]


def own(name: str) -> list[str]:
    return examples(FIXTURES / f"{name}.txt")


def positives(name: str) -> list[str]:
    return [example for example in own(name) if BRACKETS.search(example)]


def marked(text: str, found: tuple[Mark, ...]) -> str:
    """Return *text* with ⟦ and ⟧ around sure marks, ⟪ and ⟫ around doubtful ones."""
    for mark in reversed(found):
        first, last = "⟪⟫" if mark.is_doubtful else "⟦⟧"
        text = f"{text[: mark.start]}{first}{text[mark.start : mark.end]}{last}{text[mark.end :]}"
    return text


def plain(example: str) -> str:
    return BRACKETS.sub("", example)


@pytest.mark.parametrize(("name", "example"), [(name, example) for name in sorted(RECOGNIZERS) for example in own(name)])
def test_a_recognizer_marks_in_its_examples_what_is_marked_there(name: str, example: str) -> None:
    text = plain(example)

    assert marked(text, resolved(RECOGNIZERS[name](text))) == example


@pytest.mark.parametrize("name", sorted(RECOGNIZERS))
def test_each_example_fails_without_its_recognizer(name: str) -> None:
    without = frozenset(RECOGNIZERS) - {name}
    still_found = [example for example in positives(name) if marked(plain(example), marks(plain(example), without)) == example]

    assert still_found == []


@pytest.mark.parametrize("name", sorted(IDENTIFIERS))
def test_the_other_recognizers_let_each_example_be_found(name: str) -> None:
    uncovered = [example for example in positives(name) if not _covers(marks(plain(example), IDENTIFIERS), example)]

    assert uncovered == []


def _covers(found: tuple[Mark, ...], example: str) -> bool:
    """Tell whether *found* covers everything that stands between the brackets of *example*."""
    covered = {place for mark in found for place in range(mark.start, mark.end)}
    place, inside, wanted = 0, False, set()
    for character in example:
        if character in "⟦⟧⟪⟫":
            inside = character in "⟦⟪"
            continue
        wanted |= {place} if inside else set()
        place += 1
    return wanted <= covered


@pytest.mark.parametrize("name", sorted(RECOGNIZERS))
def test_every_recognizer_has_examples_of_what_it_marks_and_of_what_it_leaves(name: str) -> None:
    assert positives(name)
    assert len(own(name)) > len(positives(name))


@pytest.mark.parametrize("example", examples(LEFT_ALONE))
def test_what_is_nobodys_identifier_is_left(example: str) -> None:
    assert marked(example, marks(example, IDENTIFIERS)) == example


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

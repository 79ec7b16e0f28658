"""A name and its inflected forms have a key in common; different names have none."""

import pytest

from generator.redaction.names.inflection import splits, stems
from generator.redaction.names.propagation import keys
from generator.redaction.names.statistics import indexed, strength


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("virtanen", "virtaselle"),
        ("virtanen", "virtasta"),
        ("koski", "kosken"),
        ("lahti", "lahdelta"),
        ("matti", "matin"),
        ("pekka", "pekalla"),
        ("mäki", "mäen"),
        ("hannus", "hannukselta"),
        ("nyström", "nyströmin"),
        ("andersson", "anderssons"),
        ("rinne", "rinteen"),
        ("heikki", "heikiltä"),
        ("tuuli", "tuuleen"),
        ("bush", "bush'in"),
        ("nguyen", "nguyenille"),
    ],
)
def test_a_form_is_known_by_its_name(name: str, form: str) -> None:
    assert keys(name) & keys(form)
    assert set(stems(name)) & set(splits(form))


@pytest.mark.parametrize(("one", "other"), [("virtanen", "korhonen"), ("mäki", "lahti"), ("matti", "mikko")])
def test_different_names_have_no_key_in_common(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


def test_the_strength_of_a_compound_is_that_of_its_weakest_part() -> None:
    known = indexed([], [("Virtanen", 22_000), ("Kuutamoinen", 20)])

    assert strength("Virtanen-Kuutamoiselle", known).surname == 1
    assert strength("Virtaselle", known).surname == 4
    assert strength("Virtanen-Tuntematon", known).surname == 0

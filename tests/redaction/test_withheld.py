"""What the register of a case finds in a text of it: names in every form, for sure or perhaps, and runs of words."""

import pytest
from msgspec.structs import replace

from generator.model.redacted import PublicItem
from generator.model.text import Paragraph, Run
from generator.redaction import redact
from generator.redaction.ledger import Secret
from generator.redaction.needles import needles
from generator.redaction.register import NOTHING, Register, decoded, encoded, grown
from generator.redaction.withheld import COINCIDENCE, WITHHELD_IN_CASE, Withheld, withheld
from tests.redaction.factory import PUBLIC, item, meeting, reader, section

KEY = bytes(range(32))
ITEM, CASE, NAME = "satamajaosto/2026-09-14/1", "kd/17/2026", "Vilhelmiina Kurkiaura"
PASSAGE = "Hakija on ollut keväästä asti ilman omaa asuntoa ja elänyt sukulaistensa luona"
SECRETS = (Secret("person_name", NAME, ITEM), Secret("passage", PASSAGE, ITEM))
SEALED = encoded(grown(Register(key=KEY), needles(SECRETS, "satamajaosto/2026-09-14", (), {ITEM: CASE})))
REGISTER = decoded(SEALED, KEY)


def of(own: str = "", **more: object) -> Withheld:
    return withheld(replace(REGISTER, **more), [CASE], own)


def found(text: str, own: str = "", **more: object) -> list[tuple[str, str]]:
    marks = (*of(own, **more).marks(text), *of(own, **more).chances(text))
    return [(text[mark.start : mark.end], mark.reason) for mark in marks]


@pytest.mark.parametrize(
    "written",
    [
        "Vilhelmiina Kurkiaura", "Vilhelmiinan Kurkiauralle", "KURKIAURA VILHELMIINA", "Kurkiaura, Vilhelmiina",
        "Vilhelmiina K. Kurkiauran", "Vilhel\u00admiina Kurki\u200baura", "Vilhelmiina\u00a0Kurkiaura", "vilhelmiina kurkiaura",
        "Vilhelmiina\tKurkiaura", "Vilhelmiina Kurkiauras",
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_form_and_covered_whole(written: str) -> None:
    assert found(f"Luvan saa {written} ehdoin.") == [(written, WITHHELD_IN_CASE)]


@pytest.mark.parametrize("written", ["Vilhelmiina Lumijoki", "Kurkiaura", "Sulo Kurkiaura", "kurki ja aura"])
def test_another_name_is_not(written: str) -> None:
    assert found(f"Luvan saa {written} ehdoin.") == []


def test_nothing_is_found_in_another_case_or_with_another_key() -> None:
    others = (withheld(REGISTER, ["kd/18/2026"]), withheld(decoded(SEALED, b"other"), [CASE]))

    assert [each.marks(NAME) for each in others] == [(), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hakija Kurkiauran mukaan", [("Kurkiauran", WITHHELD_IN_CASE)]),
        ("kuten Sulo Kurkiaura esitti", [("Kurkiaura", COINCIDENCE)]),
        ("ja Kurkiaura Oy teki", [("Kurkiaura", COINCIDENCE)]),
        ("kurkiaura kyntää", []),
    ],
)
def test_a_bare_surname_is_looked_for_in_its_own_item(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, ITEM) == expected


def test_a_public_person_of_the_same_name_is_a_coincidence() -> None:
    assert found(f"Paikalla {NAME}.", people=frozenset({NAME})) == [(NAME, COINCIDENCE)]


def test_words_of_two_public_people_side_by_side_are_no_name() -> None:
    people = frozenset({"Sulo Kurkiaura", "Vilhelmiina Lumi"})

    assert found("Paikalla Sulo Kurkiaura, Vilhelmiina Lumi.", people=people) == []


def test_a_run_of_eight_words_is_found_and_seven_are_not() -> None:
    words = PASSAGE.split()

    assert of().repeats(" ".join(words[2:10]).upper())
    assert not of().repeats(" ".join(words[2:9]))


def test_what_is_kept_says_nothing_and_is_the_same_every_time() -> None:
    assert encoded(REGISTER) == SEALED
    assert not [word for word in (*NAME.split(), *PASSAGE.split()) if len(word) > 4 and word.lower().encode() in SEALED.lower()]


def test_an_address_that_names_somebody_withheld_is_taken_off_its_link() -> None:
    linked = Paragraph(content=(Run(text="hakemus", href="https://x.example/hakemus-vilhelmiina-kurkiaura.pdf"),))
    mine = item(replace(section("a"), blocks=(linked,)), register_number=CASE)
    shown, plain = (redact(meeting(mine), PUBLIC, reader(), register=register) for register in (REGISTER, NOTHING))
    runs = [each.meeting.items[0].sections[0].blocks[0].content[0] for each in (shown, plain)]  # type: ignore[union-attr]  # as made

    assert all(isinstance(each.meeting.items[0], PublicItem) for each in (shown, plain))
    assert [run.href is None for run in runs] == [True, False]  # type: ignore[union-attr]  # as made

"""Which appeals an item's instructions speak of."""

import pytest

from generator.deadlines import Appeal, AppealKind, appeals
from generator.model.meeting import Section, SectionKind
from generator.model.text import Heading, Paragraph, Run


def section(heading: str, *words: str | tuple[str, str]) -> Section:
    blocks = [
        Paragraph(content=(Run(text=w),)) if isinstance(w, str) else Heading(content=(Run(text=w[0]),), level=1) for w in words
    ]
    return Section(kind=SectionKind.APPEAL, heading=(Run(text=heading),) if heading else (), blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("instructions", "kinds"),
    [
        (section("Oikaisuvaatimusohje", "Päätökseen saa hakea oikaisua."), [AppealKind.RECTIFICATION]),
        (section("Muutoksenhaku", "Tähän päätökseen haetaan muutosta kunnallisvalituksella."), [AppealKind.MUNICIPAL]),
        (section("Muutoksenhakukielto", "Oikaisuvaatimusta ei saa tehdä (kuntalaki 136 §)."), [AppealKind.PROHIBITED]),
        (section("", "Päätöksestä ei saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta."), [AppealKind.PROHIBITED]),
        (section("Begäran om omprövning", "Omprövning begärs av stadsstyrelsen."), [AppealKind.RECTIFICATION]),
        (section("Valitusosoitus", "Pohjoisrannan hallinto-oikeus"), []),
        (section("Muutoksenhaku", "Oikaisuvaatimus tai kunnallisvalitus sen mukaan kuin laissa säädetään."), []),
    ],
)  # fmt: skip
def test_an_appeal_is_known_only_when_the_instructions_are_clear(instructions: Section, kinds: list[AppealKind]) -> None:
    assert [appeal.kind for appeal in appeals((instructions,))] == kinds


def test_two_regimes_in_one_item_keep_their_points() -> None:
    rectification = section("Oikaisuvaatimusohje, kohdat 1–2", "Oikaisuvaatimus tehdään kaupunginhallitukselle.")
    administrative = section("Hallintovalitusosoitus, kohta 3", "Valitus tehdään hallinto-oikeudelle.")

    assert appeals((rectification, administrative)) == (
        Appeal(kind=AppealKind.RECTIFICATION, points="1–2"),
        Appeal(kind=AppealKind.ADMINISTRATIVE, points="3"),
    )


def test_an_appeal_is_named_once_however_many_headings_speak_of_it() -> None:
    instructions = section("Oikaisuvaatimusohje", ("Oikaisuvaatimusoikeus", ""), "Asianosainen.", ("Oikaisuvaatimusaika", ""))

    assert [a.kind for a in appeals((instructions,))] == [AppealKind.RECTIFICATION]


def test_two_regimes_under_headings_of_one_section_are_both_found() -> None:
    both = section("Muutoksenhaku", ("Oikaisuvaatimus", ""), "Tehdään toimielimelle.", ("Hallintovalitus", ""), "Tehdään.")

    assert [a.kind for a in appeals((both,))] == [AppealKind.RECTIFICATION, AppealKind.ADMINISTRATIVE]

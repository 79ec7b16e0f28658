"""People in roles: those that a known form names, and nobody where the form is another."""

import pytest

from generator.importers._people import recorded, unique, written
from generator.model.meeting import PersonInRole, Role, Section, SectionKind
from generator.model.text import ItemList, LineBreak, Paragraph, Run

K = SectionKind


def people(*lines: str, kind: SectionKind = K.PREPARER) -> list[tuple[str, str | None]]:
    blocks = tuple(Paragraph(content=(Run(text=line),)) for line in lines)
    return [(person.name, person.title) for person in unique(written([Section(kind=kind, blocks=blocks)]))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kaupunginjohtaja Eerik Tuulosniemi", ("Eerik Tuulosniemi", "Kaupunginjohtaja")),
        ("Vs. kaupunginjohtaja Eerik Tuulosniemi", ("Eerik Tuulosniemi", "Vs. kaupunginjohtaja")),
        ("Johtava rakennustarkastaja Jouko Kivi-Metsä", ("Jouko Kivi-Metsä", "Johtava rakennustarkastaja")),
        (
            "Eerik Tuulosniemi, kaupunginjohtaja, eerik.tuulosniemi@kuutamoniemi.example",
            ("Eerik Tuulosniemi", "kaupunginjohtaja"),
        ),
        ("Olavi Rautajoki, puh. 08 555 0100", ("Olavi Rautajoki", None)),
        ("Talousjohtaja Olavi Rautajoki, puhelin 08 555 0100", ("Olavi Rautajoki", "Talousjohtaja")),
        ("Stadsdirektör Eerik af Tuulosniemi", ("Eerik af Tuulosniemi", "Stadsdirektör")),
        ("Solveig Åkerbränn, bildningsdirektör, tfn 08 555 0101", ("Solveig Åkerbränn", "bildningsdirektör")),
    ],
)
def test_a_line_that_names_one_person_tells_name_and_post(line: str, expected: tuple[str, str | None]) -> None:
    assert people(line) == [expected]


def test_a_line_that_names_several_tells_those_whose_post_stands_before_the_name() -> None:
    line = "Konsernihallinto, talousjohtaja Olavi Rautajoki puh. 08 555 0100, Elo Ahde ja hallintosihteeri Inkeri Kaarnasalo"

    assert people(line) == [("Olavi Rautajoki", "talousjohtaja"), ("Inkeri Kaarnasalo", "hallintosihteeri")]


@pytest.mark.parametrize(
    "line",
    [
        "Kuutamoniemen kaupunki",
        "Kuutamoniemen Satama Oy",
        "Talousjohtaja",
        "OR/IK",
        "etunimi.sukunimi@kuutamoniemi.example",
        "",
    ],
)
def test_what_is_not_surely_a_person_is_nobody(line: str) -> None:
    assert people(line) == []


@pytest.mark.parametrize(
    ("kind", "role"), [(K.PREPARER, "preparer"), (K.PRESENTER, "presenter"), (K.MORE_INFORMATION, "informant")]
)
def test_the_section_tells_the_role(kind: SectionKind, role: str) -> None:
    blocks = (Paragraph(content=(Run(text="Olavi Rautajoki"), LineBreak(), Run(text="Inkeri Kaarnasalo"))),)

    assert [person.role.value for person in written([Section(kind=kind, blocks=blocks)])] == [role, role]


def test_people_in_a_list_are_told_one_by_one() -> None:
    names = ("Olavi Rautajoki", "Inkeri Kaarnasalo")
    items = ItemList(items=tuple((Paragraph(content=(Run(text=name),)),) for name in names))

    assert [person.name for person in written([Section(kind=K.PREPARER, blocks=(items,))])] == list(names)


def test_the_presenter_stands_at_the_head_of_the_proposal() -> None:
    assert people("Kaupunginjohtaja Eerik Tuulosniemi", "Ehdotan, että asia hyväksytään.", kind=K.PROPOSAL) == [
        ("Eerik Tuulosniemi", "Kaupunginjohtaja")
    ]


@pytest.mark.parametrize("kind", sorted(set(K) - {K.PREPARER, K.PRESENTER, K.MORE_INFORMATION, K.PROPOSAL}))
def test_no_other_section_names_people(kind: SectionKind) -> None:
    assert people("Kaupunginjohtaja Eerik Tuulosniemi", kind=kind) == []


def test_a_proposal_that_only_mentions_a_person_names_nobody() -> None:
    assert people("Toimikunnan jäseneksi valitaan kaupunginjohtaja Eerik Tuulosniemi.", kind=K.PROPOSAL) == []


def test_a_record_tells_name_and_title() -> None:
    found = list(
        recorded(
            [("Olavi Rautajoki", "talousjohtaja", "", "x@kuutamoniemi.example"), ("", "tyhjä"), ("Elo Ahde",)], Role.PREPARER
        )
    )

    assert found == [
        PersonInRole(name="Olavi Rautajoki", role=Role.PREPARER, title="talousjohtaja"),
        PersonInRole(name="Elo Ahde", role=Role.PREPARER),
    ]


@pytest.mark.parametrize("line", ["Aa " * 4000, "Kaupunginjohtaja " * 3000, "a-" * 6000, "1 " * 6000, "Vs. " * 100 + "Aa"])
def test_a_long_line_is_read_in_time(line: str) -> None:
    assert people(line) == []

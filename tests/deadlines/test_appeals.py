"""Which appeals an item's instructions speak of: precision first, and none where that is not clear."""

from datetime import date

import pytest

from generator.deadlines import Start, appeals
from generator.deadlines.kinds import packaged
from generator.model.meeting import Section
from tests.deadlines.factories import item, meeting, section

RECTIFICATION = "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen."
NOT_BY_COURT = "Päätökseen ei saa hakea muutosta valittamalla tuomioistuimeen."
MUNICIPAL = "Tähän päätökseen haetaan muutosta kunnallisvalituksella."
FORBIDDEN = "Tähän päätökseen ei saa hakea muutosta, koska päätös koskee asian valmistelua tai täytäntöönpanoa."

GIVEN = "Hallintovalitus julkipanon jälkeen annetusta päätöksestä"
NOTICE = "Valitusosoitus julkisella kuulutuksella annetusta päätöksestä"
ELECTION = "Vaalilain (714/1998) 45 ja 66 §:n mukaan päätöksestä ei voi tehdä oikaisuvaatimusta."
BY_STATUTE = "Koska päätös koskee valmistelua, siitä ei kuntalain 136 §:n mukaan saa tehdä oikaisuvaatimusta eikä valitusta."


def found(*sections: Section, number: str = "3") -> list[tuple[str, str]]:
    own = item(*sections, number=number)
    return [(a.kind.id, a.points) for a in appeals(own, meeting(own), packaged())]


def kinds(*sections: Section) -> list[str]:
    return [kind for kind, _ in found(*sections)]


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (section("Oikaisuvaatimusohje", "Päätökseen saa hakea oikaisua."), ["rectification"]),
        (section("Oikaisuvaatimus", "Kirjaamo, PL 9"), ["rectification"]),
        (section("Muutoksenhaku", RECTIFICATION), ["rectification"]),
        (section("Muutoksenhaku", MUNICIPAL), ["municipal"]),
        (section("Muutoksenhaku", ("VALITUSOSOITUS",), MUNICIPAL, ("Valitusoikeus",), "Kunnan jäsen."), ["municipal"]),
        (section("Muutoksenhaku", "VALITUSOSOITUS", MUNICIPAL), ["municipal"]),
        (section("Muutoksenhaku", "MUUTOKSENHAKUKIELTO", FORBIDDEN), ["prohibited"]),
        (section("Muutoksenhaku", "Muutoksenhakukielto, valmistelu tai täytäntöönpano"), ["prohibited"]),
        (section("Muutoksenhakukielto", "Oikaisuvaatimusta ei saa tehdä (kuntalaki 136 §)."), ["prohibited"]),
        (section("", "Ei muutoksenhakuoikeutta"), ["prohibited"]),
        (section("", "Päätöksestä ei saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta."), ["prohibited"]),
        (section("", BY_STATUTE), ["prohibited"]),
        (section("", "Oikaisuvaatimusta ei saa tehdä päätöksistä jotka koskevat", ["yksinomaan valmistelua"]), ["prohibited"]),
        (section("Anvisningar för begäran om omprövning", "Omprövning begärs av stadsstyrelsen."), ["rectification"]),
        (section("Sökande av ändring", ("BESVÄRSANVISNING",), "Ändring i beslutet söks genom kommunalbesvär."), ["municipal"]),
        (section("Sökande av ändring", "Ändring i beslutet får inte sökas eftersom det gäller beredning."), ["prohibited"]),
        (section("Hankintaoikaisuohje", "Hankintaoikaisu tehdään hankintayksikölle."), ["procurement_rectification"]),
    ],
)  # fmt: skip
def test_clear_instructions_name_their_appeal(instructions: Section, expected: list[str]) -> None:
    assert kinds(instructions) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Oikaisuvaatimus", ["rectification"]),
        ("Kunnallisvalitus oikaisuvaatimuksesta annettuun päätökseen", ["municipal_after_rectification"]),
        ("Hallintovalitus asemakaavan muutosta koskevassa asiassa", ["plan"]),
        ("Hallintovalitus etuosto-oikeuden käyttämistä koskevassa asiassa", ["preemption"]),
        ("Hankintaoikaisu ja oikaisuvaatimus", ["procurement_rectification", "rectification"]),
        ("Hankintaoikaisu ja markkinaoikeusvalitus", ["procurement_rectification", "market_court"]),
        ("Oikaisuvaatimus- ja valituskielto", ["prohibited"]),
    ],
)
def test_the_seven_rows_of_a_real_city_are_known_as_headings(row: str, expected: list[str]) -> None:
    assert kinds(section(row, "Ohje.")) == expected


@pytest.mark.parametrize(
    "instructions",
    [
        section("Valitusosoitus", "Pohjoisrannan hallinto-oikeus"),
        section("Muutoksenhaku", "Oikaisuvaatimus tai kunnallisvalitus sen mukaan kuin laissa säädetään."),
        section(
            "Muutoksenhaku", "Päätöksestä voi tehdä oikaisuvaatimuksen tai päätökseen haetaan muutosta kunnallisvalituksella."
        ),
        section("Oikaisuvaatimus ja kunnallisvalitus", "Ohje."),
        section("Muutoksenhaku", NOT_BY_COURT),
        section("Muutoksenhaku", "Päätös annettiin oikaisuvaatimuksen johdosta."),
        section("Muutoksenhakukielto", RECTIFICATION),
        section("Oikaisuvaatimusohje", FORBIDDEN),
        section("Muutoksenhaku", ("Muutoksenhakukielto",), FORBIDDEN, ("Oikaisuvaatimusohje",), RECTIFICATION),
        section("Muutoksenhaku"),
    ],
)
def test_instructions_that_are_not_clear_name_none(instructions: Section) -> None:
    assert kinds(instructions) == []


def test_a_court_that_may_not_be_asked_yet_is_no_prohibition() -> None:
    assert kinds(section("Muutoksenhaku", f"{RECTIFICATION} {NOT_BY_COURT}")) == ["rectification"]
    assert kinds(section("Muutoksenhaku", f"{NOT_BY_COURT} {RECTIFICATION}")) == ["rectification"]


def test_a_prohibition_in_the_details_of_an_appeal_forbids_nothing() -> None:
    details = "Kunnallisvalitusta ei saa tehdä päätöksestä, joka koskee vain valmistelua tai täytäntöönpanoa."

    assert kinds(section("Muutoksenhaku", MUNICIPAL, ("Valitusoikeus",), "Kunnan jäsen.", details)) == ["municipal"]


def test_a_leaflet_for_several_permits_that_forbids_something_in_passing_names_none() -> None:
    leaflet = section(
        "",
        ("Valitusosoitus: Toimenpidelupa",),
        "Päätökseen saa hakea muutosta kirjallisella valituksella hallinto-oikeudelta.",
        ("Valitusosoitus: Ottamislupa",),
        "Päätökseen saa hakea muutosta asianosainen. Oikaisuvaatimuksen johdosta annettuun päätökseen saa hakea muutosta "
        "vain se, joka on tehnyt alkuperäisen oikaisuvaatimuksen.",
        "Kunnallisvalitusta ei saa tehdä päätöksestä, joka koskee vain valmistelua.",
    )

    assert kinds(leaflet) == []


def test_a_mention_of_another_appeal_in_the_details_adds_none() -> None:
    details = ("Valitusoikeus",), "Kunnan jäsen. Oikaisuvaatimus tehdään toimielimelle."

    assert kinds(section("Valitusosoitus", MUNICIPAL, *details)) == ["municipal"]


def test_two_regimes_in_one_item_keep_their_points() -> None:
    rectification = section("Oikaisuvaatimusohje, kohdat 1–2", "Oikaisuvaatimus tehdään kaupunginhallitukselle.")
    administrative = section("Hallintovalitusosoitus, kohta 3", "Valitus tehdään hallinto-oikeudelle.")

    assert found(rectification, administrative) == [("rectification", "1–2"), ("administrative", "3")]


def test_points_are_read_from_the_first_sentences_too() -> None:
    one = section("Muutoksenhaku", "Kohtien 1 ja 2 osalta päätökseen voi tehdä oikaisuvaatimuksen.")
    other = section("Sökande av ändring", "I punkterna 3–4 får ändring inte sökas.", "Ändring i beslutet får inte sökas.")

    assert found(one, other) == [("rectification", "1 ja 2"), ("prohibited", "3–4")]


def test_a_prohibition_for_some_points_stands_beside_an_appeal_for_the_rest() -> None:
    both = section("Muutoksenhaku", ("Muutoksenhakukielto, kohta 3",), FORBIDDEN, ("Oikaisuvaatimusohje",), RECTIFICATION)

    assert found(both) == [("prohibited", "3"), ("rectification", "")]


def test_an_appeal_is_named_once_however_many_headings_speak_of_it() -> None:
    instructions = section(
        "Oikaisuvaatimusohje", ("Oikaisuvaatimus tehdään",), "Asianosainen.", ("Oikaisuvaatimusaika",), "14 päivää."
    )

    assert kinds(instructions) == ["rectification"]


def test_two_regimes_under_headings_of_one_section_are_both_found() -> None:
    both = section("Muutoksenhaku", ("Oikaisuvaatimus",), "Tehdään toimielimelle.", ("Hallintovalitus",), "Tehdään.")

    assert kinds(both) == ["rectification", "administrative"]


def test_a_heading_that_lists_other_items_concerns_this_one_not() -> None:
    both = section("Muutoksenhaku", ("Muutoksenhakukielto § 1, 2",), FORBIDDEN, ("Oikaisuvaatimusohje § 3",), RECTIFICATION)
    others = [item(number=n, identity=n) for n in ("1", "2")]
    own = item(both)

    assert [a.kind.id for a in appeals(own, meeting(*others, own), packaged())] == ["rectification"]


def test_case_soft_hyphens_and_hard_spaces_do_not_matter() -> None:
    assert kinds(section("MUUTOKSEN\xadHAKU", "TÄHÄN\xa0PÄÄTÖKSEEN HAETAAN MUUTOSTA KUNNALLIS\xadVALITUKSELLA.")) == [
        "municipal"
    ]


@pytest.mark.parametrize(
    ("instructions", "starts", "day"),
    [
        (section(GIVEN, "Päätös on annettu julkipanon jälkeen 14.9.2026."), Start.GIVEN, date(2026, 9, 14)),
        (section(GIVEN, "Antopäivä: 1.10.2026"), Start.GIVEN, date(2026, 10, 1)),
        (section(GIVEN, "Ohje.", "Antopäivä 1.10.2026, antopäivä 2.10.2026"), Start.GIVEN, None),
        (section(GIVEN, "Päätös annetaan."), Start.GIVEN, None),
        (section(NOTICE, "Kuulutus on julkaistu 7.9.2026."), Start.NOTICE, date(2026, 9, 7)),
        (section(NOTICE, "Kuulutus on julkaistu 31.9.2026."), Start.NOTICE, None),
        (section("Oikaisuvaatimusohje", "Antopäivä 1.10.2026."), Start.WEB, None),
        (section("Hallintovalitus", "Antopäivä 1.10.2026."), Start.SERVED, None),
    ],
)  # fmt: skip
def test_the_day_that_starts_a_period_is_read_where_it_is_stated_once(
    instructions: Section, starts: Start, day: date | None
) -> None:
    own = item(instructions)

    assert [(a.kind.starts, a.day) for a in appeals(own, meeting(own), packaged())] == [(starts, day)]


@pytest.mark.parametrize(
    ("instructions", "statute"),
    [
        (section("Muutoksenhakukielto", "Sovellettava lainkohta: Kuntalaki 136 §"), None),
        (section("Muutoksenhakukielto", "Päätös koskee valmistelua."), None),
        (section("Muutoksenhakukielto kuntalaki 91 §", "Ohje."), "kuntalaki 91 §"),
        (section("", ELECTION), "vaalilaki 45 ja 66 §"),
        (section("Förbud mot sökande av ändring", "Tillämpat lagrum: 136 § i kommunallagen"), None),
        (section("Förbud mot sökande av ändring", "Tillämpat lagrum: 102 § i vallagen"), "vallagen 102 §"),
        (section("Oikaisuvaatimusohje", "Hallintolain 49 b §:n mukaan voi tehdä oikaisuvaatimuksen."), None),
    ],
)  # fmt: skip
def test_a_prohibition_by_another_statute_says_which(instructions: Section, statute: str | None) -> None:
    own = item(instructions)

    assert [a.statute for a in appeals(own, meeting(own), packaged())] == [statute]


@pytest.mark.parametrize(
    "text",
    [
        "ei " * 30_000,
        "tehdä " * 30_000,
        "ei saa " * 20_000,
        "kuntalain 136 " * 10_000,
        "antopäivä " * 20_000,
        "kohta 1, " * 20_000,
    ],
)
def test_a_long_text_is_read_in_time(text: str) -> None:
    assert kinds(section("Muutoksenhaku", text)) == []

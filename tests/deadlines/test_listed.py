"""Lists of items in the titles of files of instructions, as systems write them and as they lose commas."""

import pytest

from generator.deadlines import appeals
from generator.deadlines.kinds import packaged
from generator.deadlines.listed import points_of
from generator.model.redacted import PublicItem
from tests.deadlines.factories import item, meeting, section

NUMBERS = [str(n) for n in range(201, 224)]


@pytest.mark.parametrize(
    ("title", "number", "points"),
    [
        ("Oikaisuvaatimusohje (§ 202, 205)", "202", ""),
        ("Oikaisuvaatimusohje (§ 202, 205)", "203", None),
        ("Oikaisuvaatimusohje (§ 202-205)", "204", ""),
        ("Oikaisuvaatimusohje (§ 202, 207 kohdat 1-2, 211-212)", "207", "1-2"),
        ("Oikaisuvaatimusohje (§ 202, 207 kohdat 1-2, 211-212)", "212", ""),
        ("Oikaisuvaatimusohje §:t 202 ja 207 kohta 3", "207", "3"),
        ("Muutoksenhakukielto kuntalaki 136 § (§ 201, 207k3, 208)", "207", "3"),
        ("Muutoksenhakukielto (§ 201-203205206,207k3208210-211)", "205", ""),
        ("Muutoksenhakukielto (§ 201-203205206,207k3208210-211)", "207", "3"),
        ("Muutoksenhakukielto (§ 201-203205206,207k3208210-211)", "208", ""),
        ("Muutoksenhakukielto (§ 201-203205206,207k3208210-211)", "209", None),
        ("Muutoksenhakukielto (§ 201, 299)", "201", None),  # 299 is no item of this meeting
        ("Muutoksenhakukielto (§ 205-203)", "204", None),
        ("Muutoksenhakukielto kuntalaki 136 §", "203", None),
        ("Muutoksenhakukielto kuntalaki 136 § 1 mom.", "201", None),
        ("Oikaisuvaatimusohje", "203", None),
        ("Anvisning för omprövningsbegäran (§ 203 punkterna 1 och 2, 204)", "203", "1och2"),
    ],
)
def test_the_points_of_an_item_in_a_list(title: str, number: str, points: str | None) -> None:
    assert points_of(title, number, NUMBERS) == points


def test_numbers_with_letters_are_numbers() -> None:
    assert points_of("Oikaisuvaatimusohje (§ 45 a, 46)", "45 a", ["45", "45 a", "46"]) == ""
    assert points_of("Oikaisuvaatimusohje (§ 45 a, 46)", "45", ["45", "45 a", "46"]) is None


def test_a_list_that_can_be_read_in_two_ways_is_not_read() -> None:
    # Points 1 and 2 of item 7, or point 1 of it and item 2.
    assert points_of("Oikaisuvaatimusohje (§ 7 kohdat 1, 2)", "2", [str(n) for n in range(1, 10)]) is None


def test_a_list_without_end_is_read_in_time() -> None:
    assert points_of("Oikaisuvaatimusohje (§ " + "1" * 5000 + ")", "1", [str(n) for n in range(1, 200)]) is None


def appeals_by_files(own: PublicItem, *titles: str) -> list[tuple[str, str]]:
    others = [item(number=n, identity=n) for n in ("1", "2")]
    return [(a.kind.id, a.points) for a in appeals(own, meeting(*others, own, files=titles), packaged())]


def test_files_of_instructions_give_an_item_two_regimes_with_their_points() -> None:
    files = "Muutoksenhakukielto (§ 1, 3k3)", "Oikaisuvaatimusohje (§ 2, 3 kohdat 1-2)"

    assert appeals_by_files(item(), *files) == [("prohibited", "3"), ("rectification", "1-2")]


def test_instructions_of_the_item_itself_come_before_files() -> None:
    own = item(section("Muutoksenhaku", "Tähän päätökseen haetaan muutosta kunnallisvalituksella."))

    assert appeals_by_files(own, "Oikaisuvaatimusohje (§ 3)") == [("municipal", "")]


def test_a_file_beside_the_item_is_its_instruction_only_when_it_says_so() -> None:
    assert appeals_by_files(item(files=("Oikaisuvaatimusohje",))) == [("rectification", "")]
    assert appeals_by_files(item(files=("Oikaisuvaatimus.pdf", "Kunnallisvalitus"))) == []


def test_a_file_for_the_whole_meeting_that_lists_nothing_is_nobodys() -> None:
    assert appeals_by_files(item(), "Oikaisuvaatimusohje") == []


def test_an_item_without_a_number_is_in_no_list() -> None:
    assert appeals_by_files(item(number=None), "Oikaisuvaatimusohje (§ 3)") == []

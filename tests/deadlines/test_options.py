"""The options `appeals` and `display`: what they change, and one sentence for each mistake."""

from pathlib import Path

import pytest

from generator import config
from generator.deadlines import Display, Kind, Rules, Start, Whose
from generator.deadlines.kinds import packaged
from generator.errors import ConfigurationError
from tests.sites import ROOT, SETTINGS

RIGHT = SETTINGS.replace("UNMARKED", "public")
SCHOOL = (
    "{id: school, days: 14, starts: served, statute: {fi: perusopetuslaki 42 c §, sv: skollagen 42 c §}, "
    "name: {fi: Valitus koulua koskevasta päätöksestä, sv: Besvär över beslut om skola}, words: [kouluvalitu]}"
)


def rules(folder: Path, *lines: str) -> Rules:
    for part in ("content", "exports"):
        (folder / part).mkdir()
    path = folder / "mkdocs.yml"
    path.write_text(RIGHT + "".join(f"      {line}\n" for line in lines), encoding="utf-8")
    return config.load(path).deadlines


def kind(found: Rules, identity: str) -> Kind:
    return next(k for k in found.kinds if k.id == identity)


def test_without_options_the_packaged_kinds_hold_and_nothing_ends(tmp_path: Path) -> None:
    assert rules(tmp_path) == Rules(kinds=packaged(), display={})


def test_a_packaged_kind_changes_only_in_what_is_given(tmp_path: Path) -> None:
    found = kind(rules(tmp_path, "appeals: [{id: rectification, days: 21, words: [oikaisupyyntö]}]"), "rectification")
    before = kind(Rules(), "rectification")

    assert (found.days, found.starts, found.name) == (21, Start.WEB, before.name)
    assert found.words == (*before.words, "oikaisupyyntö")


def test_a_period_in_months_takes_the_place_of_one_in_days(tmp_path: Path) -> None:
    found = kind(rules(tmp_path, "appeals: [{id: municipal, months: 1}]"), "municipal")

    assert (found.days, found.months) == (None, 1)


def test_another_start_changes_whose_date_it_is(tmp_path: Path) -> None:
    found = kind(rules(tmp_path, "appeals: [{id: plan, starts: served}]"), "plan")

    assert (found.starts, found.owner) == (Start.SERVED, Whose.PARTY)


def test_a_kind_of_the_municipalitys_own_is_added(tmp_path: Path) -> None:
    found = kind(rules(tmp_path, f"appeals: [{SCHOOL}]"), "school")

    assert (found.days, found.starts, found.words) == (14, Start.SERVED, ("kouluvalitu",))


def test_display_is_read_by_organization(tmp_path: Path) -> None:
    found = rules(tmp_path, "display: {'*': {page_days: 1825}, lautakunta: {personal_data_days: 60, page_days: null}}")

    assert found.display == {"*": Display(page_days=1825), "lautakunta": Display(personal_data_days=60)}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("appeals: [{days: 14}]", "config.option_missing"),
        ("appeals: {id: rectification}", "config.option_type"),
        ("appeals: [{id: rectification, days: 21}, {id: rectification}]", "deadlines.option_id"),
        ("appeals: [{id: Oikaisu 1}]", "deadlines.option_id"),
        ("appeals: [{id: rectification, days: neljätoista}]", "config.option_type"),
        ("appeals: [{id: rectification, days: 0}]", "deadlines.option_period"),
        ("appeals: [{id: rectification, days: -14}]", "deadlines.option_period"),
        ("appeals: [{id: rectification, days: true}]", "deadlines.option_period"),
        ("appeals: [{id: rectification, days: 100000}]", "deadlines.option_period"),
        ("appeals: [{id: rectification, days: 14, months: 1}]", "deadlines.option_two_periods"),
        ("appeals: [{id: rectification, starts: tomorrow}]", "config.option_choice"),
        ("appeals: [{id: rectification, whose: everybody}]", "config.option_choice"),
        ("appeals: [{id: rectification, name: Oikaisu}]", "config.option_type"),
        ("appeals: [{id: rectification, name: {fi: 5}}]", "config.option_by_language"),
        ("appeals: [{id: rectification, words: oikaisu}]", "config.option_type"),
        ("appeals: [{id: rectification, words: ['']}]", "deadlines.option_words"),
        ("appeals: [{id: rectification, words: ['...']}]", "deadlines.option_words"),
        ("appeals: [{id: prohibited, days: 14}]", "deadlines.option_no_period"),
        ("appeals: [{id: school, days: 14}]", "deadlines.option_incomplete"),
        (f"appeals: [{SCHOOL.replace('days: 14, ', '')}]", "deadlines.option_incomplete"),
        (f"appeals: [{SCHOOL.replace(', sv: Besvär över beslut om skola', '')}]", "deadlines.option_language"),
        ("appeals: [{id: rectification, day: 14}]", "config.option_unknown"),
        ("display: 30", "config.option_type"),
        ("display: {lautakunta: 30}", "deadlines.option_display"),
        ("display: {lautakunta: {days: 30}}", "deadlines.option_display"),
        ("display: {lautakunta: {page_days: -1}}", "deadlines.option_display"),
        ("display: {lautakunta: {page_days: vuosi}}", "deadlines.option_display"),
        ("display: {5: {page_days: 30}}", "deadlines.option_display"),
    ],
)
def test_a_mistake_is_one_sentence(line: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as error:
        rules(tmp_path, line)

    assert error.value.code == code
    assert error.value.format_message().startswith("mkdocs.yml: ")
    assert len(error.value.format_message().splitlines()) == 1


def test_every_packaged_kind_says_its_period_statute_and_name_in_every_language() -> None:
    named = [k for k in packaged() if k.parts is None]

    assert all(set(k.name) == set(k.statute) == {"fi", "sv", "en"} for k in named)
    assert [k.id for k in named if not (k.days or k.months)] == ["prohibited"]
    assert {k.id: (k.days, k.starts) for k in named if k.id in {"rectification", "municipal", "market_court"}} == {
        "rectification": (14, Start.WEB),
        "municipal": (30, Start.WEB),
        "market_court": (14, Start.SERVED),
    }


def test_the_parts_of_combined_kinds_are_kinds() -> None:
    ids = {k.id for k in packaged()}

    assert all(set(k.parts) <= ids for k in packaged() if k.parts is not None)


def test_words_are_in_lower_case_as_they_are_compared() -> None:
    assert [word for k in packaged() for word in k.words if word != word.casefold() or not word.strip()] == []


def test_the_page_for_staff_names_every_kind_with_its_period() -> None:
    rows = (ROOT / "docs" / "appeals.md").read_text(encoding="utf-8").splitlines()
    kinds = [k for k in packaged() if k.parts != ()]
    told = {k.id: next(row for row in rows if row.startswith(f"| `{k.id}` |")) for k in kinds}

    assert [k.id for k in kinds if k.days and f"| {k.days} days | {k.starts} |" not in told[k.id]] == []

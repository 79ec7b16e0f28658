"""CaseM's exports as other towns' have them: votes in JSON, additional items, short records, times in names."""

import json
from pathlib import Path

import pytest

from generator.importers._casem_records import Property
from generator.importers._casem_sections import sections
from generator.importers._export import Export
from generator.importers.casem import IMPORTER
from generator.model.meeting import Meeting, Section, SectionKind
from generator.model.text import inline_text, text

META = "http://kuutamoniemi.cloudnc.example/api/opennc/v1/$metadata#"


def sections_of(language: str = "fi", **told: str) -> tuple[Section, ...]:
    return sections([Property(name=name, text=said) for name, said in told.items()], language)


def votes(*votings: object, language: str = "fi") -> str:
    (section,) = sections_of(language, Votings=json.dumps(votings))
    assert section.kind is SectionKind.VOTE
    return text(section.blocks)


def meeting(folder: Path, name: str, title: str = "Asia", **cover: str) -> Meeting:
    def put(file: str, kind: str, rows: list[dict[str, object]]) -> None:
        (folder / file).write_text(json.dumps({"odata.metadata": META + kind, "value": rows}), encoding="utf-8")

    def row(content_id: int, subject: str, *more: dict[str, object]) -> dict[str, object]:
        return {
            "ContentId": content_id,
            "Subject": subject,
            "Classifications": [*more, {"NodeId": 9, "NodeName": name, "Type": 7}],
        }

    def told(**said: str) -> list[dict[str, object]]:
        return [{"Id": 1, "Name": key, "Text": value} for key, value in said.items()]

    put("contents.json", "Contents", [row(1, "", {"NodeId": 2, "NodeName": "Esittely", "Type": 43}), row(5, "Asia")])
    put("contents_5.json", "ExtendedProperties", told(Name=title, Article="7"))
    if cover:
        put("contents_1.json", "ExtendedProperties", told(**cover))
    (found,) = [result for result in IMPORTER.read(Export(folder)) if isinstance(result, Meeting)]
    return found


def test_votes_in_a_form_that_nobody_described_are_read_as_text() -> None:
    voting = {
        "Id": 5,
        "Title": "Tontti",
        "Yes": 7,
        "No": 3,
        "IsOpen": True,
        "Voters": [{"Name": "Helmi Aallotar", "Vote": "Jaa"}],
    }

    assert votes(voting) == "Tontti\nJaa: 7\nEi: 3\nHelmi Aallotar, Jaa"


def test_the_words_that_the_system_adds_to_votes_are_in_the_language_of_the_item() -> None:
    assert votes({"Yes": 7, "Absent": 1}, language="sv") == "Ja: 7\nFrånvarande: 1"


def test_an_option_that_nobody_voted_for_has_no_votes() -> None:
    assert votes({"Votes": {"JAA": ["Helmi Aallotar"], "EI": []}}) == "JAA\nHelmi Aallotar\nEI: 0"


@pytest.mark.parametrize("written", ["[]", "", "[{}]", '[{"Title": null}]'])
def test_votes_that_say_nothing_make_no_section(written: str) -> None:
    assert not sections_of(Votings=written)


def test_votes_as_html_are_read_as_it() -> None:
    (section,) = sections_of(Votings="<p>JAA 7, EI 3</p>")

    assert text(section.blocks) == "JAA 7, EI 3"


def test_a_heading_with_nothing_under_it_is_the_text() -> None:
    (section,) = sections_of(Correctioninstructions="<p><strong>Muutoksenhakukielto</strong></p>")

    assert (inline_text(section.heading), text(section.blocks)) == ("", "Muutoksenhakukielto")


def test_a_known_heading_that_is_not_bold_but_alone_on_its_line_opens_its_section() -> None:
    found = sections_of(Description="<p>Tausta on vanha.</p><p>Perustelut</p><p>Silta on rikki.</p>")

    assert [(s.kind, text(s.blocks)) for s in found] == [
        (SectionKind.BACKGROUND, "Tausta on vanha."),
        (SectionKind.GROUNDS, "Silta on rikki."),
    ]


@pytest.mark.parametrize("title", ["LISÄPYKÄLÄ Asia", "Lisäpykälä: Asia"])
def test_the_mark_of_an_additional_item_is_no_conflict_of_titles(tmp_path: Path, title: str) -> None:
    (item,) = meeting(tmp_path, "Kaupunginhallitus, kokous 8.6.2026", title).items

    assert (item.title, item.holds) == (title, ())


def test_a_meeting_starts_at_the_time_in_its_name_where_no_cover_tells(tmp_path: Path) -> None:
    start = meeting(tmp_path, "Kaupunginhallitus, kokous 8.6.2026 klo 8.15").start

    assert start is not None
    assert start.isoformat() == "2026-06-08T08:15:00+03:00"


def test_a_record_without_times_has_its_group_in_their_place_and_does_not_say_that_someone_was_absent(tmp_path: Path) -> None:
    people = (
        "Helmi Aallotar;#chairman;#2026-06-08 08:30:00;#;#member;#!#Esa Kuusamäki;#secretary;#other;#!#"
        "Nils Björkskog;#jäsen;#;#;#member;#"
    )

    found = meeting(tmp_path, "Kaupunginhallitus, kokous 8.6.2026", Participant_councilman=people).attendance

    assert [(p.group, p.present) for p in found] == [("member", True), ("other", True), ("member", False)]

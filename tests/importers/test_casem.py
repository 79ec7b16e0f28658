"""CaseM's importer on small exports made here: recognition, matching, publicity, order, and what is broken."""

import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.importers._export import Export
from generator.importers.casem import IMPORTER
from generator.model.meeting import AgendaItem, Meeting, SectionKind, Stage, State
from generator.model.message import Level, Message
from generator.model.publicity import PublicityClass
from generator.model.text import ItemList, text

META = "http://kuutamoniemi.cloudnc.example/api/opennc/v1/$metadata#"
MEETING = {"NodeId": 900, "NodeName": "Kokous 1.6.2026", "Type": 7}
SECRET = "Sinikettu"  # noqa: S105 - a word to look for


class Folder:
    """An export as it is put together, file by file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.add("nodes.json", "Nodes", [node(100, 23, "Toimielimet"), node(200, 100, "Tekninen lautakunta")])
        self.add("100_200_subnodes.json", "Nodes", [node(300, 200, "Kokoukset")])
        self.add("100_200_300_subnodes.json", "Nodes", [node(900, 300, "Kokous 1.6.2026")])

    def add(self, name: str, entity_set: str, rows: object, **more: object) -> None:
        self.put(name, json.dumps({"odata.metadata": META + entity_set, "value": rows, **more}, ensure_ascii=False))

    def put(self, name: str, content: str | bytes) -> None:
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def item(self, content_id: int, *, name: str = "Asia", **properties: str) -> None:
        told = properties_of(Name=name, **properties)
        self.add(f"contents_{content_id}_extended_properties.json", "ExtendedProperties", told)

    def results(self) -> tuple[list[Meeting], list[Message]]:
        found = list(IMPORTER.read(Export(self.path)))
        return [r for r in found if isinstance(r, Meeting)], [r for r in found if isinstance(r, Message)]

    def meeting(self) -> Meeting:
        (meeting,) = self.results()[0]
        return meeting

    def only_item(self) -> AgendaItem:
        (item,) = self.meeting().items
        return item

    def codes(self) -> list[str]:
        return [message.code for message in self.results()[1]]


def node(node_id: int, parent: int, name: str) -> dict[str, Any]:
    return {"NodeId": node_id, "ParentId": parent, "Names": [{"LanguageId": 1, "Name": name, "Link": None}], "Type": 0}


def row(content_id: int, subject: str = "Asia", *classes: dict[str, Any], language: int = 1) -> dict[str, Any]:
    return {
        "ContentId": content_id, "Subject": subject, "LanguageId": language, "Classifications": [*(classes or (MEETING,))],
        "FileLinks": [], "EventStartDate": None, "EventEndDate": None,
    }  # fmt: skip


def properties_of(**told: str) -> list[dict[str, Any]]:
    return [{"Id": n, "Name": k, "Text": v, "Number": None, "Date": None} for n, (k, v) in enumerate(told.items())]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "vienti")


@pytest.fixture
def one(folder: Folder) -> Folder:
    folder.add("node_900_contents.json", "Contents", [row(5)])
    return folder


def test_an_export_is_recognised_by_content_and_not_by_file_names(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "jotain.json").write_text(json.dumps({"odata.metadata": META + "Contents", "value": []}))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "node_900_contents.json").write_text('{"nodes": []}')

    assert IMPORTER.identify(Export(tmp_path / "a"))
    assert not IMPORTER.identify(Export(tmp_path / "b"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 100_000, b"\x00" * 50, b"{}", b'"odata"'])
def test_recognition_never_fails_on_bad_content(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)

    assert not IMPORTER.identify(Export(tmp_path))


def test_a_zip_is_read_as_the_folder_is(one: Folder, tmp_path: Path) -> None:
    one.item(5, Article="7")
    with zipfile.ZipFile(tmp_path / "vienti.zip", "w") as archive:
        for path in one.path.rglob("*.json"):
            archive.write(path, path.relative_to(one.path).as_posix())
    zipped = Export(tmp_path / "vienti.zip")

    assert IMPORTER.identify(zipped)
    assert [r for r in IMPORTER.read(zipped) if isinstance(r, Meeting)] == one.results()[0]


@pytest.mark.parametrize(
    "name",
    ["Contents(5)_ExtendedProperties.json", "Contents/5/ExtendedProperties.json", "900_5.json", "5.json", "nimetön.json"],
)
def test_properties_find_their_content_by_the_id_in_the_name_or_by_their_title(one: Folder, name: str) -> None:
    one.add(name, "ExtendedProperties", properties_of(Name="Asia", Article="7"))

    assert one.only_item().number == "7"


def test_properties_find_their_content_by_their_own_address(one: Folder) -> None:
    one.add("x.json", "Contents(5)/ExtendedProperties", properties_of(Name="Toinen nimi", Article="7"))

    assert one.only_item().number == "7"


def test_properties_that_no_list_names_are_told_and_not_read(one: Folder) -> None:
    one.item(5)
    one.item(99, name="Vieras")

    assert "casem.properties_unmatched" in one.codes()
    assert [item.title for item in one.meeting().items] == ["Asia"]


def test_two_different_files_of_one_content_hold_it(one: Folder) -> None:
    one.item(5, PublicityClass="Julkinen")
    one.add("b/contents_5.json", "ExtendedProperties", properties_of(Name="Asia", PublicityClass="Salassa pidettävä"))

    assert one.only_item().holds == ("casem.properties_twice",)


def test_the_verbose_form_of_odata_is_read(folder: Folder) -> None:
    listed = row(5) | {"Classifications": {"results": [MEETING]}, "FileLinks": {"results": []}}
    folder.put("lista.json", json.dumps({"d": {"results": [listed]}}))
    told = properties_of(Name="Asia", Article="7")
    told[0]["__metadata"] = {"uri": "http://kuutamoniemi.cloudnc.example/api/opennc/v1/Contents(5)/ExtendedProperties(0)"}
    folder.put("a.json", json.dumps({"d": {"results": told}}))

    assert folder.only_item().number == "7"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_an_encoding_that_shows_itself_is_read(one: Folder, encoding: str) -> None:
    told = json.dumps({"odata.metadata": META + "ExtendedProperties", "value": properties_of(Name="Asia", Decision="Päätös")})
    one.put("contents_5_extended_properties.json", told.encode(encoding))

    assert text(one.only_item().sections[0].blocks) == "Päätös"


def test_another_encoding_is_told_and_its_item_is_held(one: Folder) -> None:
    told = {"odata.metadata": META + "ExtendedProperties", "value": properties_of(Name="Pöytä")}
    one.put("contents_5_extended_properties.json", json.dumps(told, ensure_ascii=False).encode("cp1252"))
    _, messages = one.results()

    assert [(m.level, m.where) for m in messages if m.code == "casem.file_encoding"] == [
        (Level.ERROR, "vienti/contents_5_extended_properties.json")
    ]
    assert one.only_item().holds == ("casem.file_encoding",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "casem.file_empty"),
        ('{"odata.metadata":"x#ExtendedProperties","value":[{"Id":1', "casem.file_broken"),
        ("[" * 100_000, "casem.file_broken"),
        ('{"odata.metadata":"x#ExtendedProperties","value":"ei"}', "casem.file_shape"),
        ('{"sää": "aurinkoista"}', "casem.file_unknown"),
    ],
)
def test_a_broken_body_is_one_message_and_holds_its_item(one: Folder, content: str, code: str) -> None:
    one.put("contents_5_extended_properties.json", content)

    assert one.codes().count(code) == 1
    assert (one.only_item().holds, one.only_item().has_text) == ((code,), False)


def test_a_page_that_goes_on_elsewhere_is_told_and_holds_its_item(one: Folder) -> None:
    told = properties_of(Name="Asia")
    one.add("contents_5.json", "ExtendedProperties", told, **{"odata.nextLink": "http://kuutamoniemi.example/?$skip=20"})

    assert "casem.paging" in one.codes()
    assert one.only_item().holds == ("casem.paging",)


@pytest.mark.parametrize(
    "wrong", [{"Name": 5, "Text": "x"}, {"Name": "Decision", "Text": 5}, {"Name": "Decision", "Text": ["x"]}, "rivi", None]
)
def test_a_row_of_a_wrong_type_is_told_and_holds_its_item(one: Folder, wrong: object) -> None:
    one.add("contents_5.json", "ExtendedProperties", [*properties_of(Name="Asia", Article="7"), wrong])

    assert "casem.wrong_type" in one.codes()
    assert (one.only_item().number, one.only_item().holds) == ("7", ("casem.wrong_type",))


def test_a_wrong_row_of_a_list_is_told_and_the_rest_is_read(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(5), row(6) | {"ContentId": "kuusi"}, row(7) | {"Subject": 7}])

    assert [item.source_id for item in folder.meeting().items] == ["5"]
    assert "casem.wrong_type" in folder.codes()


def test_a_meeting_without_a_day_is_an_error_and_is_not_read(folder: Folder) -> None:
    folder.add("node_901_contents.json", "Contents", [row(5, "Asia", {"NodeId": 901, "NodeName": "Kokous 31.2.2026"})])
    meetings, messages = folder.results()

    assert meetings == []
    assert [m.level for m in messages if m.code == "casem.day_missing"] == [Level.ERROR]


def test_a_meeting_with_two_days_is_an_error_and_is_not_read(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(5, "Asia", MEETING | {"NodeName": "Kokous 2.6.2026"})])

    assert folder.results()[0] == []
    assert "casem.days_differ" in folder.codes()


def test_a_meeting_whose_organization_nothing_tells_is_an_error(folder: Folder) -> None:
    folder.add("x.json", "Contents", [row(5, "Asia", {"NodeId": 950, "NodeName": "Kokous 3.6.2026", "Type": 7})])

    assert folder.results()[0] == []
    assert "casem.organization_missing" in folder.codes()


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Sosiaali- ja terveyslautakunta, kokous 3.6.2026 klo 16.00", "Sosiaali- ja terveyslautakunta"),
        ("Tekniska nämnden möte 3.6.2026", "Tekniska nämnden"),
    ],
)
def test_the_organization_may_stand_in_the_name_of_the_meeting(folder: Folder, name: str, organization: str) -> None:
    folder.add("x.json", "Contents", [row(5, "Asia", {"NodeId": 950, "NodeName": name, "Type": 7})])

    assert (folder.meeting().organization.name, folder.meeting().day) == (organization, date(2026, 6, 3))


def test_years_between_the_organization_and_its_meetings_are_passed_through(folder: Folder) -> None:
    folder.add("vuodet.json", "Nodes", [node(310, 300, "Vuosi 2025"), node(950, 310, "Kokous 3.6.2025")])
    folder.add("x.json", "Contents", [row(5, "Asia", {"NodeId": 950, "NodeName": "Kokous 3.6.2025", "Type": 7})])

    assert folder.meeting().organization.name == "Tekninen lautakunta"


def test_items_are_in_the_order_of_their_numbers_and_those_without_come_last(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(n) for n in (5, 6, 7, 8)])
    folder.item(5, Article="101")
    folder.item(6, Article="0")
    folder.item(7, Article="99")
    folder.item(8, Article="99 a")

    assert [(i.order, i.number) for i in folder.meeting().items] == [(1, "99"), (2, "99 a"), (3, "101"), (4, None)]


def test_a_list_that_is_in_order_keeps_its_order(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(n) for n in (5, 6, 7)])
    folder.item(5, Article="1")
    folder.item(6)
    folder.item(7, Article="2")

    assert [item.number for item in folder.meeting().items] == ["1", None, "2"]


def test_titles_that_differ_only_in_white_space_agree(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(5, "Katu ja  puisto")])
    folder.item(5, name=" Katu\u00a0ja puisto ")

    assert (folder.only_item().title, folder.only_item().holds) == ("Katu ja puisto", ())


@pytest.mark.parametrize(
    ("said", "classification"),
    [
        ({"PublicityClass": "Julkinen"}, PublicityClass.PUBLIC),
        ({"PublicityClass": "2"}, PublicityClass.PARTLY_SECRET),
        ({"PublicityClass": "SALASSA PIDETTÄVÄ"}, PublicityClass.SECRET),
        ({"PublicityClass": "Ei-julkinen"}, PublicityClass.NOT_PUBLISHED_ONLINE),
        ({"PublicityClass": "Sisäinen"}, PublicityClass.UNKNOWN),
        ({"PublicityClass": "Julkinen", "SecurityReason": "JulkL 24.1 § 20 k"}, PublicityClass.UNKNOWN),
        ({"SecurityReason": "JulkL 24.1 § 20 k"}, PublicityClass.UNKNOWN),
        ({"ProtectionLevel": "ST III"}, PublicityClass.UNKNOWN),
        ({"PublicityClass": "Julkinen", "SecurityPeriod": "0"}, PublicityClass.PUBLIC),
        ({"PersonalData": "<p>Hakija</p>"}, PublicityClass.UNKNOWN),
        ({"PersonalData": "<p>&nbsp;</p>"}, PublicityClass.UNMARKED),
        ({"PublicityClass": "Salassa pidettävä", "PersonalData": "Hakija"}, PublicityClass.SECRET),
        ({}, PublicityClass.UNMARKED),
    ],
)
def test_doubt_about_publicity_is_never_public(one: Folder, said: dict[str, str], classification: PublicityClass) -> None:
    one.item(5, **said)

    assert one.only_item().publicity.classification is classification


def test_the_ground_of_a_secret_item_is_the_sources_words_and_its_files_are_as_secret(one: Folder) -> None:
    link = "<a href='download.aspx?ID=70&GUID={0}'>Kuvaus.pdf</a>"
    one.item(5, PublicityClass="Salassa pidettävä", SecurityReason="JulkL (621/1999) 24.1 § 20 k", Attachments=link)
    item = one.only_item()

    assert (item.publicity.ground, item.publicity.origin) == ("JulkL (621/1999) 24.1 § 20 k", "PublicityClass")
    assert [a.publicity for a in item.attachments] == [item.publicity]


def test_what_personal_data_and_unknown_properties_say_is_in_no_section(one: Folder) -> None:
    one.item(5, PersonalData=SECRET, Weather=SECRET, SecurityNote=SECRET, Decision="Hyväksyttiin.")
    meetings, messages = one.results()

    assert SECRET not in repr(meetings) + repr(messages)
    assert [m.arguments for m in messages if m.code == "casem.property_unknown"] == [{"name": "Weather", "count": 1}]


def test_the_name_of_an_unknown_property_is_told_only_when_it_is_one(one: Folder) -> None:
    one.item(5, **{f"{SECRET} sanoo": "x"})

    assert SECRET not in repr(one.results()[1])


def test_a_file_of_the_whole_meeting_is_no_more_public_than_its_items(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(4), row(5)])
    link = "<a href='download.aspx?ID=70&GUID={0}'>Pöytäkirja.pdf</a>"
    told = properties_of(Participant_councilman="Aallotar Helmi;#jäsen;#;#;#member;#", AgendaAttachment=link)
    folder.add("contents_4.json", "ExtendedProperties", told)
    folder.item(5, PublicityClass="Salassa pidettävä")

    assert [a.publicity.classification for a in folder.meeting().attachments] == [PublicityClass.UNKNOWN]


def test_an_earlier_handling_keeps_what_its_own_metadata_says(one: Folder) -> None:
    topic = {"Party": "Lautakunta", "Descision": "Hyväksyttiin.", "PublicityClass": "Salassa pidettävä"}
    one.item(5, HistoryTopics=json.dumps([topic]))
    (handling,) = one.only_item().earlier_handlings

    assert [section.publicity.classification for section in handling.sections] == [PublicityClass.SECRET]


@pytest.mark.parametrize("history", ["[{", "{}", "[1]", '[{"Descision": 5}]', '[{"Votings": [1]}]', "[" * 100_000])
def test_an_earlier_handling_that_cannot_be_read_is_told_and_the_item_is_read(one: Folder, history: str) -> None:
    one.item(5, Decision="Hyväksyttiin.", HistoryTopics=history)

    assert one.codes() == ["casem.history_broken"]
    assert [section.kind for section in one.only_item().sections] == [SectionKind.DECISION]


@pytest.mark.parametrize("moment", ["/Date(99999999999999999999)/", "eilen", "", "/Date()/"])
def test_an_earlier_handling_with_a_day_that_is_none_has_no_day(one: Folder, moment: str) -> None:
    one.item(5, HistoryTopics=json.dumps([{"Party": "Lautakunta", "Descision": "Ok.", "MeetingDate": moment}]))
    (handling,) = one.only_item().earlier_handlings

    assert handling.day is None


def test_votes_in_json_say_how_each_voted(one: Folder) -> None:
    votes = [{"Title": "Ehdotus", "Votes": {"JAA": ["Helmi Aallotar"], "EI": ["Nils Björkskog", "Esa Kuusamäki"]}}]
    one.item(5, Votings=json.dumps(votes))
    (section,) = one.only_item().sections

    assert section.kind is SectionKind.VOTE
    assert text(section.blocks) == "Ehdotus\nJAA\nHelmi Aallotar\nEI\nNils Björkskog\nEsa Kuusamäki"
    assert sum(isinstance(block, ItemList) for block in section.blocks) == 2


def test_a_known_heading_inside_the_decision_starts_a_section_of_its_kind(one: Folder) -> None:
    one.item(5, Decision="<p>Hyväksyttiin.</p><p><strong>Eriävä mielipide</strong></p><p>Björkskog: ei.</p>")

    assert [(s.kind, text(s.blocks)) for s in one.only_item().sections] == [
        (SectionKind.DECISION, "Hyväksyttiin."),
        (SectionKind.DISSENT, "Björkskog: ei."),
    ]


def test_another_bodys_decision_inside_the_background_is_not_the_decision(one: Folder) -> None:
    one.item(5, Description="<p>Tausta.</p><p><strong>Lautakunnan päätös</strong></p><p>Puollettiin.</p>")

    assert [section.kind for section in one.only_item().sections] == [SectionKind.BACKGROUND]
    assert one.meeting().stage is Stage.AGENDA


def test_text_nested_too_deep_holds_its_item_and_the_rest_is_read(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(5), row(6)])
    folder.item(5, Description="<div>" * 300 + "x")
    folder.item(6)

    assert [item.holds for item in folder.meeting().items] == [("casem.text_too_deep",), ()]


def test_an_item_in_another_language_than_marked_is_in_the_language_of_its_text(one: Folder) -> None:
    swedish = "Stadsstyrelsen beslutar att föreslå för fullmäktige att anslaget för belysning av gångstigen godkänns."
    one.item(5, name="Belysning av gångstigen till Sjöviken", Decision=swedish)

    assert "casem.language_differs" in one.codes()
    assert one.only_item().language == "sv"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("Pöytäkirja on tarkastettu", State.CHECKED),
        ("Protokollet är granskat", State.CHECKED),
        ("Pöytäkirja ei ole tarkastettu", State.DECIDED),
        ("Esityslista", State.AGENDA),
        ("", State.AGENDA),
    ],
)
def test_minutes_are_checked_only_when_the_source_says_so(folder: Folder, state: str, expected: State) -> None:
    folder.add("node_900_contents.json", "Contents", [row(4), row(5)])
    told = properties_of(Participant_councilman="Aallotar Helmi;#jäsen;#;#;#member;#", Meetingstate=state)
    folder.add("contents_4.json", "ExtendedProperties", told)

    assert folder.meeting().state is expected


def test_the_meeting_starts_when_most_arrived(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(4)])
    times = [("16:00", "18:00"), ("16:00", "17:10"), ("16:25", "18:00")]
    people = "!#".join(f"N{n};#jäsen;#2026-06-01 {a}:00;#2026-06-01 {b}:00;#member;#" for n, (a, b) in enumerate(times))
    folder.add("contents_4.json", "ExtendedProperties", properties_of(Participant_councilman=people))
    meeting = folder.meeting()

    assert (meeting.start, meeting.end) == (datetime(2026, 6, 1, 13, tzinfo=UTC), datetime(2026, 6, 1, 15, tzinfo=UTC))
    assert meeting.attendance[2].arrived == datetime(2026, 6, 1, 13, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("files/57432.pdf", "Kartta.pdf"),
        ("57432_kartta.pdf", "Kartta.pdf"),
        ("57432/noname", "Kartta.pdf"),
        ("liitteet/KARTTA.pdf", "Kartta.pdf"),
        ("bdc88fb4-6f79-4b11-a237-4c390d493568.bin", "Kartta.pdf"),
    ],
)
def test_the_file_of_a_link_is_found_by_id_guid_or_name(one: Folder, name: str, title: str) -> None:
    link = f"<a href='download.aspx?ID=57432&GUID={{bdc88fb4-6f79-4b11-a237-4c390d493568}}' target='_blank'>{title}</a>"
    one.item(5, Attachments=link)
    one.put(name, b"%PDF-1.4")

    assert [(a.title, a.source_id, a.file) for a in one.only_item().attachments] == [(title, "57432", name)]
    assert "casem.file_unused" not in one.codes()


def test_a_file_called_as_two_links_are_is_given_to_neither(one: Folder) -> None:
    one.item(5, Attachments="<a href='?ID=1'>file.pdf</a><a href='?ID=2'>file.pdf</a>")
    one.put("file.pdf", b"%PDF-1.4")

    assert [a.file for a in one.only_item().attachments] == [None, None]
    assert "casem.file_unused" in one.codes()


def test_the_number_of_an_attachment_stands_apart_from_its_title(one: Folder) -> None:
    one.item(5, Attachments="<a href='?ID=1'>Liite 3 Kartta.pdf</a>", Supplementarymaterial="<a href='?ID=2'>Muistio.pdf</a>")

    assert [(a.number, a.title, a.supporting) for a in one.only_item().attachments] == [
        ("3", "Kartta.pdf", False),
        (None, "Muistio.pdf", True),
    ]


def test_reading_twice_gives_the_same(one: Folder) -> None:
    one.item(5, Article="7", Decision="<p>Hyväksyttiin.</p>", Weather="x")

    assert one.results() == one.results()


def test_a_heading_that_begins_with_a_known_word_stays_whole(one: Folder) -> None:
    appeal = "<p><strong>Valitusosoitus: Rakennuslupa</strong></p><p>Valitus tehdään hallinto-oikeuteen.</p>"
    one.item(5, Correctioninstructions=appeal)
    (section,) = one.only_item().sections

    assert text(section.blocks) == "Valitusosoitus: Rakennuslupa\nValitus tehdään hallinto-oikeuteen."
    assert len(section.blocks) == 2


def test_a_decision_that_a_gap_follows_in_the_background_is_no_heading(one: Folder) -> None:
    one.item(5, Description="<p>Saapuneet:<br />\nsekä salainen päätös&nbsp;&nbsp;&nbsp;22.8.2026 &sect; 147</p>")
    (section,) = one.only_item().sections

    assert len(section.blocks) == 1

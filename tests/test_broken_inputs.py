"""Each broken input ends as one sentence with file, place and remedy, and the rest goes on."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator import importers, intake, pipeline, redaction
from generator.commands import publish_summary as summary
from generator.config import Settings
from generator.importers import Export, ReadExport
from generator.media import recordings
from generator.messages import catalog
from generator.model.identifiers import Known
from generator.model.message import Level, Message
from generator.progress import silent
from generator.redaction import Redaction
from tests import broken
from tests.broken import Breaker
from tests.sites import DAY

NOBODY = 65534
Town = Callable[..., Settings]


class Kind(NamedTuple):
    """One way to break an input, and the one message that it ends as. *rest* counts the meetings of its export still read."""

    breaker: Breaker
    where: str
    code: str
    rest: int = 0


KINDS = (
    Kind(broken.empty_file, "tyhja.json", "importers.export_empty"),
    Kind(broken.truncated_zip, "katkennut.zip", "importers.zip_broken"),
    Kind(broken.zip_leading_out, "ulos.zip", "importers.zip_unsafe"),
    Kind(broken.zip_of_ten_thousand, "monta.zip", "importers.zip_too_many"),
    Kind(broken.zip_bomb, "pommi.zip", "importers.zip_bomb"),
    Kind(broken.wrong_encoding, "merkisto/contents_42_extended_properties.json", "casem.file_encoding", rest=1),
    Kind(broken.wrong_encoding_of_a_page, "merkisto-sivu/*-2.HTM", "dynasty.encoding_unclear", rest=1),
    Kind(broken.meeting_without_date, "paivaton/node_*_contents.json", "casem.day_missing"),
    Kind(broken.page_without_date, "paivaton-sivu/*.HTM", "dynasty.meeting_without_day"),
    Kind(broken.list_without_date, "paivaton-lista/kokous.html", "tweb.page_without_date"),
    Kind(broken.json_without_keys, "avaimeton/node_*_contents.json", "casem.wrong_type", rest=1),
    Kind(broken.json_with_wrong_types, "tyypit/contents_42_extended_properties.json", "casem.wrong_type", rest=1),
    Kind(broken.json_that_is_a_number, "numero/contents_42_extended_properties.json", "casem.file_unknown", rest=1),
    Kind(broken.json_of_another_shape, "muoto/contents_42_extended_properties.json", "casem.file_shape", rest=1),
    Kind(broken.long_line_alone, "pitka-rivi.json", "importers.file_too_large"),
    Kind(broken.long_line_of_text, "pitka-rivi.txt", "importers.file_too_large"),
    Kind(broken.long_line_of_json, "pitka-json/contents_42_extended_properties.json", "importers.file_too_large", rest=1),
    Kind(broken.long_line_of_markup, "pitka-sivu/*-2.HTM", "importers.file_too_large", rest=1),
    Kind(broken.deep_markup, "syva/*-2.HTM", "importers.markup_too_deep", rest=1),
    Kind(broken.deep_property, "syva-teksti/contents_42_extended_properties.json", "casem.text_too_deep", rest=1),
    Kind(broken.deep_list, "syva-lista/kokous.html", "importers.markup_too_deep"),
    Kind(broken.deep_json, "syva-json/contents_42_extended_properties.json", "casem.file_broken", rest=1),
    Kind(broken.pdf_without_text, "kuva/302.pdf", "tweb.pdf_no_text", rest=1),
    Kind(broken.pdf_with_password, "salasana/302.pdf", "tweb.pdf_password", rest=1),
    Kind(broken.word_that_is_html, "sana/302.docx", "tweb.word_is_markup", rest=1),
    Kind(broken.word_that_is_html_alone, "paatos.docx", "importers.not_recognized"),
    Kind(broken.link_out, "linkki.json", "importers.not_a_file"),
    Kind(broken.link_out_of_an_export, "linkit/*-2.HTM", "importers.not_a_file", rest=1),
)
BETWEEN_MEETINGS = (
    Kind(broken.exports_that_disagree, "kahdesti-1", "importers.meeting_twice"),
    Kind(broken.captions_of_another_day, "toimikunta-2026-08-10.vtt", "media.captions_of_other_day", rest=1),
    Kind(broken.captions_that_go_on, "jatkuu.vtt", "media.captions_go_on", rest=1),
    Kind(broken.captions_that_end_early, "loppuu.vtt", "media.captions_end_early", rest=1),
    Kind(broken.captions_of_other_items, "muut-pykalat.toml", "media.captions_of_other_items", rest=1),
    Kind(broken.captions_of_two_meetings, "sama-2.toml", "media.captions_shared", rest=2),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.breaker.__name__)
def test_a_broken_input_is_one_sentence_and_the_rest_is_read(kind: Kind, exports: Path) -> None:
    kind.breaker(exports)
    read = importers.read_all(exports)

    assert [message.code for message in told(read)] == [kind.code]
    assert Path(told(read)[0].where).match(kind.where)
    assert sum(len(export.meetings) for export in read) == kind.rest


@pytest.mark.parametrize("kind", BETWEEN_MEETINGS, ids=lambda kind: kind.breaker.__name__)
def test_what_does_not_belong_together_is_one_sentence(kind: Kind, town: Town) -> None:
    settings = town()
    kind.breaker(settings.sources[0].path)
    taken = intake.take_in(settings, Known())

    assert [(m.code, m.where) for m in taken.messages if m.level is not Level.INFO] == [(kind.code, kind.where)]
    assert len(taken.meetings) == kind.rest
    assert [meeting for meeting in taken.meetings if meeting.recording] == []


def test_captions_of_the_meeting_itself_are_taken(tmp_path: Path) -> None:
    broken.captions_of_other_items(tmp_path)
    (found,), messages = recordings.find(tmp_path)

    assert messages == ()
    assert found.recording.captions


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("code", sorted({kind.code for kind in (*KINDS, *BETWEEN_MEETINGS)}))
def test_each_sentence_is_one_and_has_a_remedy(code: str, language: str) -> None:
    text = catalog(language)[code]

    assert text.endswith(".")
    assert ". " not in text
    assert "; " in text or ", " in text


@pytest.mark.parametrize(
    ("path", "code", "rest"),
    [
        ("lukossa/contents_42_extended_properties.json", "importers.file_unreadable", 1),
        ("lukossa.json", "importers.file_unreadable", 0),
        ("lukittu", "importers.folder_unreadable", 0),
        ("puoliksi/files", "importers.folder_unreadable", 1),
    ],
)
def test_what_may_not_be_read_is_one_sentence(path: str, code: str, rest: int, open_exports: Path) -> None:
    for folder in ("lukossa", "puoliksi"):
        broken.casem(open_exports / folder)
    (open_exports / "puoliksi" / "files").mkdir()
    (open_exports / "lukossa.json").write_text("{}")
    broken.casem(open_exports / "lukittu")
    kept = path.split("/", maxsplit=1)[0]
    for other in open_exports.iterdir():
        if other.name != kept:
            shutil.rmtree(other) if other.is_dir() else other.unlink()
    importers.read_all(open_exports)  # what Python loads late, it could not load without rights
    (open_exports / path).chmod(0)
    with without_rights():
        read = importers.read_all(open_exports)
    (open_exports / path).chmod(0o700)

    assert [(m.code, m.where) for m in told(read)] == [(code, path)]
    assert sum(len(export.meetings) for export in read) == rest


def test_a_folder_whose_files_may_not_be_read_stands_in_no_way_of_others(open_exports: Path) -> None:
    broken.casem(open_exports / "ehja")
    broken.casem(open_exports / "lukittu").chmod(0)
    importers.read_all(open_exports / "ehja")
    with without_rights():
        read = importers.read_all(open_exports)
    (open_exports / "lukittu").chmod(0o700)

    assert [len(export.meetings) for export in read if export.importer] == [1]


def test_a_name_in_another_character_set_is_one_sentence(exports: Path) -> None:
    broken.casem(exports / "ehja")
    Path(os.fsdecode(os.fsencode(exports) + b"/p\xe4\xe4t\xf6s.json")).write_text("{}")
    read = importers.read_all(exports)

    assert [(m.code, m.where) for m in told(read)] == [("importers.name_broken", "p??t?s.json")]


def test_an_export_that_changes_while_it_is_read_is_set_aside(exports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = broken.casem(exports / "kesken") / "contents_42_extended_properties.json"
    broken.casem(exports / "ehja")
    original = Export.read

    def read_and_change(export: Export, name: str) -> bytes:
        content = original(export, name)
        if export.name == "kesken":
            path.write_bytes(path.read_bytes() + b" ")
        return content

    monkeypatch.setattr(Export, "read", read_and_change)
    read = importers.read_all(exports)

    assert [(m.code, m.where) for m in told(read)] == [("importers.changed", "kesken")]
    assert [len(export.meetings) for export in read] == [1, 0]


def test_a_file_that_comes_while_an_export_is_read_is_a_change(exports: Path) -> None:
    export = Export(broken.casem(exports / "kesken"))
    importers.identify(export)
    (exports / "kesken" / "contents_43_extended_properties.json").write_text("{}")

    assert export.is_changed()


def test_an_export_that_changes_while_its_attachments_are_read_is_set_aside(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = town()
    exports = settings.sources[0].path
    broken.casem(exports / "kesken")
    broken.casem(exports / "ehja")
    original = redaction.redact

    def redact_and_change(*arguments: Any) -> Redaction:
        (exports / "kesken" / "uusi.json").write_text("{}")
        return original(*arguments)

    monkeypatch.setattr(redaction, "redact", redact_and_change)
    taken = intake.take_in(settings, Known())

    assert [(m.code, m.where) for m in taken.messages if m.level is Level.ERROR] == [("importers.changed", "kesken")]
    assert [meeting.organization.name for meeting in taken.meetings] == ["Toimikunta ehja"]


@pytest.mark.usefixtures("by_rules_alone")
def test_all_of_them_at_once_leave_the_rest_published(town: Town) -> None:
    settings = town()
    exports = settings.sources[0].path
    broken.casem(exports / "ehja")
    for kind in (*KINDS, *BETWEEN_MEETINGS):
        kind.breaker(exports)
    outcome = pipeline.publish(settings, DAY, silent)
    codes = Counter(message.code for message in outcome.messages if message.level is not Level.INFO)

    assert codes == Counter(kind.code for kind in (*KINDS, *BETWEEN_MEETINGS))
    assert "toimikunta-ehja/2026-09-14" in {meeting.id for meeting in outcome.decision.new}
    assert len(outcome.decision.new) == 1 + sum(kind.rest for kind in (*KINDS, *BETWEEN_MEETINGS))
    assert summary.exit_code(outcome) == 3


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    (tmp_path / "exports").mkdir()
    return tmp_path / "exports"


@pytest.fixture
def open_exports() -> Iterator[Path]:
    """A folder that everybody may open: pytest's own are root's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "exports").mkdir()
        yield Path(folder) / "exports"


@contextmanager
def without_rights() -> Iterator[None]:
    """Be nobody for a while, when we are root, whom no permission stops."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def told(read: tuple[ReadExport, ...]) -> list[Message]:
    return [message for export in read for message in export.messages if message.level is not Level.INFO]

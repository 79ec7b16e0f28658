"""Every way to break an input: each writes one broken thing into a folder of exports."""

import json
import shutil
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from tests import exports as whole
from tests.exports import Item
from tests.importers.tweb import drawn

MEGABYTE = 2**20
LONG_LINE = 200 * MEGABYTE
DEEP = 50_000
DECIDED = (("Decision", "Hyväksyttiin."),)
ITEMS = (Item(title="Kahvitarjoilu", properties=DECIDED), Item(title="Venevalkaman aidan väri", properties=DECIDED))
PARTS = (("Päätös", "Lautakunta hyväksyi ehdotuksen."),)
PAGES = (("Venevalkama", "<p>Päätös</p><p>Hyväksyttiin.</p>"), ("Aidan väri", "<p>Päätös</p><p>Hyväksyttiin.</p>"))

Breaker = Callable[[Path], None]


def casem(folder: Path, items: Sequence[Item] = ITEMS, *, organization: str = "Kaupunginhallitus") -> Path:
    """Write a meeting of CaseM that is no other folder's: the node's number and the body's name are the folder's own."""
    whole.casem(folder, items, organization=organization)
    return _own(folder, {"Kaupunginhallitus": f"Toimikunta {folder.name}", "900": _number(folder)})


def dynasty(folder: Path, pages: Sequence[tuple[str, str]] = PAGES) -> Path:
    """Write a meeting of Dynasty that is no other folder's."""
    whole.dynasty(folder, pages)
    return _own(folder, {"Rantalautakunta": f"Toimikunta {folder.name}", "2025310011": f"2025{_number(folder)}"})


def tweb(folder: Path, *titles: str) -> Path:
    """Write a meeting of TWeb that is no other folder's."""
    whole.tweb(folder, [(title, PARTS) for title in titles or ("Aidan väri",)])
    return _own(folder, {"Tekninen lautakunta": f"Toimikunta {folder.name}"})


def empty_file(exports: Path) -> None:
    (exports / "tyhja.json").write_bytes(b"")


def truncated_zip(exports: Path) -> None:
    _zipped(exports / "katkennut.zip")
    content = (exports / "katkennut.zip").read_bytes()
    (exports / "katkennut.zip").write_bytes(content[: len(content) // 2])


def zip_leading_out(exports: Path) -> None:
    _zipped(exports / "ulos.zip")
    with zipfile.ZipFile(exports / "ulos.zip", "a") as archive:
        archive.writestr("../ulkona.json", "{}")


def zip_of_ten_thousand(exports: Path) -> None:
    with zipfile.ZipFile(exports / "monta.zip", "w") as archive:
        for number in range(10_000):
            archive.writestr(f"{number}.json", "{}")


def zip_bomb(exports: Path) -> None:
    _zipped(exports / "pommi.zip")
    with zipfile.ZipFile(exports / "pommi.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pitka.json", b" " * 20 * MEGABYTE)


def wrong_encoding(exports: Path) -> None:
    (path,) = casem(exports / "merkisto").glob("contents_42_*")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))


def wrong_encoding_of_a_page(exports: Path) -> None:
    (path,) = dynasty(exports / "merkisto-sivu").glob("*-2.HTM")
    path.write_bytes(path.read_bytes().decode("cp1252").encode().decode("latin-1").encode())


def exports_that_disagree(exports: Path) -> None:
    casem(exports / "kahdesti-1", ITEMS, organization="Sivistyslautakunta")
    casem(exports / "kahdesti-2", (ITEMS[0], Item(title=ITEMS[1].title, properties=(("Decision", "Hylättiin."),))),
          organization="Sivistyslautakunta")  # fmt: skip


def meeting_without_date(exports: Path) -> None:
    for path in casem(exports / "paivaton").glob("*.json"):
        path.write_text(path.read_text(encoding="utf-8").replace("Kokous 14.9.2026", "Kokous"), encoding="utf-8")


def page_without_date(exports: Path) -> None:
    for path in dynasty(exports / "paivaton-sivu").glob("*.HTM"):
        path.write_bytes(path.read_bytes().replace(b"20.11.2025", b""))


def list_without_date(exports: Path) -> None:
    path = tweb(exports / "paivaton-lista") / "kokous.html"
    path.write_bytes(path.read_bytes().replace(b"4.5.2026 17:00", b""))


def json_without_keys(exports: Path) -> None:
    (path,) = casem(exports / "avaimeton").glob("node_*_contents.json")
    _changed(path, lambda rows: rows[2].pop("ContentId"))


def json_with_wrong_types(exports: Path) -> None:
    path = casem(exports / "tyypit") / "contents_42_extended_properties.json"
    _changed(path, lambda rows: rows[0].update(Name=["Nimi"], Text=7))


def json_that_is_a_number(exports: Path) -> None:
    (casem(exports / "numero") / "contents_42_extended_properties.json").write_text("7")


def json_of_another_shape(exports: Path) -> None:
    path = casem(exports / "muoto") / "contents_42_extended_properties.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"value": {"rivi": 1}}), encoding="utf-8")


def long_line_alone(exports: Path) -> None:
    _long(exports / "pitka-rivi.json", b'{"odata.metadata": "x$metadata#Contents", "value": "')


def long_line_of_json(exports: Path) -> None:
    _long(casem(exports / "pitka-json") / "contents_42_extended_properties.json", b'{"value": "')


def long_line_of_markup(exports: Path) -> None:
    (path,) = dynasty(exports / "pitka-sivu").glob("*-2.HTM")
    _long(path, b"<html><body class='bodyKokousasia'><!--DATA_BEGIN-->")


def long_line_of_text(exports: Path) -> None:
    _long(exports / "pitka-rivi.txt", b"x")


def deep_markup(exports: Path) -> None:
    dynasty(exports / "syva", (PAGES[0], ("Aidan väri", "<div>" * DEEP + "Hyväksyttiin." + "</div>" * DEEP)))


def deep_property(exports: Path) -> None:
    deep = "<div>" * DEEP + "Hyväksyttiin." + "</div>" * DEEP
    casem(exports / "syva-teksti", (ITEMS[0], Item(title="Syvä asia", properties=(("Decision", deep),))))


def deep_list(exports: Path) -> None:
    path = tweb(exports / "syva-lista") / "kokous.html"
    path.write_bytes(path.read_bytes().replace(b"<table", b"<div>" * DEEP + b"<table", 1))


def deep_json(exports: Path) -> None:
    (casem(exports / "syva-json") / "contents_42_extended_properties.json").write_text("[" * DEEP + "]" * DEEP)


def pdf_without_text(exports: Path) -> None:
    (tweb(exports / "kuva", "Aidan väri", "Kahvitarjoilu") / "302.pdf").write_bytes(drawn.drawn())


def pdf_with_password(exports: Path) -> None:
    folder = tweb(exports / "salasana", "Aidan väri", "Kahvitarjoilu")
    content = drawn.drawn([(72.0, 100.0, "Aidan väri", True)], password="salasana")  # noqa: S106 - it guards nothing
    (folder / "302.pdf").write_bytes(content)


def word_that_is_html(exports: Path) -> None:
    folder = tweb(exports / "sana", "Aidan väri", "Kahvitarjoilu")
    (folder / "302.pdf").unlink()
    (folder / "302.docx").write_text("<html><body><p>Kahvitarjoilu</p><p>Hyväksyttiin.</p></body></html>")


def word_that_is_html_alone(exports: Path) -> None:
    (exports / "paatos.docx").write_text("<html><body><p>Kahvitarjoilu</p></body></html>")


def link_out(exports: Path) -> None:
    outside = exports.parent / "ulkona.json"
    outside.write_text("{}")
    (exports / "linkki.json").symlink_to(outside)


def link_out_of_an_export(exports: Path) -> None:
    (path,) = dynasty(exports / "linkit").glob("*-2.HTM")
    outside = path.rename(exports.parent / "ulkona.HTM")
    path.symlink_to(outside)


def captions_of_another_day(exports: Path) -> None:
    _recording(exports, "muu-paiva", captions="toimikunta-2026-08-10.vtt")


def captions_that_go_on(exports: Path) -> None:
    _recording(exports, "jatkuu", last="01:10:00.000 --> 01:10:05.000")


def captions_that_end_early(exports: Path) -> None:
    _recording(exports, "loppuu", moment="0:50:00", last="00:10:00.000 --> 00:10:05.000")


def captions_of_other_items(exports: Path) -> None:
    _recording(exports, "muut-pykalat", words="Pykälä 71. Pykälä 72. Siirrymme pykälään 73.")


def captions_of_two_meetings(exports: Path) -> None:
    for name in ("sama-1", "sama-2"):
        _recording(exports, name, words="Hyvät jäsenet, avaan kokouksen.")


def _number(folder: Path) -> str:
    return str(10_000 + crc32(folder.name.encode()) % 90_000)


def _own(folder: Path, replaced: Mapping[str, str]) -> Path:
    for path in sorted(folder.rglob("*.*")):
        content, name = path.read_bytes(), path.name
        for old, new in replaced.items():
            content, name = content.replace(old.encode(), new.encode()), name.replace(old, new)
        path.unlink()
        path.with_name(name).write_bytes(content)
    return folder


def _zipped(path: Path) -> None:
    folder = casem(path.with_suffix(""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.glob("*.json")):
            archive.write(file, file.name)
    shutil.rmtree(folder)


def _changed(path: Path, change: Callable[[list[dict[str, object]]], object]) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document["value"])
    path.write_text(json.dumps(document), encoding="utf-8")


def _long(path: Path, start: bytes) -> None:
    """Write one line of 200 megabytes; the zeros after *start* take no room on the disk."""
    with path.open("wb") as stream:
        stream.write(start)
        stream.truncate(LONG_LINE)


def _recording(
    exports: Path, name: str, *, captions: str = "", words: str = "", moment: str = "0:00:01", last: str = ""
) -> None:
    """Write a meeting with a recording of an hour; *words* are its captions, otherwise its own name."""
    casem(exports / name)
    captions = captions or f"{name}.vtt"
    (exports / f"{name}.mp4").write_bytes(movie(seconds=3600))
    (exports / captions).write_text(
        f"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n{words or name}\n\n{last or '00:59:00.000 --> 00:59:05.000'}\nKiitos.\n"
    )
    (exports / f"{name}.toml").write_text(
        f'organization = "Toimikunta {name}"\ndate = 2026-09-14\nfile = "{name}.mp4"\n'
        f'captions = [{{ file = "{captions}", language = "fi" }}]\n[moments]\n"1" = "{moment}"\n'
    )


def movie(*, seconds: int) -> bytes:
    """Return the boxes of an MP4 that say how long it is, without any picture."""
    header = b"mvhd" + bytes(12) + struct.pack(">II", 1000, seconds * 1000) + bytes(80)
    movie = b"moov" + struct.pack(">I", len(header) + 4) + header
    return struct.pack(">I4s4sI", 16, b"ftyp", b"isom", 0) + struct.pack(">I", len(movie) + 4) + movie

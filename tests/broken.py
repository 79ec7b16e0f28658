"""Every way to break an input: each writes one broken thing into a folder of exports."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.exports import Item, casem, dynasty, tweb
from tests.importers.tweb import drawn

MEGABYTE = 2**20
LONG_LINE = 200 * MEGABYTE
DEEP = 50_000
DECIDED = (("Decision", "Hyväksyttiin."),)
ITEMS = (Item(title="Kahvitarjoilu", properties=DECIDED), Item(title="Venevalkaman aidan väri", properties=DECIDED))
PARTS = (("Päätös", "Lautakunta hyväksyi ehdotuksen."),)
PAGES = (("Venevalkama", "<p>Päätös</p><p>Hyväksyttiin.</p>"), ("Aidan väri", "<p>Päätös</p><p>Hyväksyttiin.</p>"))

Breaker = Callable[[Path], None]


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
    (path,) = casem(exports / "merkisto", ITEMS).glob("contents_42_*")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))


def wrong_encoding_of_a_page(exports: Path) -> None:
    path = dynasty(exports / "merkisto-sivu", PAGES) / "2025310011-2.HTM"
    path.write_bytes(path.read_bytes().decode("cp1252").encode().decode("latin-1").encode())


def exports_that_disagree(exports: Path) -> None:
    casem(exports / "kahdesti-1", ITEMS, organization="Sivistyslautakunta")
    casem(exports / "kahdesti-2", (ITEMS[0], Item(title=ITEMS[1].title, properties=(("Decision", "Hylättiin."),))),
          organization="Sivistyslautakunta")  # fmt: skip


def meeting_without_date(exports: Path) -> None:
    for path in casem(exports / "paivaton", ITEMS).glob("*.json"):
        path.write_text(path.read_text(encoding="utf-8").replace("Kokous 14.9.2026", "Kokous"), encoding="utf-8")


def page_without_date(exports: Path) -> None:
    for path in dynasty(exports / "paivaton-sivu", PAGES).glob("*.HTM"):
        path.write_bytes(path.read_bytes().replace(b"20.11.2025", b""))


def list_without_date(exports: Path) -> None:
    path = tweb(exports / "paivaton-lista", [("Aidan väri", PARTS)]) / "kokous.html"
    path.write_bytes(path.read_bytes().replace(b"4.5.2026 17:00", b""))


def json_without_keys(exports: Path) -> None:
    _changed(casem(exports / "avaimeton", ITEMS) / "node_900_contents.json", lambda rows: rows[2].pop("ContentId"))


def json_with_wrong_types(exports: Path) -> None:
    path = casem(exports / "tyypit", ITEMS) / "contents_42_extended_properties.json"
    _changed(path, lambda rows: rows[0].update(Name=["Nimi"], Text=7))


def json_that_is_a_number(exports: Path) -> None:
    (casem(exports / "numero", ITEMS) / "contents_42_extended_properties.json").write_text("7")


def json_of_another_shape(exports: Path) -> None:
    path = casem(exports / "muoto", ITEMS) / "contents_42_extended_properties.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(document | {"value": {"rivi": 1}}), encoding="utf-8")


def long_line_alone(exports: Path) -> None:
    _long(exports / "pitka-rivi.json", b'{"odata.metadata": "x$metadata#Contents", "value": "')


def long_line_of_json(exports: Path) -> None:
    _long(casem(exports / "pitka-json", ITEMS) / "contents_42_extended_properties.json", b'{"value": "')


def long_line_of_markup(exports: Path) -> None:
    _long(dynasty(exports / "pitka-sivu", PAGES) / "2025310011-2.HTM", b"<html><body class='bodyKokousasia'><!--DATA_BEGIN-->")


def long_line_of_text(exports: Path) -> None:
    _long(exports / "pitka-rivi.txt", b"x")


def deep_markup(exports: Path) -> None:
    page = dynasty(exports / "syva", (PAGES[0], ("Aidan väri", "<div>" * DEEP + "Hyväksyttiin." + "</div>" * DEEP)))
    assert (page / "2025310011-2.HTM").stat().st_size > DEEP


def deep_property(exports: Path) -> None:
    deep = "<div>" * DEEP + "Hyväksyttiin." + "</div>" * DEEP
    casem(exports / "syva-teksti", (ITEMS[0], Item(title="Syvä asia", properties=(("Decision", deep),))))


def deep_list(exports: Path) -> None:
    path = tweb(exports / "syva-lista", [("Aidan väri", PARTS)]) / "kokous.html"
    path.write_bytes(path.read_bytes().replace(b"<table", b"<div>" * DEEP + b"<table", 1))


def deep_json(exports: Path) -> None:
    (casem(exports / "syva-json", ITEMS) / "contents_42_extended_properties.json").write_text("[" * DEEP + "]" * DEEP)


def pdf_without_text(exports: Path) -> None:
    (tweb(exports / "kuva", [("Aidan väri", PARTS), ("Kahvitarjoilu", PARTS)]) / "302.pdf").write_bytes(drawn.drawn())


def pdf_with_password(exports: Path) -> None:
    folder = tweb(exports / "salasana", [("Aidan väri", PARTS), ("Kahvitarjoilu", PARTS)])
    (folder / "302.pdf").write_bytes(drawn.drawn([(72.0, 100.0, "Aidan väri", True)], password="salasana"))


def word_that_is_html(exports: Path) -> None:
    folder = tweb(exports / "sana", [("Aidan väri", PARTS), ("Kahvitarjoilu", PARTS)])
    (folder / "302.pdf").unlink()
    (folder / "302.docx").write_text("<html><body><p>Kahvitarjoilu</p><p>Hyväksyttiin.</p></body></html>")


def word_that_is_html_alone(exports: Path) -> None:
    (exports / "paatos.docx").write_text("<html><body><p>Kahvitarjoilu</p></body></html>")


def link_out(exports: Path) -> None:
    outside = exports.parent / "ulkona.json"
    outside.write_text("{}")
    (exports / "linkki.json").symlink_to(outside)


def link_out_of_an_export(exports: Path) -> None:
    folder = dynasty(exports / "linkit", PAGES)
    (folder / "2025310011-2.HTM").rename(exports.parent / "ulkona.HTM")
    (folder / "2025310011-2.HTM").symlink_to(exports.parent / "ulkona.HTM")


def unreadable_file(exports: Path) -> None:
    path = casem(exports / "lukossa", ITEMS) / "contents_42_extended_properties.json"
    path.chmod(0)


def unreadable_alone(exports: Path) -> None:
    (exports / "lukossa.json").write_text("{}")
    (exports / "lukossa.json").chmod(0)


def unreadable_folder(exports: Path) -> None:
    casem(exports / "lukittu", ITEMS).chmod(0)


def _zipped(path: Path) -> None:
    folder = casem(path.with_suffix(""), ITEMS)
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

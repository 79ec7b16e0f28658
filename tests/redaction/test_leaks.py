"""The leak scan finds a needle however it is written, misses it when the decoder is switched off, and cries no wolf."""

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import brotli
import pytest
from msgspec.structs import replace

from generator.messages import catalog
from generator.model.meeting import SectionKind
from generator.model.publicity import PublicityClass
from generator.redaction import decoding
from generator.redaction.folding import words
from generator.redaction.leaks import Leak, LeakKind, scan
from generator.redaction.ledger import Secret
from generator.redaction.needles import NeedleKind, needles
from tests.redaction import pdfs
from tests.redaction.factory import PUBLIC, classified, item, redacted, section

PASSAGE = "Vuokralainen Kyösti Kuutamo on jättänyt vuokransa maksamatta koko kevään ja äiti maksaa"
CODE = "010190-900X"
NEEDLES = needles((Secret("passage", PASSAGE), Secret("personal_identity_code", CODE)), "m", ())


def zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def tagged(text: str) -> str:
    return f"<p>{'<b class=x></b>'.join(text[start : start + 4] for start in range(0, len(text), 4))}</p>"


def percent(text: str, encoding: str = "utf-8") -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode(encoding))


def deflated(content: bytes) -> bytes:
    packed = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packed.compress(content) + packed.flush()


def png(text: str) -> bytes:
    """Return a picture with *text* packed into its description (W3C PNG, 11.3.3.3)."""
    chunk = b"Comment\0\0" + zlib.compress(text.encode())
    return PNG + len(chunk).to_bytes(4, "big") + b"zTXt" + chunk + zlib.crc32(b"zTXt" + chunk).to_bytes(4, "big") + PNG_END


def painted(text: str, how: Callable[[str], bytes]) -> bytes:
    """Return a PDF with instructions for painting *text* that no page uses."""
    return pdfs.with_stream(b"BT /F1 12 Tf " + how(text) + b" ET")


def as_literals(text: str) -> bytes:
    return b"[" + b" -20 ".join(f"({text[n : n + 5]})".encode("cp1252") for n in range(0, len(text), 5)) + b"] TJ"


def as_hex(text: str) -> bytes:
    return b"<" + text.encode("utf-16-be").hex().encode() + b"> Tj"


PNG, PNG_END = b"\x89PNG\r\n\x1a\n", b"\0\0\0\0IEND\xaeB`\x82"
# Way to write a needle: function, table of the decoders that read it, their names there.
WRITTEN: dict[str, tuple[Callable[[str], bytes], str, str]] = {
    "utf-8": (str.encode, "encodings", "utf-8"),
    "utf-8 in a picture": (lambda t: PNG + b"\0\1" + t.encode() + b"\0\2", "encodings", "utf-8"),
    "utf-16-le": (lambda t: t.encode("utf-16-le"), "encodings", "utf-16"),
    "utf-16-be": (lambda t: t.encode("utf-16-be"), "encodings", "utf-16"),
    "utf-16 marked": (lambda t: t.encode("utf-16"), "encodings", "utf-16"),
    "utf-16 in a picture": (lambda t: PNG + b"\1\0\2" * 200 + t.encode("utf-16-le"), "encodings", "utf-16"),
    "utf-32-le": (lambda t: t.encode("utf-32-le"), "encodings", "utf-32"),
    "utf-32-be": (lambda t: t.encode("utf-32-be"), "encodings", "utf-32"),
    "utf-32 marked": (lambda t: t.encode("utf-32"), "encodings", "utf-32"),
    "latin-1": (lambda t: f"ä {t}".encode("latin-1"), "encodings", "latin-1"),
    "windows-1252": (lambda t: f"ä “{t}” – €".encode("cp1252"), "encodings", "latin-1"),
    "latin-1 in a picture": (lambda t: PNG + b"\1\0\xff" + t.encode("latin-1") + b"\xe4\xff", "encodings", "latin-1"),
    "entities": (lambda t: entities(t).encode(), "escapes", "entities"),
    "named entities": (lambda t: t.replace("ä", "&auml;").replace("0", "&#x30;").encode(), "escapes", "entities"),
    "entities of entities": (lambda t: escape(entities(t)).encode(), "escapes", "entities"),
    "markup in a feed": (lambda t: f"<content>{escape(tagged(t))}</content>".encode(), "escapes", "tags"),
    "tags": (lambda t: tagged(t).encode(), "escapes", "tags"),
    "json": (lambda t: "".join(f"\\u{ord(c):04x}" for c in t).encode(), "escapes", "script"),
    "script": (lambda t: "".join(f"\\x{ord(c):02x}" for c in t).encode(), "escapes", "script"),
    "script in braces": (lambda t: "".join(f"\\u{{{ord(c):x}}}" for c in t).encode(), "escapes", "script"),
    "style": (lambda t: "".join(f"\\{ord(c):x} " for c in t).encode(), "styles", "style"),
    "percent": (lambda t: percent(t).encode(), "escapes", "address"),
    "percent of latin-1": (lambda t: percent(t, "latin-1").encode(), "escapes", "address"),
    "quoted-printable": (lambda t: "".join(f"={byte:02X}" for byte in t.encode()).encode(), "escapes", "mail"),
    "quoted-printable broken": (lambda t: "=\r\n".join(t[n : n + 3] for n in range(0, len(t), 3)).encode(), "escapes", "mail"),
    "base64": (lambda t: b"<i>" + base64.b64encode(t.encode()) + b"</i>", "carriers", "base64"),
    "base64 for addresses": (lambda t: base64.urlsafe_b64encode(f"??>>~~{t}".encode()).rstrip(b"="), "carriers", "base64"),
    "base64 of utf-16": (lambda t: base64.b64encode(t.encode("utf-16-le")), "carriers", "base64"),
    "base64 in lines": (lambda t: base64.encodebytes(f"{'yhdeksän ' * 4}{t}".encode()), "carriers", "base64"),
    "base64 of gzip": (lambda t: base64.b64encode(gzip.compress(t.encode())), "carriers", "base64"),
    "data address": (lambda t: b"<a href='data:text/html;base64," + base64.b64encode(t.encode()) + b"'>", "carriers", "base64"),
    "hex": (lambda t: b"x=" + t.encode().hex().encode(), "carriers", "hex"),
    "hex apart": (lambda t: t.encode().hex(" ").encode(), "carriers", "spaced_hex"),
    "gzip": (lambda t: gzip.compress(t.encode(), mtime=0), "archives", "gzip"),
    "second of two gzips": (lambda t: gzip.compress(b"a") + gzip.compress(t.encode()), "archives", "gzip"),
    "zlib": (lambda t: zlib.compress(t.encode()), "archives", "zlib"),
    "deflate": (lambda t: deflated(t.encode()), "archives", "deflate"),
    "brotli": (lambda t: brotli.compress(t.encode()), "archives", "brotli"),
    "zip": (lambda t: zipped("a.txt", t.encode()), "archives", "zip"),
    "zip in zip": (lambda t: zipped("a.zip", zipped("a.txt", t.encode())), "archives", "zip"),
    "name in a zip": (lambda t: zipped(f"{t}.txt", b"sisus"), "archives", "zip"),
    "zip behind a picture": (lambda t: png("") + zipped("a.txt", t.encode()), "archives", "zip"),
    "picture's description": (png, "carriers", "png"),
    "pdf": (lambda t: pdfs.pdf("\n".join(t.split("on "))), "carriers", "pdf"),
    "pdf title": (lambda t: pdfs.pdf(title=t), "carriers", "pdf"),
    "pdf embedded file": (lambda t: pdfs.with_embedded_file(t.encode()), "carriers", "pdf pdf_old_streams"),
    "pdf strings in pieces": (lambda t: painted(t, as_literals), "carriers", "pdf"),
    "pdf hex strings": (lambda t: painted(t, as_hex), "carriers", "pdf hex"),
    "pdf ascii85": (lambda t: pdfs.with_stream(base64.a85encode(t.encode()) + b"~>", "/ASCII85Decode"), "carriers", "pdf"),
    "pdf asciihex": (
        lambda t: pdfs.with_stream(f"{t.encode().hex(':')}>".replace(":", " \n").encode(), "/ASCIIHexDecode"),
        "carriers",
        "pdf spaced_hex",
    ),
    "pdf lzw": (lambda t: pdfs.with_stream(pdfs.lzw(t.encode()), "/LZWDecode"), "carriers", "pdf"),
    "pdf old revision": (lambda t: pdfs.with_old_stream(zlib.compress(t.encode())), "carriers", "pdf_old_streams"),
}
TABLES = ("archives", "carriers", "encodings", "escapes", "styles")
FOLDED: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "decomposed": lambda t: normalize("NFD", t),
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
    "soft hyphens": "\u00ad".join,
    "zero width": "\u200b".join,
    "no-break spaces": lambda t: t.replace(" ", "\u00a0").replace("-", "\u2011"),
    "slug": lambda t: t.casefold().replace(" ", "-").replace("ä", "a").replace("ö", "o"),
    "underscores": lambda t: t.replace(" ", "_").replace("-", "_"),
    "many spaces": lambda t: t.replace(" ", " \n\t "),
    "attribute": lambda t: f'<img alt="{escape(t)}">',
    "comment": lambda t: f"<!-- {t} -->",
    "script": lambda t: f"<script>const a = {json.dumps(t)}</script>",
    "style": lambda t: f"<style>a::before {{ content: '{t}' }}</style>",
    "plain data address": lambda t: f"<a href='data:text/html,{quote(t)}'>a</a>",
    "backwards": lambda t: t[::-1],
    "soft line breaks": lambda t: t.replace(" ", "<wbr> "),
    "direction marks": "\u200e".join,
    "cells": lambda t: f"<td>{'</td><td>'.join(t.replace('-', ' ').split())}</td>",
    "breaks": lambda t: t.replace(" ", "<br>"),
}


def leaks_of(folder: Path, content: bytes, name: str = "sivu.html") -> set[LeakKind]:
    (folder / name).write_bytes(content)
    return {leak.kind for leak in scan(folder, NEEDLES)}


@pytest.mark.parametrize("needle", [PASSAGE, CODE])
@pytest.mark.parametrize("way", sorted(WRITTEN))
def test_a_needle_is_found_however_it_is_encoded(way: str, needle: str, tmp_path: Path) -> None:
    write, _, _ = WRITTEN[way]

    assert leaks_of(tmp_path, write(needle)) == {LeakKind.PASSAGE if needle == PASSAGE else LeakKind.IDENTIFIER}


@pytest.mark.parametrize("way", sorted(WRITTEN))
def test_a_needle_is_missed_when_its_decoder_is_switched_off(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, table, decoder = WRITTEN[way]
    for name in decoder.split():
        monkeypatch.delitem(getattr(decoding, table.upper()), name)

    assert LeakKind.PASSAGE not in leaks_of(tmp_path, write(PASSAGE))


def test_every_decoder_has_an_example() -> None:
    decoders = {(table, decoder) for table in TABLES for decoder in getattr(decoding, table.upper())}

    assert {(table, decoder) for _, table, decoder in WRITTEN.values() if " " not in decoder} == decoders


@pytest.mark.parametrize("needle", [PASSAGE, CODE])
@pytest.mark.parametrize("way", sorted(FOLDED))
def test_a_needle_is_found_however_it_is_spelled(way: str, needle: str, tmp_path: Path) -> None:
    content = f"<!doctype html><p>alku</p>{FOLDED[way](needle)} <p>loppu</p>"

    assert leaks_of(tmp_path, content.encode()) == {LeakKind.PASSAGE if needle == PASSAGE else LeakKind.IDENTIFIER}


def test_eight_words_of_a_passage_are_enough(tmp_path: Path) -> None:
    parts = PASSAGE.split()

    assert leaks_of(tmp_path, " ".join(parts[3:11]).encode()) == {LeakKind.PASSAGE}
    assert leaks_of(tmp_path, " ".join(parts[3:10]).encode()) == set()


def test_a_leak_in_a_file_name_is_told_without_the_name(tmp_path: Path) -> None:
    (tmp_path / "liitteet").mkdir()
    (tmp_path / "liitteet" / f"{CODE}.txt").write_bytes(b"sisus")

    assert scan(tmp_path, NEEDLES) == (Leak("liitteet", LeakKind.IDENTIFIER, "m"),)


UNOPENED = {
    "broken pdf": pdfs.pdf()[:300],
    "encrypted pdf": pdfs.encrypted(),
    "broken gzip": gzip.compress(b"a" * 99)[:-9],
    "broken zip": zipped("a", b"a")[:-9],
    "zip in zip in zip": zipped("a.zip", zipped("a.zip", zipped("a", b"a"))),
    "gzip with something behind": gzip.compress(b"a") + b"\xd0\xcf\x11\xe0\0\1\2\3",
    "old office document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 3,
    "seven-zip": b"7z\xbc\xaf\x27\x1c\0\4" + bytes(range(200, 256)) * 9,
    "rtf": rb"{\rtf1 a}",
    "nothing known": bytes(range(256)) * 4,
    "nothing known in a zip": zipped("a.bin", bytes(range(256)) * 4),
}


@pytest.mark.parametrize("content", UNOPENED.values(), ids=UNOPENED)
def test_what_cannot_be_opened_is_a_leak(content: bytes, tmp_path: Path) -> None:
    assert leaks_of(tmp_path, content) == {LeakKind.UNREADABLE}


def test_a_leak_says_where_without_saying_what(tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(PASSAGE, encoding="utf-8")
    (leak,) = scan(tmp_path, NEEDLES)

    assert leak == Leak("sivu.html", LeakKind.PASSAGE, "m")
    assert (leak.message().code, leak.message().where) == ("redaction.leak_passage", "sivu.html")


PHONE = needles((Secret("phone_number", "040 123 4567"),), "m", ())
PHONES = ["040 123 4567", "0401234567", "+358 40 1234567", "040-123 4567", "<td>040</td><td>1234567</td>"]


@pytest.mark.parametrize("way", PHONES)
def test_a_phone_number_is_found_in_every_way_to_write_it(way: str, tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(f"<p>{way}</p>", encoding="utf-8")

    assert [leak.kind for leak in scan(tmp_path, PHONE)] == [LeakKind.NUMBER]


@pytest.mark.parametrize("way", ["040 123 45678", "10401234567", "1040 123 4567"])
def test_a_longer_number_with_the_same_digits_is_no_leak(way: str, tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(way, encoding="utf-8")

    assert scan(tmp_path, PHONE) == ()


def test_what_stands_in_a_public_text_too_is_no_leak(tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(f"<p>{PASSAGE}</p> 040 123 4567", encoding="utf-8")

    assert scan(tmp_path, (*NEEDLES, *PHONE), public=[f"{PASSAGE} 0401234567"]) == ()


def test_a_personal_identity_code_is_a_leak_in_a_public_text_too(tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(CODE, encoding="utf-8")

    assert scan(tmp_path, NEEDLES, public=[CODE])


APPEAL = "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen toimielimelle neljäntoista päivän kuluessa."


def test_what_a_secret_item_shares_with_every_item_is_no_needle() -> None:
    appeal = section(APPEAL, kind=SectionKind.APPEAL)
    preparer = section("Satamapäällikkö Selma Sumu, puh. 040 123 4567", kind=SectionKind.PREPARER)
    secret = item(section(PASSAGE), appeal, preparer, title="Salassa pidettävä", publicity=classified(PublicityClass.SECRET))
    redaction = redacted(secret, item(section("Teksti."), appeal, preparer, order=2))

    sought = [needle.text for needle in redaction.needles if needle.kind is not NeedleKind.NAME]

    assert sought
    assert all(text in " ".join(words(PASSAGE)) for text in sought)


@pytest.mark.parametrize("title", ["Kanarialintu", "Kuutamon vuokra", PASSAGE])
def test_the_title_of_a_secret_item_is_a_needle(title: str, tmp_path: Path) -> None:
    redaction = redacted(item(title=title, publicity=classified(PublicityClass.SECRET)))
    (tmp_path / "syote.xml").write_text(f"<title>{title.upper()}</title>", encoding="utf-8")

    assert LeakKind.PASSAGE in {leak.kind for leak in scan(tmp_path, redaction.needles)}


@pytest.mark.parametrize("kind", list(LeakKind))
def test_every_kind_of_leak_has_its_sentence(kind: LeakKind) -> None:
    assert f"redaction.leak_{kind}" in catalog("fi")


def test_needles_say_nothing_when_they_are_printed_as_leaks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{PASSAGE} {CODE}", encoding="utf-8")

    assert "kuutamo" not in repr(scan(tmp_path, NEEDLES)).casefold()


@pytest.mark.parametrize(
    "marker",
    [
        "Salassa pidettävä (JulkL 24 § 1 mom. 25 k)",
        "Salassa pidettävä, JulkL 24 § 1 mom. 25 k.",
        "Sekretessbelagt (OffL 24 § 1 mom. 25 p.)",
    ],
)
def test_a_marker_that_is_written_as_ours_gives_nothing_away(marker: str) -> None:
    redaction = redacted(item(section(marker, "Hakijan tilanne on vaikea ja hän asuu yksin.")))

    assert redaction.needles
    assert not any(set(needle.text.split()) <= set(words(marker)) for needle in redaction.needles)


def test_what_the_municipality_calls_a_secret_item_is_no_leak(tmp_path: Path) -> None:
    secret = item(title="Henkilöstöasiat", register_number="KD/1/01.02/2026", publicity=classified(PublicityClass.SECRET))
    redaction = redacted(secret, policy=replace(PUBLIC, secret_titles=(("KD/1/01", {"fi": "Henkilöstöasiat"}),)))
    (tmp_path / "sivu.html").write_text("Henkilöstöasiat", encoding="utf-8")

    assert scan(tmp_path, redaction.needles) == ()


@pytest.mark.parametrize("code", ["020390-902B", "020390 - 902B", "<b>020390</b>-902B", "020390A902B", "&#48;20390&#45;902B"])
def test_a_personal_identity_code_is_a_leak_whoever_has_it(code: str, tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(f"<p>Hakija {code} hakee.</p>", encoding="utf-8")

    assert scan(tmp_path, ()) == (Leak("sivu.html", LeakKind.CODE),)


@pytest.mark.parametrize("number", ["diaarinumero 020390-902B", "020390-9022", "320390-902B", "7020390-902B", "020390-902Bx"])
def test_what_only_looks_like_a_personal_identity_code_is_none(number: str, tmp_path: Path) -> None:
    (tmp_path / "sivu.html").write_text(number, encoding="utf-8")

    assert scan(tmp_path, ()) == ()


def test_an_empty_folder_may_be_called_by_a_leak(tmp_path: Path) -> None:
    (tmp_path / "liitteet" / CODE).mkdir(parents=True)

    assert scan(tmp_path, NEEDLES) == (Leak("liitteet", LeakKind.IDENTIFIER, "m"),)


@pytest.mark.parametrize("place", [100, 3_990, 4_000, 7_000])
def test_a_long_video_is_read_whole_though_a_part_at_a_time(
    place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "WINDOW", 4_000)
    video = b"\x1a\x45\xdf\xa3" + b"\x80\x00" * 5_000

    assert leaks_of(tmp_path, video[:place] + PASSAGE.encode() + video[place:], "tallenne.webm") == {LeakKind.PASSAGE}
    assert leaks_of(tmp_path, video, "tallenne.webm") == set()


def test_a_long_text_is_read_whole_though_a_part_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.redaction.leaks.STRETCH", 1_000)

    assert leaks_of(tmp_path, ("muuta tekstiä " * 70 + PASSAGE + " ja muuta" * 500).encode()) == {LeakKind.PASSAGE}

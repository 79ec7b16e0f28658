"""The leak scan finds a needle however it is written, misses it when the decoder is switched off, and cries no wolf."""

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from generator.messages import catalog
from generator.model.meeting import SectionKind
from generator.model.publicity import PublicityClass
from generator.redaction import decoding
from generator.redaction.folding import words
from generator.redaction.leaks import Leak, LeakKind, scan
from generator.redaction.ledger import Secret
from generator.redaction.needles import needles
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


# Way to write a needle: function, table of the decoder that reads it, its name there.
WRITTEN: dict[str, tuple[Callable[[str], bytes], str, str]] = {
    "utf-8": (str.encode, "encodings", "utf-8"),
    "utf-16-le": (lambda t: t.encode("utf-16-le"), "encodings", "utf-16"),
    "utf-16-be": (lambda t: t.encode("utf-16-be"), "encodings", "utf-16"),
    "utf-16-marked": (lambda t: t.encode("utf-16"), "encodings", "utf-16"),
    "latin-1": (lambda t: f"ä {t}".encode("latin-1"), "encodings", "latin-1"),
    "entities": (lambda t: entities(t).encode(), "escapes", "entities"),
    "named entities": (lambda t: t.replace("ä", "&auml;").replace("0", "&#x30;").encode(), "escapes", "entities"),
    "tags": (lambda t: tagged(t).encode(), "escapes", "tags"),
    "json": (lambda t: "".join(f"\\u{ord(c):04x}" for c in t).encode(), "escapes", "json"),
    "percent": (lambda t: "".join(f"%{byte:02X}" for byte in t.encode()).encode(), "escapes", "percent"),
    "base64": (lambda t: b"<i>" + base64.b64encode(f"{t} ja sitten muuta".encode()) + b"</i>", "containers", "base64"),
    "gzip": (lambda t: gzip.compress(t.encode(), mtime=0), "containers", "gzip"),
    "zip": (lambda t: zipped("a.txt", t.encode()), "containers", "zip"),
    "zip in zip": (lambda t: zipped("a.zip", zipped("a.txt", t.encode())), "containers", "zip"),
    "pdf": (lambda t: pdfs.pdf("\n".join(t.split("on "))), "containers", "pdf"),
    "pdf title": (lambda t: pdfs.pdf(title=t), "containers", "pdf"),
    "pdf embedded file": (lambda t: pdfs.with_embedded_file(t.encode()), "containers", "pdf"),
}
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
    "data address": lambda t: f"<a href='data:text/html,{quote(t)}'>a</a>",
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
    monkeypatch.delitem(getattr(decoding, table.upper()), decoder)

    assert LeakKind.PASSAGE not in leaks_of(tmp_path, write(PASSAGE))


def test_every_decoder_has_an_example() -> None:
    decoders = {*decoding.CONTAINERS, *decoding.ENCODINGS, *decoding.ESCAPES}

    assert {decoder for _, _, decoder in WRITTEN.values()} == decoders


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


@pytest.mark.parametrize("content", [pdfs.pdf()[:300], pdfs.encrypted(), gzip.compress(b"a" * 99)[:-9], zipped("a", b"a")[:-9]])
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

    assert redaction.needles
    assert all(needle.text in " ".join(words(PASSAGE)) for needle in redaction.needles)


@pytest.mark.parametrize("title", ["Kanarialintu", "Kuutamon vuokra", PASSAGE])
def test_the_title_of_a_secret_item_is_a_needle(title: str, tmp_path: Path) -> None:
    redaction = redacted(item(title=title, publicity=classified(PublicityClass.SECRET)))
    (tmp_path / "syote.xml").write_text(f"<title>{title.upper()}</title>", encoding="utf-8")

    assert {leak.kind for leak in scan(tmp_path, redaction.needles)} == {LeakKind.PASSAGE}


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

"""What is secret is in no byte that a run leaves or says: a canary in every place where a source can hold it.

One run of all three systems, with a unique word in each place, and a personal identity code or a phone number in others.
"""

import html
import io
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.exports import Item, casem, download, dynasty, dynasty_links, tweb
from tests.importers.tweb import drawn
from tests.redaction import pdfs
from tests.sites import SETTINGS, by_files

TAG = re.compile(r"<[^<>]*>")
WORDS: list[str] = []
CODES: dict[str, str] = {}
SHOWN = "Tämä sana näkyy varmasti"
LINES = "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan"
DECIDED = ("Decision", f"<p>{SHOWN}.</p>")
SECRET = ("PublicityClass", "Salassa pidettävä")
PROPERTIES = (
    "Description", "DraftingNotes", "DecisionNotes", "Opinions", "Decisionproposal", "Disqualification", "Eventhandling",
    "MeetingContent", "Votings", "Decision", "DissentingOpinion", "Inform", "Correctioninstructions", "Presenters",
    "Draftsmans", "InternalRemark",
)  # fmt: skip


def word(place: str) -> str:
    """Return the canary of *place*, one word with letters that spellings change."""
    made = f"Kanäri{''.join(filter(str.isalnum, place)).casefold()}öx"
    WORDS.append(made)
    return made


def code(place: str) -> str:
    """Return the personal identity code of *place*; nobody's, since the number is 900 or more (DVV)."""
    number = len(CODES)
    return CODES.setdefault(place, f"{number % 28 + 1:02d}{number // 28 + 1:02d}90-9{number:02d}X")


def phone(place: str) -> str:
    number = len(CODES)
    return CODES.setdefault(place, f"040 9{number:03d}{number:03d}")


def as_json(*things: object) -> str:
    return json.dumps(things, ensure_ascii=False)


def parted(place: str, at: int, by: str) -> str:
    made = code(place)
    return made[:at] + by + made[at:]


def item(
    title: str, description: str = "", *properties: tuple[str, str], listed: str | None = None, number: str | None = None
) -> Item:
    return Item(title=title, listed=listed, number=number, properties=(("Description", description), DECIDED, *properties))


def closed(way: str, *properties: tuple[str, str]) -> Item:
    """Return an item with a canary in everything that it has; *properties* say that it is not public."""
    history = {"Party": word(f"{way} party"), "Article": 7, "MeetingDate": "/Date(1483963200000)/"}
    told = [(name, f"<p>{word(f'{way} {name}')} {LINES}</p>") for name in PROPERTIES]
    told += [
        ("CaseNativeId", f"KD/{word(f'{way} register number')}/01.02.03/2026"),
        ("Attachments", download(7000 + len(WORDS), f"{word(f'{way} attachment title')}.pdf")),
        ("HistoryTopics", as_json({**history, "Decision": f"<p>{word(f'{way} history')} {LINES}</p>"})),
    ]
    return Item(title=f"Otsikko {word(f'{way} title')} {code(f'{way} title')}", properties=(*told, *properties))


def marked() -> Iterator[Item]:
    """Yield items of which a part is marked as secret."""
    ground = "Salassa pidettävä (JulkL 24 § 1 mom. 25 k)"
    bodies = {
        "heading": f"<p>Alku.</p><h3>{ground}</h3><p>{{0}}</p>",
        "first paragraph": f"<p>{ground}</p><p>{{0}} {LINES}</p>",
        "middle": "<p>Alku.</p><p><b>Salassa</b> pidettävä: {0}</p><p>{1}</p>",
        "cell": "<table border=1><tr><th>A</th></tr><tr><td>Salassa pidettävä {0}</td></tr></table><p>{1}</p>",
        "list": "<p>Alku.</p><ul><li>yksi</li><li>Salassa pidettävä {0}</li><li>{1}</li></ul>",
        "swedish": "<p>Alku.</p><p>Sekretessbelagd (OffL 24 § 1 mom. 25 punkten)</p><p>{0}</p>",
        "line break": "<p>Alku.<br>Salassa pidettävä<br>{0}</p>",
        "broken marker": "<p>Alku.</p><p>Salassa<br>pidettävä</p><p>{0}</p>",
        "one word": "<p>Alku.</p><p>Salassapidettävä: {0}</p>",
        "inflected": "<p>Alku.</p><p>Salassa pidettävää tietoa: {0}</p>",
        "spaced": "<p>Alku.</p><p>S A L A I N E N</p><p>{0}</p>",
        "entities": "<p>Alku.</p><p>Sala&shy;ssa&nbsp;pidett&auml;v&auml;</p><p>{0}</p>",
        "decomposed": unicodedata.normalize("NFD", "<p>Alku.</p><p>Salassa pidettävä</p><p>") + "{0}</p>",
        "in a sentence": "<p>Seuraava on salassa pidettävä. {0}</p>",
        "ground alone": "<p>Peruste on JulkL 24.1 § 25 k. {0}</p>",
    }
    for place, body in bodies.items():
        after = word(f"after {place}") if "{1}" in body else ""
        yield item(f"Merkitty {place}", body.format(word(f"marked {place}"), after))
    history = {"Party": "Lautakunta", "Article": 3, "MeetingDate": "/Date(1483963200000)/"}
    by_text = {**history, "Decision": f"<p>Salassa pidettävä</p><p>{word('marked history')}</p>"}
    by_class = {**history, "PublicityClass": "Salassa pidettävä", "Decision": f"<p>{word('classified history')}</p>"}
    yield item("Käsitelty", "", ("HistoryTopics", as_json(by_text, by_class)))
    yield item(f"{word('marked title')} (salassa pidettävä)", f"<p>{word('under a marked title')}</p>")
    yield item(f"{word('swedish title')} / sekretessbelagt", f"<p>{word('under a swedish title')}</p>")
    yield item(f"Salainen asia {word('title begins')}", f"<p>{word('under a title that begins')}</p>")
    yield item("Virka", f"<p>{word('the list says so')}</p>", listed="Virka (salassa pidettävä)")


def hidden(place: str) -> str:
    """Return HTML with words that no reader of the source sees."""

    def w(channel: str) -> str:
        return word(f"{place} {channel}")

    return (
        f"<p>Näkyvä.<!-- {w('comment')} --></p><p style='display: none'>{w('display')}</p><p hidden>{w('hidden')}</p>"
        f"<p style='visibility:hidden'>{w('visibility')}</p><p style='mso-hide:all'>{w('word hides')}</p>"
        f"<p style='font-size:0pt'>{w('font size')}</p><p style='color: white'>{w('white')}</p>"
        f"<font color='#FFFFFF'>{w('font white')}</font><p style='opacity:0'>{w('opacity')}</p><del>{w('deleted')}</del>"
        f"<template>{w('template')}</template><noscript>{w('noscript')}</noscript><textarea>{w('textarea')}</textarea>"
        f"<p title='{w('title')}' data-a='{w('data')}' aria-label='{w('label')}' class='{w('class')}' id='{w('id')}'>a</p>"
        f"<img alt='{w('alt')}' src='{w('source')}.png'><input value='{w('input')}'><script>{w('script')}</script>"
        f"<!--[if gte mso 9]><p>{w('conditional')}</p><![endif]--><style>{w('style')}</style><a name='{w('anchor')}'></a>"
    )


def personal() -> Iterator[Item]:
    """Yield public items that hold a personal identity code or a phone number."""
    for place, at, by in (
        ("bold", 6, "</b><b>"), ("spans", 7, "</span> <span>"), ("soft hyphen", 3, "&shy;"), ("zero width", 10, "\u200b"),
        ("break", 6, "<br>"), ("break in day", 3, "<br>"), ("break before the end", 10, "<br>"), ("space", 7, "&nbsp;"),
        ("comment", 4, "<!-- a -->"), ("dash", 6, ""),
    ):  # fmt: skip
        yield item(f"Jaettu {place}", f"<p>Hakija <b><span>{parted(f'parted {place}', at, by)}</span></b> asuu.</p>")
    yield item(
        "Solut", f"<table border=1><tr><th>A</th><th>B</th></tr><tr><td>{parted('cells', 6, '</td><td>')}</td></tr></table>"
    )
    yield item("Kappaleet", f"<p>hetu {parted('paragraphs', 7, '</p><p>')} asuu</p>")
    yield item("Luettelo", f"<ul><li>hetu {parted('list', 6, '</li><li>')} asuu</li></ul>")
    yield item(f"Hakemus {code('title')}, puh. {phone('title phone')}", f"<h3>Hakija {code('heading')}</h3><p>a</p>")
    yield item("Diaari", "", ("CaseNativeId", code("register number")), number=code("number"))
    yield item("Numero", "", number=f"12 {word('number')}")
    history = {"Party": f"Lautakunta {code('party')}", "Article": code("article"), "MeetingDate": "/Date(1483963200000)/"}
    history |= {"Decision": f"<p>{code('history')} ja {phone('history phone')}</p>"}
    yield item("Vanha", "", ("HistoryTopics", as_json(history)))
    vote = {"Title": f"Äänestys {code('vote')}", "Votes": {f"JAA {code('option')}": [f"Nimi {code('voter')}"]}}
    yield item("Äänestys", "", ("Votings", as_json(vote)))
    people = [("Presenters", f"Nimi {code('presenter')};#johtaja;#;#;#"), ("Draftsmans", f"Nimi {code('preparer')};#;#;#;#")]
    yield item("Henkilöt", f"<p><a href='https://x.example/?a={code('address')}'>linkki</a></p>", *people)
    decomposed = unicodedata.normalize("NFD", f"<p>henkilötunnus {code('named').replace('-', '')} ja puh. {phone('phone')}</p>")
    yield item("Nimetty", decomposed)


def attached() -> tuple[list[Item], dict[str, bytes]]:
    """Return items with attachments, and the files."""
    repeated = f"{word('repeated')} {LINES}"
    files = {
        f"8001 {word('secret file name')}.pdf": pdfs.pdf(word("secret file")),
        "8002.pdf": pdfs.with_hidden_channels(word("hidden in pdf")),
        "8011.pdf": pdfs.with_remarks(word("remarks in pdf").replace("ä", "a").replace("ö", "o")),
        "8003.pdf": pdfs.with_old_revision(word("old revision")),
        "8004.pdf": pdfs.with_embedded_file(word("embedded").encode()),
        "8005.pdf": pdfs.pdf(f"Hakija {code('attachment')}"),
        f"8006 {code('file name')}.pdf": pdfs.pdf("Julkinen."),
        "8007.pdf": pdfs.pdf(f"Kooste\n{repeated}"),
        "8008.pdf": pdfs.pdf(word("whole meeting")),
        "8009.pdf": pdfs.pdf(word("beside a mark")),
        "8010.docx": word("word file").encode(),
        f"9001 {code('unused file name')}.pdf": pdfs.pdf(word("unused file")),
    }
    return [
        item("Liite 1", "", ("Attachments", download(8001, f"{word('secret attachment')} (salassa pidettävä).pdf"))),
        *(item(f"Liite {n}", "", ("Attachments", download(8000 + n, f"Suunnitelma {n}.pdf"))) for n in (2, 3, 4, 5, 7, 11)),
        item("Liite 6", "", ("Attachments", download(8006, f"Hakemus {code('attachment title')}.pdf"))),
        item("Liite 9", "<p>Alku.</p><p>Salassa pidettävä:</p><p>a</p>", ("Attachments", download(8009, "Todistus.pdf"))),
        item("Liite 10", "", ("Attachments", download(8010, "Muistio.docx"))),
        item("Salattu", f"<p>{repeated}</p>", SECRET),
    ], files


def write_casem(folder: Path) -> None:
    with_files, files = attached()
    items = [
        item("Kokouksen avaus"), closed("secret", SECRET), closed("unknown", ("PublicityClass", "kaksikymmentä")),
        closed("personal", ("PersonalData", "kyllä")), closed("offline", ("PublicityClass", "Ei-julkinen")),
        *marked(), item("Piilotettu", hidden("casem")), *personal(), *with_files,
    ]  # fmt: skip
    cover = [
        ("participant_councilman", f"Aino {code('attendance')};#rooli {code('role')};#;#;#ryhmä {code('group')};#"),
        ("meetingplace", f"Talo, {code('place')}, puh. {phone('place phone')}"),
        ("AgendaAttachment", download(8008, "Esityslista.pdf")),
    ]
    casem(folder, items, cover=cover, files=files)


def write_dynasty(folder: Path) -> None:
    side = "<p class='Sivuotsikko'><b>{0}</b>&nbsp;&nbsp; {1}</p>"
    decided = side.format("Päätös", f"{SHOWN}.")
    links = dynasty_links(
        4, f"{word('dynasty attachment')} (salassa pidettävä)", "Kartta", f"Tunnus {code('dynasty attachment')}"
    )
    earlier = f"<p>Rantalautakunta 15.5.2025 § 4</p>{side.format('Päätös', 'Salassa pidettävä ' + word('dynasty history'))}"
    items = [
        ("Piilotettu", hidden("dynasty") + decided),
        (f"Asia {word('dynasty title')} (salassa pidettävä)", f"<p>{word('dynasty secret')} {LINES}</p>{decided}"),
        (
            "Merkitty",
            side.format("Selostus", f"Salassa pidettävä {word('dynasty marked')}") + f"<p>{word('dynasty after')}</p>",
        ),
        ("Liitteet", f"{links}<p>Teksti.</p>{decided}"),
        ("Tiedoksi", f"<p>Teksti.</p>{decided}" + side.format("Tiedoksi", f"Hakija {code('dynasty notified')}")),
        ("Historia", decided + side.format("Päätöshistoria", "") + earlier),
    ]
    files = {
        "2025310011-4-1.PDF": pdfs.pdf(word("dynasty attachment's text")),
        "2025310011-4-2.PDF": pdfs.with_hidden_channels(word("dynasty hidden in pdf")),
        "2025310011-4-3.PDF": pdfs.pdf("Teksti."),
        "2025310011-2.PDF": pdfs.pdf(word("dynasty copy of an item")),
        "2025310011.PDF": pdfs.pdf(word("dynasty copy of the meeting")),
    }
    dynasty(folder, items, people=f"Lempi {code('dynasty attendance')}, puheenjohtaja", files=files)


def write_tweb(folder: Path) -> None:
    decided = ("Päätös", f"{SHOWN}.")
    covered = [
        (drawn.BODY, 114.7, "Peitetty", True), (drawn.CAPTIONS, 141.5, "Päätös", True),
        (drawn.BODY, 141.5, f"{SHOWN}. {word('tweb covered')}", False),
    ]  # fmt: skip
    items = [
        ("Merkitty", [("Esittelyteksti", f"Julkista.|Salassa pidettävä|{word('tweb marked')}"), decided]),
        (f"Asia {word('tweb title')} (salassa pidettävä)", [("Esittelyteksti", f"{word('tweb secret')} {LINES}"), decided]),
        ("Jaettu", [("Esittelyteksti", f"Hakija {parted('tweb lines', 7, '|')} asuu."), decided]),
        ("Päivä", [("Esittelyteksti", f"Hakija {parted('tweb day', 3, '|')} asuu, puh. {phone('tweb phone')}."), decided]),
        ("Peitetty", [decided]),
    ]
    material = {"Esityslista": pdfs.pdf(word("tweb whole meeting"))}
    files = {"305.pdf": drawn.drawn(covered, draw_over=[(drawn.BODY + 125, 145, 300, 14)])}
    tweb(folder, items, material=material, files=files)
    WORDS.append(drawn.CANARY)  # the author of every document


def write_recording(folder: Path) -> None:
    """Write a recording of the CaseM meeting, one of the Dynasty meeting, and two of none."""
    cues = [
        (1, SHOWN), (3, f"Tunnus {code('caption')[:7]}"), (4, f"{CODES['caption'][7:]} ja puh. {phone('caption phone')}"),
        (12, f"{word('caption of a secret item')} {LINES}"), (52, f"{word('caption of a marked item')} {LINES}"),
        (999, "Loppu"),
    ]  # fmt: skip
    blocks = [f"{_time(start)}.000 --> {_time(start + 1)}.000\n{text}" for start, text in cues]
    note = f"NOTE {word('caption note')}\n\n{word('caption id')}\n00:17:00.000 --> 00:17:01.000\n<v {word('voice')}>Kiitos"
    (folder / "r.vtt").write_text("\n\n".join(["WEBVTT", *blocks, note, ""]), encoding="utf-8")
    moments = "".join(f'"{n}" = "{_time(10 * (n - 1))}"\n' for n in range(1, 90)) + f'"{word("moment")}" = "0:16:00"\n'
    captions = 'captions = [{ file = "r.vtt", language = "fi" }]\n'
    casem_meeting = 'organization = "Kaupunginhallitus"\ndate = 2026-09-14\nlink = "https://video.example/"\n'
    dynasty_meeting = 'organization = "Rantalautakunta"\ndate = 2025-11-20\n'
    no_meeting = f'organization = "{word("organization")}"\ndate = 2026-09-15\nlink = "https://video.example/"\n'
    described = {
        "a": f"{casem_meeting}{captions}[moments]\n{moments}",
        "b": f'{dynasty_meeting}link = "https://video.example/{code("link")}"\n[moments]\n2 = "1:00"\n3 = "2:00"\n6 = "3:00"\n',
        "c": no_meeting,
        "d": f'{no_meeting}muu = "{word("unknown key")}"\n',
    }
    for name, text in described.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def _time(seconds: int) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}"


def write_town(folder: Path) -> Path:
    """Write a site with all of it, and return its configuration."""
    for part in ("content", "exports"):
        (folder / part).mkdir()
    write_casem(folder / "exports" / "casem")
    write_dynasty(folder / "exports" / "dynasty")
    write_tweb(folder / "exports" / "tweb")
    write_recording(folder / "exports")
    (folder / "content" / "index.md").write_text("# Päätökset\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.replace("UNMARKED", "public"), encoding="utf-8")
    return folder / "mkdocs.yml"


# Written once while the tests are collected, so that each canary is a test of its own.
with TemporaryDirectory() as collected:
    write_town(Path(collected))


class Left:
    """What a run left and said: {place: folded text}."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        config = write_town(folder)
        said = {name: self._run(config, *options) for name, options in {"lines": (), "json": ("--json",)}.items()}
        kept = [folder / "site", folder / "work" / "4-findings", folder / "private"]
        files = {p.relative_to(folder).as_posix(): p for root in kept for p in root.rglob("*") if p.is_file()}
        self.texts = {f"output in {name}": folded(text) for name, text in said.items()}
        self.texts |= {
            name: folded(name) + "|" + "|".join(map(folded, texts_of(path.read_bytes()))) for name, path in files.items()
        }

    def _run(self, config: Path, *options: str) -> str:
        result = CliRunner().invoke(main, ["publish", "-f", str(config), "--at", "2026-10-15", *options])
        assert result.exit_code == 3, result.output
        return result.output

    def places_of(self, secret: str) -> list[str]:
        return sorted(place for place, text in self.texts.items() if folded(secret) in text)


def folded(text: str) -> str:
    """Return the letters and digits of *text*, without tags, and once more with what stands inside them."""
    plain = f"{TAG.sub('', text)} {' '.join(TAG.findall(text))}"
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", html.unescape(plain)).casefold()))


def texts_of(content: bytes) -> Iterator[str]:
    """Yield what *content* may be read as, without any of the decoders that the leak scan uses."""
    yield content.decode("utf-8", errors="replace")
    yield content.replace(b"\0", b"").decode("latin-1")
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            streams = [thing for thing in document.objects if isinstance(thing, pikepdf.Stream)]
            unpacked = [thing.read_bytes() for thing in streams if "/DCTDecode" not in str(thing.get("/Filter"))]
            yield from (content.decode(encoding, errors="replace") for content in unpacked for encoding in ("utf-8", "latin-1"))
            yield from (repr(thing) for thing in (*document.objects, document.trailer))
        pages = pypdfium2.PdfDocument(content)
        yield from (pages[number].get_textpage().get_text_range() for number in range(len(pages)))


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    folder = tmp_path_factory.mktemp("canaries")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.workshop.audit.audit_site", by_files)  # the browser is not what is asked here
        yield Left(folder)
    shutil.rmtree(folder)


@pytest.mark.parametrize("canary", sorted(set(WORDS)))
def test_what_is_secret_is_in_no_byte(left: Left, canary: str) -> None:
    assert left.places_of(canary) == []


@pytest.mark.parametrize("place", sorted(CODES))
def test_what_is_personal_is_in_no_byte(left: Left, place: str) -> None:
    assert left.places_of(CODES[place]) == []


@pytest.mark.parametrize(
    "meeting", ["kaupunginhallitus/2026-09-14", "rantalautakunta/2025-11-20", "tekninen-lautakunta/2026-05-04"]
)
def test_what_is_public_is_published(left: Left, meeting: str) -> None:
    pages = [place for place in left.places_of(SHOWN) if place.startswith(f"site/{meeting}/")]

    assert len(pages) >= 4


def test_captions_are_published(left: Left) -> None:
    assert "site/kaupunginhallitus/2026-09-14/tekstitys-fi.vtt" in left.places_of(SHOWN)


def test_the_search_finds_every_canary_in_the_exports(left: Left) -> None:
    exports = [path for path in sorted((left.folder / "exports").rglob("*")) if path.is_file()]
    texts = [text for path in exports for text in (path.name, *texts_of(path.read_bytes()))]
    unescaped = [text.replace('\\"', '"').replace("\\\\", "\\") for text in texts]
    found = "|".join(map(folded, unescaped))

    assert [canary for canary in WORDS if folded(canary) not in found] == []

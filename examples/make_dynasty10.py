"""Makes the example's Dynasty 10 export: an agenda of Kuutamoniemi's education board, and decisions of the head of education.

Everybody and everything in it is invented. Needs reportlab (in the test group); the same run gives the same bytes.
The texts are in dynasty10_texts.toml beside this script; docs/formats.md says how far public excerpts show such pages.
"""

import tomllib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import files
from make_dynasty import WRITERS

HERE = Path(__file__).parent
EXPORT = HERE / "exports" / "dynasty10"
TEXTS: dict[str, Any] = tomllib.loads((HERE / "dynasty10_texts.toml").read_text(encoding="utf-8"))
TOWN = "Kuutamoniemi"
HOST = "https://kuutamoniemi10.oncloudos.example"
REQUEST = f"{HOST}:443/cgi/DREQUEST.PHP"
LINES = [TOWN, "Tämä tiedosto on osa keksittyä esimerkkiä."]
BODY, MEETING = "160", "2026905"
PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>Dynasty tietopalvelu</title></head><body>
<div class='data-part page-header'>Dynasty tietopalvelu <a href='{request}?page=meeting_frames'>Haku</a>
<a href='{request}?page=rss/meetings&show=30'>RSS</a> {town}</div>
{content}
</body></html>
"""


def main() -> None:
    """Write the list of bodies, the agenda, its items, the list of decisions, the decisions, and all their files."""
    EXPORT.mkdir(parents=True, exist_ok=True)
    _write("meeting_handlers.html", "iso-8859-1", _handlers())
    _write(f"meeting_{MEETING}.html", "iso-8859-1", _meeting())
    for item in TEXTS["items"]:
        _write(f"meetingitem_{MEETING}-{item['number']}.html", "utf-8", _item(item))
    _write("official_search.html", "iso-8859-1", _decisions())
    for decision in TEXTS["decisions"]:
        _write(f"official_decision_{decision['key']}.html", "utf-8", _decision(decision))
    for item in TEXTS["items"]:
        _write_files(f"{MEETING}-{item['number']}", item)
    for decision in TEXTS["decisions"]:
        _write_files(f"{decision['key']}-1", decision)


def _write(name: str, charset: str, content: Iterator[str]) -> None:
    page = PAGE.format(charset=charset, request=REQUEST, town=TOWN, content="\n".join(content))
    # What the service calls iso-8859-1 is windows-1252: dashes and quotation marks are in it.
    (EXPORT / name).write_bytes(page.encode("windows-1252" if charset == "iso-8859-1" else charset))


def _handlers() -> Iterator[str]:
    yield "<h1>Toimielimet</h1><table>"
    yield "<tr><th>Toimielin</th><th>Viimeisin kokous</th><th>Kokouspäivämäärä</th></tr>"
    body = f'<a href="?page=meetings&id={BODY}">{TEXTS["organization"]}</a>'
    meeting = f'<a href="?page=meeting&id={MEETING}">Esityslista</a>'
    yield f"<tr><td>{body}</td><td>{meeting}</td><td>{TEXTS['day']}</td></tr>"
    yield "<tr><td>Nuorisovaltuusto</td><td>Ei julkaistuja kokouksia</td><td></td></tr></table>"


def _meeting() -> Iterator[str]:
    yield f'<ul><li><a href="?page=meetings&id={BODY}">{TEXTS["organization"]}</a></li></ul>'
    yield f"<h1>{TEXTS['organization']}  Esityslista {TEXTS['day']} {TEXTS['hours']} -  {TEXTS['place']}</h1>"
    whole = f'<a href="{HOST}/kokous/{MEETING}.PDF">Esityslista</a>'
    yield f"<table><tr><th>Asianro</th><th></th><th>Otsikko</th><th>Julkaistu: {TEXTS['published']} {whole}</th></tr>"
    for item in TEXTS["items"]:
        mark = '<img alt="Sisältää liitteitä" src="../liite.gif">' if "attachments" in item else ""
        link = f'<a href="?page=meetingitem&id={MEETING}-{item["number"]}">{escape(item["title"])}</a>'
        yield f"<tr><td>{item['number']}</td><td>{mark}</td><td>{link}</td></tr>"
    yield "</table>"


def _item(item: dict[str, Any]) -> Iterator[str]:
    place = int(item["number"])
    around = ((place - 1, "Edellinen asia"), (place + 1, "Seuraava asia"))
    steps = [f"<a href='?page=meetingitem&id={MEETING}-{n}'>{t}</a>" for n, t in around if 1 <= n <= len(TEXTS["items"])]
    pdf = f"<a href='../kokous/{MEETING}-{place}.PDF'>Kokousasia</a>"
    navigation = f"<div class='data-part page-navigation'>{' | '.join(steps)} {pdf} PDF-muodossa</div>"
    yield f"<h1>{TEXTS['organization']}  Esityslista {TEXTS['day']}/Asianro {item['number']}</h1>"
    yield navigation
    yield from _attached(f"{MEETING}-{place}", item)
    yield from _body("meetingitem", item["number"], item)
    yield navigation


def _attached(key: str, item: dict[str, Any]) -> Iterator[str]:
    if "attachments" in item:
        yield "<div class='data-part attachments'>Liitteet"
        for number, title in enumerate(item["attachments"], start=1):
            name = f"{item.get('attachment', 'Liite')} {number}{escape(title)}"
            yield f"<a href='{HOST}/kokous/{_file(key, number)}'>{name}</a><br>"
        yield "</div>"


def _body(kind: str, number: str, item: dict[str, Any]) -> Iterator[str]:
    yield f"<div class='data-part {kind}'><div class='data-part-block-htm'>"
    if "register" in item:
        yield f'<p class="MsoNormal" align="right"><span lang="EN-US">{item["register"]}</span></p>'
    for row in item.get("earlier", ()):
        yield f"<table class='MsoTableGrid'><tr>{''.join(f'<td><p>{escape(text)}</p></td>' for text in row)}</tr></table>"
    yield f'<p class="MsoNormal">{number}</p>'
    yield f'<p class="MsoNormal"><strong>{escape(item["title"])}</strong></p>'
    for written, *texts in item["body"]:
        yield '<p class="MsoNormal">&nbsp;</p>'
        yield from _handling(texts) if written == "handling" else WRITERS[written](texts)
    yield "</div></div>"


def _handling(texts: Sequence[str]) -> Iterator[str]:
    return (f'<p class="MsoNormal">{escape(text)}</p>' for text in texts)


def _decisions() -> Iterator[str]:
    yield "<table><tr><th>Viranhaltija/Päätöspäivämäärä</th><th>Otsikko</th></tr>"
    for decision in reversed(TEXTS["decisions"]):
        text = f"Viranhaltijapäätös {decision['number']}{escape(decision['title'])}"
        link = f'<a href="?page=official_decision&id={decision["key"]}">{text}</a>'
        yield f"<tr><td>{TEXTS['post']}    {decision['day']}</td><td>{link}</td></tr>"
    yield "</table>"


def _decision(decision: dict[str, Any]) -> Iterator[str]:
    yield f"<h1>{TEXTS['post']}  Viranhaltijapäätös {decision['day']}/Pykälä {decision['number'].split('/')[0]}</h1>"
    pdf = f"<a href='../kokous/{decision['key']}.PDF'>Viranhaltijapäätös</a>"
    yield f"<div class='data-part page-navigation'>{pdf} PDF-muodossa</div>"
    yield from _attached(f"{decision['key']}-1", decision)
    yield from _body("officialdecision", f"§ {decision['number']}", decision)


def _file(key: str, number: int) -> str:
    return f"{key}-{59000 + int(key.split('-', maxsplit=1)[0]) % 1000 + number}.PDF"


def _write_files(key: str, item: dict[str, Any]) -> None:
    for number, title in enumerate(item.get("attachments", ()), start=1):
        files.write(
            EXPORT / _file(key, number), {"heading": title, "lines": [TOWN, "Tämä tiedosto on osa keksittyä esimerkkiä."]}
        )


if __name__ == "__main__":
    main()

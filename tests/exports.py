"""Small exports of the three systems, made from words: what the tests of the whole pipeline read."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import msgspec

from tests.importers.tweb import drawn
from tests.redaction import pdfs

SERVICE = "http://testila.cloudnc.example/api/opennc/v1/$metadata"
ROOT, BOARD, MEETING = 100, 200, 900
FIRST_CONTENT = 40


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a CaseM meeting: its *title* is in the list too, unless *listed* says otherwise."""

    title: str
    properties: tuple[tuple[str, str], ...] = ()
    listed: str | None = None
    number: str | None = None


def casem(
    folder: Path,
    items: Sequence[Item],
    *,
    cover: Sequence[tuple[str, str]] = (),
    members: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
    organization: str = "Kaupunginhallitus",
    key: int = MEETING,
) -> Path:
    """Write a meeting of CaseM on 14 September 2026; items are numbered from 1. *key* is the meeting's in its system.

    Its chair is always the same; *members* are there too.
    """
    _feed(folder / f"{ROOT}_subnodes.json", "Nodes", [_node(BOARD, ROOT, organization)])
    _feed(folder / f"{ROOT}_{BOARD}_subnodes.json", "Nodes", [_node(key, BOARD, "Kokous 14.9.2026")])
    rows = [_content(FIRST_CONTENT, "", (43, key, "Kokous 14.9.2026"), meeting=key)]
    listed = [item.title if item.listed is None else item.listed for item in items]
    rows += [_content(FIRST_CONTENT + n, title, meeting=key) for n, title in enumerate(listed, 1)]
    _feed(folder / f"node_{key}_contents.json", "Contents", rows)
    times = "2026-09-14 16:00:00;#2026-09-14 18:00:00"
    of_each = [("Aino Testaaja", "puheenjohtaja"), *((name, "jäsen") for name in members)]
    people = "!#".join(f"{name};#{role};#{times};#jäsen;#" for name, role in of_each)
    _properties(folder, FIRST_CONTENT, [("participant_councilman", people), *cover])
    for n, item in enumerate(items, 1):
        number = str(n) if item.number is None else item.number
        _properties(folder, FIRST_CONTENT + n, [("Name", item.title), ("Article", number), *item.properties])
    for name, content in (files or {}).items():
        _written(folder / "files" / name, content)
    return folder


def dynasty(
    folder: Path, items: Sequence[tuple[str, str]], *, people: str = "", files: Mapping[str, bytes] | None = None
) -> Path:
    """Write a meeting of Dynasty on 20 November 2025: *items* are (title, HTML of the body), numbered from 1."""
    key = "2025310011"
    rows = "".join(
        f'<tr><td class="tcDat">{n}</td><td class="tcDat"><a href="{key}-{n}.HTM">{escape(title)}</a></td></tr>'
        for n, (title, _) in enumerate(items, 1)
    )
    head = '<tr class="trHea"><td class="tcHea">Pykälä</td><td class="tcHea">Otsikko</td></tr>'
    present = (
        f'<table><tr class="trHea"><td>Saapuvilla olleet jäsenet</td></tr></table><table><tr><td>{people}</td></tr></table>'
    )
    _page(folder / f"{key}.HTM", "bodyKokous", "klo 17:00", f"<table>{head}{rows}</table>{present if people else ''}")
    for n, (title, body) in enumerate(items, 1):
        head = f'<p class="MsoNormal">§ {n}</p><p class="MsoNormal"><strong>{escape(title)}</strong></p>'
        _page(folder / f"{key}-{n}.HTM", "bodyKokousasia", f"Pykälä {n}", f'<div class="WordSection1">{head}{body}</div>')
    for name, content in (files or {}).items():
        _written(folder / name, content)
    return folder


def dynasty_links(number: int, *titles: str) -> str:
    """Return the links to attachments of item *number* of `dynasty`, as they stand above its body."""
    rows = "".join(
        f'<tr><td><a href="2025310011-{number}-{n}.PDF">{escape(title)}</a></td></tr>' for n, title in enumerate(titles, 1)
    )
    return f'</div><div class="tcDat">Liitteet<table class="tcDat">{rows}</table></div><div class="WordSection1">'


def tweb(
    folder: Path,
    items: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    *,
    material: Mapping[str, bytes] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a meeting of TWeb on 4 May 2026: *items* are (title, parts of the document), numbered from 1.

    *material* is {title: PDF} of the whole meeting.
    """
    rows = [(str(n), drawn.link(300 + n, title), "-") for n, (title, _) in enumerate(items, 1)]
    beside = "".join(f"<tr><td>{drawn.link(601 + n, title)}</td></tr>" for n, title in enumerate(material or {}))
    listed = drawn.items("Tekninen lautakunta: 2/2026<br>4.5.2026 17:00<br>Pöytäkirja", ("§", "Otsikko", "Liitteet"), rows)
    _written(folder / "kokous.html", drawn.page(listed + (f'<table class="list">{beside}</table>' if beside else "")))
    for n, (title, parts) in enumerate(items, 1):
        _written(folder / f"{300 + n}.pdf", drawn.two_columns(title, *parts))
    for n, content in enumerate((material or {}).values()):
        _written(folder / f"{601 + n}.pdf", content)
    for name, content in (files or {}).items():
        _written(folder / name, content)
    return folder


def download(file: int, title: str) -> str:
    """Return a link to a file as CaseM's properties hold it."""
    return f'<a href="/download/noname/%7b{file:08d}-0000-0000-0000-000000000000%7d/{file}">{escape(title)}</a>'


def whole_meeting(*lines: str) -> bytes:
    """Return a PDF of all minutes, a line for each of *lines*."""
    return pdfs.pdf("\n".join(lines))


def _page(path: Path, body_class: str, after: str, content: str) -> None:
    head = f'<label class="h3">Rantalautakunta<br>Pöytäkirja 20.11.2025 {after}</label>'
    markup = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>
<body class="{body_class}"><table><tr><td align="center">{head}</td></tr></table>
<!--DATA_BEGIN--><div class="tblDoc">{content}</div><!--DATA_END--></body></html>"""
    _written(path, markup.encode("cp1252", "xmlcharrefreplace"))


def _node(node: int, parent: int, name: str) -> dict[str, object]:
    return {"NodeId": node, "ParentId": parent, "Names": [{"LanguageId": 1, "Name": name}]}


def _content(content: int, subject: str, *more: tuple[int, int, str], meeting: int = MEETING) -> dict[str, object]:
    classes = [{"NodeId": n, "NodeName": name, "Type": kind} for kind, n, name in (*more, (7, meeting, "Kokous 14.9.2026"))]
    return {"ContentId": content, "Subject": subject, "LanguageId": 1, "Classifications": classes, "FileLinks": []}


def _properties(folder: Path, content: int, properties: Sequence[tuple[str, str]]) -> None:
    rows = [{"Id": n, "Name": name, "Text": text, "Number": None, "Date": None} for n, (name, text) in enumerate(properties)]
    _feed(folder / f"contents_{content}_extended_properties.json", "ExtendedProperties", rows)


def _feed(path: Path, kind: str, rows: Sequence[Mapping[str, object]]) -> None:
    _written(path, json.dumps({"odata.metadata": f"{SERVICE}#{kind}", "value": rows}, ensure_ascii=False).encode())


def _written(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

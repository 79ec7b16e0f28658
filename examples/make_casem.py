"""Makes the example's CaseM export: Kuutamoniemi's city board on 14 September 2026, as the OpenNC interface gives it.

Everybody and everything in it is invented. Needs reportlab (in the test group); the same run gives the same bytes.
The texts are in casem_texts.toml beside this script.
"""

import json
import tomllib
from html.entities import codepoint2name
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
EXPORT = HERE / "exports" / "casem"
TEXTS = tomllib.loads((HERE / "casem_texts.toml").read_text(encoding="utf-8"))
SERVICE = "http://kuutamoniemi.cloudnc.example/api/opennc/v1/$metadata"
ROOT, BOARD, MEETINGS, MEETING, COVER = 10717, 11317, 11318, 12840, 5200
PUBLISHED = "2026-09-18T09:12:{second:02d}.{milliseconds:d}"
SYSTEM_USER = 7519
LANGUAGES = {"fi": 1, "sv": 3}
# What the interface writes as HTML is entity-encoded; the other properties are plain.
MARKUP = {
    "Description", "Decisionproposal", "Decision", "Eventhandling", "Votings", "Disqualification", "DissentingOpinion",
    "Correctioninstructions", "DraftingNotes", "DecisionNotes",
}  # fmt: skip
ORDER = (
    "Name", "Article", "CaseNativeId", "IsAdditionalTopic", "Description", "Decisionproposal", "Decision", "Eventhandling",
    "Votings", "Disqualification", "DissentingOpinion", "Inform", "Correctioninstructions", "Attachments", "Draftsmans",
    "Presenters", "DraftingNotes", "DecisionNotes", "PublicityClass", "SecurityReason", "PersonalData", "HistoryTopics",
)  # fmt: skip
ALWAYS = ("CaseNativeId", "Decision", "Eventhandling", "Disqualification", "DissentingOpinion", "Inform")


def main() -> None:
    """Write the lists, the properties and the files of the meeting."""
    (EXPORT / "files").mkdir(parents=True, exist_ok=True)
    _write_nodes()
    _write("node_12840_contents.json", "Contents", [_cover_row(), *map(_row, TEXTS["item"])])
    _write(f"contents_{COVER}_extended_properties.json", "ExtendedProperties", _properties(_cover()))
    for item in TEXTS["item"]:
        name = f"contents_{item['content']}_extended_properties.json"
        _write(name, "ExtendedProperties", _properties(_item(item)))
        for file in item.get("file", ()):
            _write_pdf(EXPORT / "files" / f"{file['id']}.pdf", file)


def encoded(markup: str) -> str:
    """Return *markup* with named entities for every letter that has one, as the system's editor writes it."""
    text = "".join(f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name and c not in '<>&"' else c for c in markup)
    return text.strip() + ("\n" if text.lstrip().startswith("<") else "")


def _write_nodes() -> None:
    _write("nodes.json", "Nodes", [_node(ROOT, 23, {"fi": "Toimielimet", "sv": "Organ"}, 8)])
    bodies = [
        _node(BOARD, ROOT, {"fi": "Kaupunginhallitus", "sv": "Stadsstyrelsen"}, 144),
        _node(11321, ROOT, {"fi": "Kaupunginvaltuusto", "sv": "Stadsfullmäktige"}, 144),
        _node(11325, ROOT, {"fi": "Tekninen lautakunta", "sv": "Tekniska nämnden"}, 144),
    ]
    _write(f"{ROOT}_subnodes.json", "Nodes", bodies)
    _write(f"{ROOT}_{BOARD}_subnodes.json", "Nodes", [_node(MEETINGS, BOARD, {"fi": "Kokoukset", "sv": "Möten"}, 0)])
    days = {12702: "17.8.2026", 12771: "31.8.2026", MEETING: "14.9.2026"}
    meetings = [_node(node, MEETINGS, {"fi": f"Kokous {day}"}, 143) for node, day in days.items()]
    _write(f"{ROOT}_{BOARD}_{MEETINGS}_subnodes.json", "Nodes", meetings)


def _node(node: int, parent: int, names: dict[str, str], kind: int) -> dict[str, object]:
    listed = [{"LanguageId": LANGUAGES[language], "Name": name, "Link": None} for language, name in names.items()]
    return {
        "NodeId": node, "ParentId": parent, "Names": listed, "SortOrder": 0, "Date": "2026-09-18T09:12:04.15", "Type": kind,
    }  # fmt: skip


def _cover_row() -> dict[str, object]:
    showing = {"NodeId": 2956, "NodeName": "Näytä tason esittelynä", "Type": 43}
    row = _contents_row(COVER, "", "fi", [int(TEXTS["cover"]["minutes_id"])], showing)
    return row | {"TemplateId": 71, "EventStartDate": "2026-09-14T16:00:00", "EventEndDate": "2026-09-14T18:05:00"}


def _row(item: dict[str, object]) -> dict[str, object]:
    files = [int(file["id"]) for file in item.get("file", ())]
    return _contents_row(int(item["content"]), str(item["Name"]), str(item.get("language", "fi")), files)


def _contents_row(content: int, subject: str, language: str, files: list[int], *more: dict[str, object]) -> dict[str, object]:
    published = PUBLISHED.format(second=content - COVER, milliseconds=200 + content % 700)
    internet = {"NodeId": 59, "NodeName": "Internet", "Type": 12}
    return {
        "ContentId": content,
        "Subject": subject,
        "LanguageId": LANGUAGES[language],
        "PublicDate": published,
        "ExpiryDate": published.replace("2026", "2031"),
        "CreatedDate": published,
        "EditedDate": published,
        "TemplateId": 70,
        "Version": 1,
        "CreatorId": SYSTEM_USER,
        "Editor": SYSTEM_USER,
        "EventStartDate": None,
        "EventEndDate": None,
        "Classifications": [internet, *more, {"NodeId": MEETING, "NodeName": "Kokous 14.9.2026", "Type": 7}],
        "FileLinks": [{"FileId": file} for file in files],
    }


def _cover() -> list[tuple[str, str]]:
    cover = TEXTS["cover"]
    people = "!#".join(";#".join(person) + ";#" for person in cover["participants"])
    minutes = _link(cover["minutes_id"], cover["minutes_title"])
    place, state = ("Meetingplace", cover["place"]), ("Meetingstate", cover["state"])
    return [("Participant_councilman", people), place, state, ("AgendaAttachment", minutes)]


def _item(item: dict[str, object]) -> list[tuple[str, str]]:
    links = [_link(file["id"], file["title"]) for file in item.get("file", ())]
    told = {name: _text(name, item[name]) for name in ORDER if name in item}
    told |= {name: "" for name in ALWAYS if name not in told} | {"IsAdditionalTopic": "False"}
    found: list[tuple[str, str]] = []
    for name in ORDER:
        if name == "Attachments":
            found += [(name, link) for link in links]
        elif name in told:
            found.append((name, told[name]))
    return found


def _text(name: str, value: object) -> str:
    if name == "HistoryTopics":
        topics = [{k: encoded(v) if str(v).lstrip().startswith("<") else v for k, v in topic.items()} for topic in value]
        # The system escapes what could be markup inside its JSON, and the slashes of its dates.
        text = json.dumps(topics, ensure_ascii=False, separators=(",", ":")).replace("/Date(", "\\/Date(").replace(")/", ")\\/")
        return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    text = TEXTS["shared"].get(value, value)
    return encoded(text) if name in MARKUP else str(text)


def _link(file_id: str, title: str) -> str:
    return f"<a href='download.aspx?ID={file_id}&GUID={{{uuid5(NAMESPACE_URL, file_id)}}}' target='_blank'>{title}</a>"


def _properties(told: list[tuple[str, str]]) -> list[dict[str, object]]:
    ids = {name: 1694 + number for number, name in enumerate(dict.fromkeys(name for name, _ in told))}
    return [{"Id": ids[name], "Name": name, "Text": text, "Number": None, "Date": None} for name, text in told]


def _write(name: str, entity_set: str, rows: list[dict[str, object]]) -> None:
    answer = {"odata.metadata": f"{SERVICE}#{entity_set}", "value": rows}
    (EXPORT / name).write_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _write_pdf(path: Path, file: dict[str, object]) -> None:
    page = Canvas(str(path), pagesize=A4, invariant=1, lang="fi")
    page.setTitle(str(file["heading"]))
    page.setAuthor("Kuutamoniemen kaupunki")
    page.setFont("Helvetica-Bold", 16)
    page.drawString(72, 760, str(file["heading"]))
    page.setFont("Helvetica", 11)
    for number, line in enumerate(file["lines"]):
        page.drawString(72, 725 - 18 * number, line)
    page.save()


if __name__ == "__main__":
    main()

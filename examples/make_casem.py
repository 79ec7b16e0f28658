"""Makes the example's CaseM export: Kuutamoniemi's city board and an office-holder, as the OpenNC interface gives them.

Everybody and everything in it is invented. Needs reportlab (in the test group); the same run gives the same bytes.
The texts are in casem_texts.toml and, for later meetings, casem_texts_DAY.toml beside this script; the office-holder's
decisions, whose place in the interface nobody has shown (docs/formats.md), in casem_decisions.toml.
"""

import json
import tomllib
from html.entities import codepoint2name
from itertools import islice, product
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import files
import office_files

HERE = Path(__file__).parent
EXPORT = HERE / "exports" / "casem"
MEETINGS = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("casem_texts*.toml"))]
DECISIONS: dict[str, Any] = tomllib.loads((HERE / "casem_decisions.toml").read_text(encoding="utf-8"))
POST: dict[str, Any] = DECISIONS["post"]
SHARED: dict[str, str] = MEETINGS[0]["shared"]
SERVICE = "http://kuutamoniemi.cloudnc.example/api/opennc/v1/$metadata"
ROOT, BOARD, CONTAINER = 10717, 11317, 11318
# Meetings of which the lists only tell.
LISTED = {12702: "17.8.2026", 12771: "31.8.2026"}
PUBLISHED = "{day}T09:12:{second:02d}.{milliseconds:d}"
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
ROADS = 200
ROAD_BEGINNINGS = (
    "Ahven", "Haapa", "Hauki", "Honka", "Joki", "Kaisla", "Kallio", "Karhu", "Katajan", "Kivi", "Koivu", "Korpi", "Kuikka",
    "Kuusi", "Lampi", "Lehto", "Metsä", "Mänty", "Niitty", "Paju",
)  # fmt: skip
ROAD_ENDINGS = ("harju", "järve", "kankaa", "lahde", "mäe", "nieme", "perä", "ranna", "saare", "suo")
ALWAYS = ("CaseNativeId", "Decision", "Eventhandling", "Disqualification", "DissentingOpinion", "Inform")


def main() -> None:
    """Write the lists, the properties and the files of the meetings and of the decisions."""
    (EXPORT / "files").mkdir(parents=True, exist_ok=True)
    _write_nodes()
    for texts in MEETINGS:
        _write_meeting(texts)
    _write_decisions()


def _write_meeting(texts: dict[str, Any]) -> None:
    meeting = texts["meeting"]
    rows = [_cover_row(texts), *(_row(item, meeting) for item in texts["item"])]
    _write(f"node_{meeting['node']}_contents.json", "Contents", rows)
    _write(f"contents_{meeting['cover']}_extended_properties.json", "ExtendedProperties", _properties(_cover(texts["cover"])))
    for item in texts["item"]:
        _write_item(item)


def _write_decisions() -> None:
    _write(f"node_{POST['container']}_contents.json", "Contents", [_decision_row(item) for item in DECISIONS["decision"]])
    for item in DECISIONS["decision"]:
        _write_item(item)


def _write_item(item: dict[str, Any]) -> None:
    _write(f"contents_{item['content']}_extended_properties.json", "ExtendedProperties", _properties(_item(item)))
    for file in item.get("file", ()):
        path = EXPORT / "files" / f"{file['id']}{Path(file['title']).suffix}"
        (files if path.suffix in {".pdf", ".docx"} else office_files).write(path, file)


def encoded(markup: str) -> str:
    """Return *markup* with named entities for every letter that has one, as the system's editor writes it."""
    text = "".join(f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name and c not in '<>&"' else c for c in markup)
    return text.strip() + ("\n" if text.lstrip().startswith("<") else "")


def _write_nodes() -> None:
    roots = [
        _node(ROOT, 23, {"fi": "Toimielimet", "sv": "Organ"}, 8),
        _node(POST["root"], 23, {"fi": "Viranhaltijat", "sv": "Tjänsteinnehavare"}, 0),
    ]
    _write("nodes.json", "Nodes", roots)
    bodies = [
        _node(BOARD, ROOT, {"fi": "Kaupunginhallitus", "sv": "Stadsstyrelsen"}, 144),
        _node(11321, ROOT, {"fi": "Kaupunginvaltuusto", "sv": "Stadsfullmäktige"}, 144),
        _node(11325, ROOT, {"fi": "Tekninen lautakunta", "sv": "Tekniska nämnden"}, 144),
    ]
    _write(f"{ROOT}_subnodes.json", "Nodes", bodies)
    _write(f"{ROOT}_{BOARD}_subnodes.json", "Nodes", [_node(CONTAINER, BOARD, {"fi": "Kokoukset", "sv": "Möten"}, 0)])
    days = LISTED | {texts["meeting"]["node"]: texts["meeting"]["day"] for texts in MEETINGS}
    meetings = [_node(node, CONTAINER, {"fi": f"Kokous {day}"}, 143) for node, day in sorted(days.items())]
    _write(f"{ROOT}_{BOARD}_{CONTAINER}_subnodes.json", "Nodes", meetings)
    _write(f"{POST['root']}_subnodes.json", "Nodes", [_node(POST["node"], POST["root"], POST["names"], 0)])
    place = _node(POST["container"], POST["node"], {"fi": "Päätökset", "sv": "Beslut"}, 0)
    _write(f"{POST['root']}_{POST['node']}_subnodes.json", "Nodes", [place])


def _node(node: int, parent: int, names: dict[str, str], kind: int) -> dict[str, object]:
    listed = [{"LanguageId": LANGUAGES[language], "Name": name, "Link": None} for language, name in names.items()]
    return {
        "NodeId": node, "ParentId": parent, "Names": listed, "SortOrder": 0, "Date": "2026-09-18T09:12:04.15", "Type": kind,
    }  # fmt: skip


def _cover_row(texts: dict[str, Any]) -> dict[str, object]:
    meeting = texts["meeting"]
    showing = {"NodeId": 2956, "NodeName": "Näytä tason esittelynä", "Type": 43}
    row = _contents_row(
        meeting, meeting["cover"], "", "fi", [int(texts["cover"]["minutes_id"])], showing, _classification(meeting)
    )
    return row | {"TemplateId": 71, "EventStartDate": meeting["start"], "EventEndDate": meeting.get("end")}


def _row(item: dict[str, Any], meeting: dict[str, Any]) -> dict[str, object]:
    linked = [int(file["id"]) for file in item.get("file", ())]
    return _contents_row(meeting, item["content"], item["Name"], item.get("language", "fi"), linked, _classification(meeting))


def _decision_row(item: dict[str, Any]) -> dict[str, object]:
    linked = [int(file["id"]) for file in item.get("file", ())]
    place = {"NodeId": POST["container"], "NodeName": "Päätökset", "Type": 7}
    row = _contents_row(POST, item["content"], item["Name"], "fi", linked, place)
    return row | {"EventStartDate": f"{POST['day']}T00:00:00"}


def _contents_row(
    meeting: dict[str, Any], content: int, subject: str, language: str, linked: list[int], *classes: dict[str, object]
) -> dict[str, object]:
    second, milliseconds = content - meeting["cover"], 200 + content % 700
    published = PUBLISHED.format(day=meeting["published"], second=second, milliseconds=milliseconds)
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
        "Classifications": [internet, *classes],
        "FileLinks": [{"FileId": file} for file in linked],
    }


def _classification(meeting: dict[str, Any]) -> dict[str, object]:
    return {"NodeId": meeting["node"], "NodeName": f"Kokous {meeting['day']}", "Type": 7}


def _cover(cover: dict[str, Any]) -> list[tuple[str, str]]:
    people = "!#".join(";#".join(person) + ";#" for person in cover.get("participants", ()))
    minutes = _link(cover["minutes_id"], cover["minutes_title"])
    place, state = ("Meetingplace", cover["place"]), ("Meetingstate", cover["state"])
    return [("Participant_councilman", people), place, state, ("AgendaAttachment", minutes)]


def _item(item: dict[str, Any]) -> list[tuple[str, str]]:
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
    text = str(SHARED.get(value, value)).replace("{roads}", _roads())
    return encoded(text) if name in MARKUP else text


def _roads() -> str:
    """Return a table of two hundred private roads, as long as real ones are: their lengths and grants follow a rule."""
    names = islice(("".join(parts) for parts in product(ROAD_BEGINNINGS, ROAD_ENDINGS)), ROADS)
    rows = "".join(_road(number, name) for number, name in enumerate(names, 1))
    head = "".join(f"<th>{text}</th>" for text in ("Nro", "Tiekunta", "Pituus, m", "Avustus, euroa"))
    return f'<table border="1"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _road(number: int, name: str) -> str:
    metres = 300 + number * 370 % 2900
    cells = (str(number), f"{name}n tiekunta", files.grouped(metres), files.grouped(metres * 3 // 10))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _link(file_id: str, title: str) -> str:
    return f"<a href='download.aspx?ID={file_id}&GUID={{{uuid5(NAMESPACE_URL, file_id)}}}' target='_blank'>{title}</a>"


def _properties(told: list[tuple[str, str]]) -> list[dict[str, object]]:
    ids = {name: 1694 + number for number, name in enumerate(dict.fromkeys(name for name, _ in told))}
    return [{"Id": ids[name], "Name": name, "Text": text, "Number": None, "Date": None} for name, text in told]


def _write(name: str, entity_set: str, rows: list[dict[str, object]]) -> None:
    answer = {"odata.metadata": f"{SERVICE}#{entity_set}", "value": rows}
    (EXPORT / name).write_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()

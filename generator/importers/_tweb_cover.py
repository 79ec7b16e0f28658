"""The cover page of TWeb minutes: when and where the meeting was, and who was there."""

import re
from datetime import date, datetime, time

import msgspec

from generator.importers._dates import at, finnish_datetime
from generator.importers._headings import folded
from generator.importers._pdf import Line
from generator.importers._tweb_blocks import line_text
from generator.importers._tweb_layout import ABSENT, GROUPS, PLACE, PRESENT, TIME, Part
from generator.model.meeting import Attendance

PEOPLE = frozenset((*PRESENT, *ABSENT, *GROUPS))
NAME = re.compile(r"[A-ZÅÄÖ][\w'’-]+(?: (?:von|af|de|[A-ZÅÄÖ][\w'’.-]*))+")
# "klo 17.00–19.05": the clock after a dash ends the meeting.
END = re.compile(r"\d{1,2}[.:]\d{2}\s*[–-]\s*(?:klo |kl\.? )?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)")
CLOCK = r"[^\d]{0,30}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
ARRIVED = re.compile(rf"(?:saapui|saapunut|paikalla|anlände|kom){CLOCK}", re.IGNORECASE)
LEFT = re.compile(rf"(?:poistui|poistunut|lähti|avlägsnade sig|avgick){CLOCK}", re.IGNORECASE)
NOTE = re.compile(r"\((?P<note>[^)]*)\)")
CHECKED = re.compile(r"pöytäkirja on (?:tarkastettu|tarkistettu)|protokollet (?:har justerats|är justerat)", re.IGNORECASE)


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """What a cover page tells of its meeting."""

    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    attendance: tuple[Attendance, ...] = ()
    is_checked: bool = False


def cover(found: tuple[Part, ...], day: date) -> Cover:
    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    attendance: list[Attendance] = []
    present: bool | None = None
    for part in found:
        word = folded(part.caption or "")
        text = line_text(list(part.lines))
        if word in TIME:
            start, end = finnish_datetime(text), _end(text, day)
        elif word in PLACE:
            place = text or None
        elif word in GROUPS and present is not None:
            attendance += _people(part, day, present=present)
        elif word in PRESENT or word in ABSENT:
            present = word in PRESENT
            attendance += _people(part, day, present=present)
        else:
            present = None
    whole = " ".join(line_text(list(part.lines)) for part in found)
    return Cover(start=start, end=end, place=place, attendance=tuple(attendance), is_checked=bool(CHECKED.search(whole)))


def _end(text: str, day: date) -> datetime | None:
    found = END.search(text)
    return _moment(found, day) if found else None


def _moment(found: re.Match[str], day: date) -> datetime:
    return at(day, time(int(found["hour"]), int(found["minute"])))


def _people(part: Part, day: date, *, present: bool) -> list[Attendance]:
    group = (part.caption or "").rstrip(":")
    found = [_person(lines, day, group, present=present) for lines in people(part.lines)]
    return [person for person in found if person]


def people(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Return the lines of each person: one begins where a name stands first."""
    found: list[list[Line]] = []
    for line in lines:
        name = re.split(r"[,(]", line.segments[0].text, maxsplit=1)[0].strip()
        if found and not NAME.fullmatch(name):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _person(lines: list[Line], day: date, group: str, *, present: bool) -> Attendance | None:
    """Return who a line names: "Sukunimi Etunimi, rooli (saapui klo 17.25)", or name and role in two columns."""
    first = lines[0].segments
    text = ", ".join([first[0].text.rstrip(","), *(segment.text for segment in first[1:])])
    text = " ".join([text, *(line.text for line in lines[1:])])
    arrived, left = ARRIVED.search(text), LEFT.search(text)
    plain = NOTE.sub(lambda found: "" if ARRIVED.search(found[0]) or LEFT.search(found[0]) else found[0], text)
    name, _, role = (piece.strip(" ,") for piece in plain.partition(","))
    if not NAME.fullmatch(name):
        return None
    return Attendance(
        name=name,
        role=_role(role) or None,
        group=group,
        present=present,
        arrived=_moment(arrived, day) if arrived else None,
        left=_moment(left, day) if left else None,
    )


def _role(text: str) -> str:
    """Return a role without the times that stand in fields of their own."""
    return " ".join(re.split(r",\s*(?=saapui|poistui|anlände|avlägsnade)", text, maxsplit=1)[0].split()).strip(" ,")

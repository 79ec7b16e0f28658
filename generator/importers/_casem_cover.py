"""What the cover of a CaseM meeting says: time, place, attendance, and whether the minutes are checked."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from generator.importers._casem_item import value
from generator.importers._casem_records import Property, folded, moment, title_text
from generator.importers._casem_sections import fields
from generator.importers._dates import finnish_datetime, net_datetime
from generator.model.meeting import Attendance

PARTICIPANTS = "participant_councilman"
START = ("meetingstart", "meetingstarttime", "starttime", "startdate", "meetingdate", "meetingtime")
END = ("meetingend", "meetingendtime", "endtime", "enddate")
PLACE = ("meetingplace", "meetinglocation", "place", "location")
STATE = ("status", "state", "meetingstatus", "meetingstate", "minutesstatus")
NAMES = {PARTICIPANTS, *START, *END, *PLACE, *STATE}
IS_CHECKED = re.compile(
    r"(?:pöytäkirja on )?tarkastettu|tarkastettu pöytäkirja|(?:protokollet är )?(?:granskat|justerat)", re.IGNORECASE
)
IS_CORRECTED = re.compile(
    r"(?:pöytäkirja on )?korjattu(?: pöytäkirja)?|(?:protokollet är )?(?:rättat|korrigerat)", re.IGNORECASE
)
IS_MINUTES = re.compile(r"pöytäkirja|protokoll", re.IGNORECASE)
# A whole record is name; role; arrived; left; group.
TIME_FIELDS = 4


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What the list's row and the node's name ("Kokous 5.6.2017 klo 8.15") tell of the meeting's time."""

    day: date
    start: datetime | None = None
    end: datetime | None = None
    named_start: datetime | None = None


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """The cover's facts; *other_day* tells that its times are of another day than the meeting and were left out."""

    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    attendance: tuple[Attendance, ...] = ()
    is_minutes: bool = False
    is_checked: bool = False
    is_corrected: bool = False
    other_day: bool = False


def is_cover(properties: Sequence[Property]) -> bool:
    """Tell whether *properties* are a cover's and not an item's: participants, and no title."""
    return bool(value(properties, PARTICIPANTS)) and not value(properties, "name")


def cover(properties: Sequence[Property], meeting: Told) -> Cover:
    """Return what *properties* say of *meeting*, of which other places have told before."""
    attendance = _attendance(value(properties, PARTICIPANTS))
    state = folded(value(properties, *STATE)).strip(". ")
    said = meeting.start or _moment(value(properties, *START)) or meeting.named_start
    starts = said or _shared([a.arrived for a in attendance])
    ends = meeting.end or _moment(value(properties, *END)) or _shared([a.left for a in attendance])
    told = [starts, *(a.arrived for a in attendance)]
    is_checked, is_corrected = bool(IS_CHECKED.fullmatch(state)), bool(IS_CORRECTED.fullmatch(state))
    return Cover(
        start=starts if starts and starts.date() == meeting.day else None,
        end=ends if starts and ends and starts.date() == meeting.day and starts <= ends else None,
        place=title_text(value(properties, *PLACE)) or None,
        attendance=attendance,
        is_minutes=is_checked or is_corrected or bool(IS_MINUTES.match(state)),
        is_checked=is_checked,
        is_corrected=is_corrected,
        other_day=any(time and time.date() != meeting.day for time in told),
    )


def _attendance(text: str) -> tuple[Attendance, ...]:
    records = [record for record in fields(text) if record[0]]
    people = tuple(map(_person, records))
    # Where times are told, one whose fields for them are empty was not there.
    if not any(person.arrived for person in people):
        return people
    told = [len(record) > TIME_FIELDS for record in records]
    return tuple(
        msgspec.structs.replace(person, present=bool(person.arrived or person.left)) if has_times else person
        for person, has_times in zip(people, told, strict=True)
    )


def _person(record: tuple[str, ...]) -> Attendance:
    name, role, *rest = (*record, "", "")
    places = [place for place, field in enumerate(rest) if moment(field)]
    # A record that lacks its last fields has the group in the place of a time.
    groups = [field for place, field in enumerate(rest) if field and place not in places]
    return Attendance(
        name=name,
        role=role or None,
        group=groups[0] if groups else None,
        arrived=moment(rest[0]),
        left=next((moment(rest[place]) for place in places if place), None),
    )


def _shared(times: Sequence[datetime | None]) -> datetime | None:
    """Return the time that most share: who was there from the start arrived when it started."""
    told = [time for time in times if time]
    if not told:
        return None
    ((time, count),) = Counter(told).most_common(1)
    return time if count * 2 > len(told) else None


def _moment(text: str) -> datetime | None:
    return moment(text) or net_datetime(text) or finnish_datetime(text)

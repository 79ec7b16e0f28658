"""Who was there, in tables by group."""

from collections.abc import Iterable

import msgspec

from generator.model.meeting import Attendance
from generator.rendering import labels
from generator.rendering.words import Words


class AttendanceTable(msgspec.Struct, frozen=True, kw_only=True):
    """One group of those present. The columns that nobody in it fills are left out."""

    caption: str
    language: str | None
    people: tuple[Attendance, ...]
    has_roles: bool
    has_times: bool
    has_absent: bool


def tables(attendance: Iterable[Attendance], t: Words, language: str) -> list[AttendanceTable]:
    """Return a table for each group; *language* is that of the source's words."""
    groups: dict[str | None, list[Attendance]] = {}
    for one in attendance:
        groups.setdefault(one.group, []).append(one)
    return [
        AttendanceTable(
            caption=_group_name(name, t),
            language=None if _group_code(name) in t else labels.other(language, t.language),
            people=tuple(people),
            has_roles=any(one.role for one in people),
            has_times=any(one.arrived or one.left for one in people),
            has_absent=not all(one.present for one in people),
        )
        for name, people in groups.items()
    ]


def _group_name(name: str | None, t: Words) -> str:
    return t(_group_code(name)) if _group_code(name) in t else str(name)


def _group_code(name: str | None) -> str:
    """Return the message code of a group that the source names by a code of its own ("member"), or by nothing."""
    return f"rendering.group_{(name or 'present').casefold()}"

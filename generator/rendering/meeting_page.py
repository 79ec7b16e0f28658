"""The page of a meeting: when and where, its items, its recording, who was there, and its files."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from generator.model.meeting import Attendance
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem
from generator.rendering import attachments, fragments, item_page, labels, urls
from generator.rendering.labels import Label
from generator.rendering.site import Site
from generator.rendering.words import Words, words
from generator.rendering.write import Page


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One item in the list. *path* is empty where it has no page; *note* then says why."""

    number: str
    title: Label
    path: str
    note: str


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item begins in the recording."""

    id: str
    seconds: int
    time: str
    number: str
    title: Label


class AttendanceTable(msgspec.Struct, frozen=True, kw_only=True):
    """One group of those present. The columns that nobody in it fills are left out."""

    caption: str
    language: str | None
    people: tuple[Attendance, ...]
    has_roles: bool
    has_times: bool
    has_absent: bool


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the page of *meeting* in every language of its content."""
    return [_page(meeting, language, site) for language in urls.meeting_languages(meeting, site)]


def _page(meeting: RedactedMeeting, language: str, site: Site) -> Page:
    t = words(language)
    path = urls.meeting(meeting, language, site)
    name = labels.meeting(meeting, language, site)
    alternates = {own: urls.meeting(meeting, own, site) for own in urls.meeting_languages(meeting, site)}
    content = fragments.render(
        "meeting.html",
        t=t,
        root=urls.root(path),
        meeting=meeting,
        organization=labels.organization(meeting, language, site),
        day=labels.day(meeting, t),
        text_language=labels.other(meeting.language, language),
        rows=[_row(item, meeting, t, site) for item in meeting.items],
        moments=_moments(meeting, t),
        groups=_groups(meeting.attendance, t, meeting.language),
        attachments=attachments.views(meeting.attachments, t, supporting=False),
        supporting=attachments.views(meeting.attachments, t, supporting=True),
    )
    *way, own = item_page.crumbs(meeting, language, site)
    return Page(
        path=path,
        language=language,
        title=f"{name} – {site.name(language)}",
        description=t("pages.meeting_description", name=name, count=len(meeting.items)),
        content=content,
        crumbs=(*way, replace(own, path="")),
        alternates=alternates,
        switch=urls.in_every_language(meeting.organization.id, site) | alternates,
    )


def _row(item: ShownItem, meeting: RedactedMeeting, t: Words, site: Site) -> Row:
    return Row(
        number=labels.number(item, meeting, t),
        title=labels.title(item, t),
        path=urls.item(item, site) if urls.has_page(item) else "",
        note=t("pages.no_text") if isinstance(item, PublicItem) and not item.has_text else "",
    )


def _moments(meeting: RedactedMeeting, t: Words) -> list[Moment]:
    items = [(item.moment, item) for item in meeting.items if isinstance(item, PublicItem) and item.moment is not None]
    return [
        Moment(
            id=labels.moment_id(item),
            seconds=seconds,
            time=t.duration(seconds),
            number=labels.number(item, meeting, t),
            title=labels.title(item, t),
        )
        for seconds, item in sorted(items, key=lambda pair: (pair[0], pair[1].order))
    ]


def _groups(attendance: Iterable[Attendance], t: Words, language: str) -> list[AttendanceTable]:
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

"""Lists of meetings and of organizations, as rows."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.model.meeting import State
from generator.model.redacted import RedactedMeeting
from generator.rendering import labels, urls
from generator.rendering.labels import Label
from generator.rendering.site import Site
from generator.rendering.words import Words, words


class MeetingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting, or an office-holder's day, in a list; *language* is that of its page, where it is not the list's."""

    meeting: RedactedMeeting
    organization: Label
    day: str
    path: str
    details: str
    language: str | None


class OrganizationRow(msgspec.Struct, frozen=True, kw_only=True):
    """An organization with how many meetings it has, or a post with how many decisions, in words."""

    name: Label
    path: str
    count: str


def meeting_row(meeting: RedactedMeeting, language: str, site: Site) -> MeetingRow:
    t = words(language)
    own = urls.meeting_languages(meeting, site)
    other = None if language in own else own[0]
    return MeetingRow(
        meeting=meeting,
        organization=labels.organization(meeting, language, site),
        day=labels.day(meeting, t),
        path=urls.meeting(meeting, language, site),
        details=", ".join(_details(meeting, other, t)),
        language=other,
    )


def organization_rows(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[OrganizationRow]:
    """Return a row for each organization of *meetings*, in order of id."""
    return [
        OrganizationRow(
            name=labels.organization(newest_first(own)[0], language, site),
            path=urls.page(identity, language, site.languages),
            count=_count(own, language),
        )
        for identity, own in by_organization(meetings).items()
    ]


def by_organization(meetings: Iterable[RedactedMeeting]) -> dict[str, list[RedactedMeeting]]:
    """Return {organization id: its meetings}, in order of id."""
    found: dict[str, list[RedactedMeeting]] = {}
    for meeting in sorted(meetings, key=lambda meeting: meeting.organization.id):
        found.setdefault(meeting.organization.id, []).append(meeting)
    return found


def newest_first(meetings: Iterable[RedactedMeeting]) -> list[RedactedMeeting]:
    in_order = sorted(meetings, key=lambda meeting: meeting.id)
    return sorted(in_order, key=lambda meeting: meeting.day, reverse=True)


def _details(meeting: RedactedMeeting, other: str | None, t: Words) -> Iterator[str]:
    """Yield the state, where it is worth a word, how many items there are, and the language where it is another."""
    if meeting.is_ended:
        yield t("expiry.ended_short")
        return
    if not labels.is_post(meeting) or meeting.state is State.CORRECTED:
        yield labels.short_state(meeting, meeting.state, t)
    yield labels.count(meeting, t)
    if other:
        yield t.in_language(other)


def _count(meetings: Sequence[RedactedMeeting], language: str) -> str:
    t = words(language)
    if labels.is_post(meetings[0]):
        decisions = sum(len(meeting.items) for meeting in meetings)
        return t("pages.one_post") if decisions == 1 else t("pages.many_post", count=decisions)
    return t("pages.meetings_one") if len(meetings) == 1 else t("pages.meetings", count=len(meetings))

"""The front page and the pages of organizations: which meetings there are."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from generator.model.redacted import RedactedMeeting
from generator.rendering import fragments, labels, urls
from generator.rendering.labels import Label
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.words import words
from generator.rendering.write import Crumb, Page

NEWEST = 10


class MeetingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting in a list; *language* is that of its page, where it is not the list's."""

    meeting: RedactedMeeting
    organization: Label
    day: str
    path: str
    language: str | None


class OrganizationRow(msgspec.Struct, frozen=True, kw_only=True):
    name: Label
    path: str
    count: int


def front_page(meetings: Sequence[RedactedMeeting], language: str, site: Site, shells: Shells) -> Page:
    t = words(language)
    path = urls.page(urls.FRONT, language, site.languages)
    ordered = _newest_first(meetings)
    content = fragments.render(
        "front.html",
        t=t,
        root=urls.root(path),
        own_heading=shells.own_heading(urls.FRONT, language),
        own_words=shells.own_words(urls.FRONT, language),
        name=site.name(language),
        coming=[_row(m, language, site) for m in reversed(ordered) if m.day > site.at],
        newest=[_row(m, language, site) for m in ordered if m.day <= site.at][:NEWEST],
        organizations=_organizations(meetings, language, site),
        withheld_path=urls.page(urls.WITHHELD, language, site.languages),
    )
    paths = urls.in_every_language(urls.FRONT, site)
    return Page(
        path=path,
        language=language,
        title=t("pages.front_title", name=site.name(language)),
        description=t("pages.front_description", name=site.name(language)),
        content=content,
        alternates=paths,
        switch=paths,
        current=urls.FRONT,
    )


def organization_pages(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[Page]:
    """Return the page of every organization in *language*, with its meetings by year."""
    return [
        _organization_page(identity, [m for m in meetings if m.organization.id == identity], language, site)
        for identity in urls.organization_ids(meetings)
    ]


def _organization_page(identity: str, meetings: Sequence[RedactedMeeting], language: str, site: Site) -> Page:
    t = words(language)
    paths = urls.in_every_language(identity, site)
    ordered = _newest_first(meetings)
    name = labels.organization(ordered[0], language, site)
    years = [(year, [_row(m, language, site) for m in held]) for year, held in groupby(ordered, key=lambda m: m.day.year)]
    return Page(
        path=paths[language],
        language=language,
        title=t("pages.organization_title", organization=name.text, name=site.name(language)),
        description=t("pages.organization_description", organization=name.text, name=site.name(language)),
        content=fragments.render("organization.html", t=t, root=urls.root(paths[language]), name=name, years=years),
        crumbs=(
            Crumb(t("pages.nav_front"), urls.page(urls.FRONT, language, site.languages)),
            Crumb(name.text, language=name.language),
        ),
        alternates=paths,
        switch=paths,
    )


def _organizations(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[OrganizationRow]:
    newest = {meeting.organization.id: meeting for meeting in reversed(_newest_first(meetings))}
    return [
        OrganizationRow(
            name=labels.organization(newest[identity], language, site),
            path=urls.page(identity, language, site.languages),
            count=sum(1 for meeting in meetings if meeting.organization.id == identity),
        )
        for identity in urls.organization_ids(meetings)
    ]


def _row(meeting: RedactedMeeting, language: str, site: Site) -> MeetingRow:
    own = urls.meeting_languages(meeting, site)
    return MeetingRow(
        meeting=meeting,
        organization=labels.organization(meeting, language, site),
        day=labels.day(meeting, words(language)),
        path=urls.meeting(meeting, language, site),
        language=None if language in own else own[0],
    )


def _newest_first(meetings: Sequence[RedactedMeeting]) -> list[RedactedMeeting]:
    in_order = sorted(meetings, key=lambda meeting: meeting.id)
    return sorted(in_order, key=lambda meeting: meeting.day, reverse=True)

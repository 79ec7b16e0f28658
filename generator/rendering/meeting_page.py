"""The page of a meeting: when and where, its items, its recording, who was there, and its files."""

import msgspec
from msgspec.structs import replace

from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem
from generator.rendering import attachments, attendance, fragments, history, item_page, labels, moments, urls
from generator.rendering.labels import Label
from generator.rendering.site import Site
from generator.rendering.words import Words, words
from generator.rendering.write import Page


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One item in a list. *path* is empty where it has no page; *note* then says why."""

    number: str
    title: Label
    path: str
    note: str


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the page of *meeting* in every language of its content."""
    return [_page(meeting, language, site) for language in urls.meeting_languages(meeting, site)]


def row(item: ShownItem, meeting: RedactedMeeting, t: Words, site: Site) -> Row:
    return Row(
        number=labels.number(item, meeting, t),
        title=labels.title(item, t),
        path=urls.item(item, site) if urls.has_page(item) else "",
        note=t("pages.no_text") if isinstance(item, PublicItem) and not item.has_text else "",
    )


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
        kind=labels.kind(meeting),
        day=labels.day(meeting, t),
        state=labels.state(meeting, t),
        text_language=labels.other(meeting.language, language),
        rows=[row(item, meeting, t, site) for item in meeting.items],
        whole_path=urls.whole(meeting, language, site),
        whole=t(f"pages.whole_{labels.document(meeting)}"),
        video_path=urls.video(meeting, language, site) if urls.has_video(meeting) else "",
        moments=moments.moments(meeting, t),
        groups=attendance.tables(meeting.attendance, t, meeting.language),
        attachments=attachments.views(meeting.attachments, t, site, supporting=False),
        supporting=attachments.views(meeting.attachments, t, site, supporting=True),
        history=history.publications(meeting, t, site),
    )
    *way, own = item_page.crumbs(meeting, language, site)
    return Page(
        path=path,
        language=language,
        title=f"{name} – {site.name(language)}",
        description=t(f"pages.description_{labels.kind(meeting)}", name=name, count=len(meeting.items)),
        content=content,
        crumbs=(*way, replace(own, path="")),
        alternates=alternates,
        switch=urls.in_every_language(meeting.organization.id, site) | alternates,
    )

"""All items of a meeting on one page, in the order of the document: for reading from end to end, and for printing."""

import msgspec

from generator.model import expiry
from generator.model.meeting import SectionKind
from generator.model.redacted import EndedItem, HeldItem, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.rendering import (
    appeal_dates,
    attachments,
    attendance,
    fragments,
    item_page,
    labels,
    sections,
    urls,
    votes,
    withheld,
)
from generator.rendering.appeal_dates import AppealView
from generator.rendering.attachments import AttachmentView
from generator.rendering.labels import Label
from generator.rendering.markup import Tables
from generator.rendering.sections import EarlierView, SectionView
from generator.rendering.site import Site
from generator.rendering.votes import VoteView
from generator.rendering.withheld import WithheldCount
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page

PART = 3  # the level of the headings of an item's parts: the item's own is 2


class WholeItem(msgspec.Struct, frozen=True, kw_only=True):
    """One item as it stands on the page; *note* is all there is of one that is secret, waits or has no text."""

    id: str
    number: str
    title: Label
    language: str | None
    register_number: str | None = None
    note: str = ""
    sections: tuple[SectionView, ...] = ()
    votes: tuple[VoteView, ...] = ()
    appeal_dates: tuple[AppealView, ...] = ()
    appeal: tuple[SectionView, ...] = ()
    earlier: tuple[EarlierView, ...] = ()
    withheld: tuple[WithheldCount, ...] = ()
    attachments: tuple[AttachmentView, ...] = ()
    supporting: tuple[AttachmentView, ...] = ()


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the page in every language of the meeting's content."""
    return [_page(meeting, language, site) for language in urls.meeting_languages(meeting, site)]


def _page(meeting: RedactedMeeting, language: str, site: Site) -> Page:
    t = words(language)
    path = urls.whole(meeting, language, site)
    title = t(f"pages.whole_title_{labels.document(meeting)}")
    alternates = {own: urls.whole(meeting, own, site) for own in urls.meeting_languages(meeting, site)}
    groups = attendance.tables(meeting.attendance, t, meeting.language)
    tables = Tables(group.caption for group in groups)
    content = fragments.render(
        "whole.html",
        t=t,
        root=urls.root(path),
        meeting=meeting,
        meeting_path=urls.meeting(meeting, language, site),
        title=title,
        organization=labels.organization(meeting, language, site),
        kind=labels.kind(meeting),
        day=labels.day(meeting, t),
        state=labels.state(meeting, t),
        text_language=labels.other(meeting.language, language),
        groups=groups,
        items=[_item(item, meeting, t, tables, site) for item in meeting.items],
        attachments=attachments.views(meeting.attachments, t, site, supporting=False),
        supporting=attachments.views(meeting.attachments, t, site, supporting=True),
    )
    return Page(
        path=path,
        language=language,
        title=f"{title}: {labels.meeting(meeting, language, site)} – {site.name(language)}",
        content=content,
        crumbs=(*item_page.crumbs(meeting, language, site), Crumb(title)),
        alternates=alternates,
        switch=urls.in_every_language(meeting.organization.id, site) | alternates,
        # A search shall lead to the item, not to the place of everything.
        indexed=False,
        is_timed=any(map(expiry.is_timed, meeting.items)),
    )


def _item(item: ShownItem, meeting: RedactedMeeting, t: Words, tables: Tables, site: Site) -> WholeItem:
    common = WholeItem(
        id=labels.anchor(item),
        number=labels.number(item, meeting, t),
        title=labels.title(item, t),
        language=labels.other(item.language, t.language),
    )
    match item:
        case SecretItem():
            ground = t("pages.secret_ground", ground=withheld.ground_words(item.ground, t))
            return msgspec.structs.replace(common, note=f"{t('pages.secret_heading')}. {ground}")
        case HeldItem() | EndedItem():
            return common
        case PublicItem(has_text=False):
            return msgspec.structs.replace(common, note=t("pages.no_text"))
        case PublicItem():
            dates = appeal_dates.views(item, meeting, t, site)
            return _with_text(msgspec.structs.replace(common, appeal_dates=dates), item, t, tables, site)


def _with_text(common: WholeItem, item: PublicItem, t: Words, tables: Tables, site: Site) -> WholeItem:
    parts = sections.in_order(item)
    prefix = f"{common.id}-"
    writer = sections.writer_of(item, tables)
    return msgspec.structs.replace(
        common,
        register_number=item.register_number,
        sections=sections.views((p for p in parts if p.kind is not SectionKind.APPEAL), writer, PART, prefix),
        votes=votes.views_among(item, common.number or common.title.text, prefix, t),
        appeal=sections.views((p for p in parts if p.kind is SectionKind.APPEAL), writer, PART, prefix),
        earlier=sections.earlier(item, writer, site, PART + 2, prefix),
        withheld=withheld.counts(item, t),
        attachments=attachments.views(item.attachments, t, site, supporting=False),
        supporting=attachments.views(item.attachments, t, site, supporting=True),
    )

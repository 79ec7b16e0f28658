"""The page of one item: what was decided first, then the rest in the order of the minutes."""

from collections.abc import Mapping

import msgspec
from markupsafe import Markup

from generator.model import expiry
from generator.model.redacted import EndedItem, PublicItem, RedactedMeeting, SecretItem
from generator.rendering import appeal_dates, attachments, found, fragments, history, labels, sections, urls, votes, withheld
from generator.rendering.labels import Label
from generator.rendering.site import Site
from generator.rendering.urls import PagedItem
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """The previous or the next item: its *path* from the root of the site."""

    path: str
    number: str
    title: Label


class MomentLink(msgspec.Struct, frozen=True, kw_only=True):
    """Where the recording shows the item: an address and the time said in words."""

    href: str
    time: str


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the pages of the items that have one, each leading to the one before and the one after."""
    shown = [item for item in meeting.items if urls.has_page(item)]
    around = [None, *shown, None]
    return [_page(item, around[place : place + 3 : 2], meeting, site) for place, item in enumerate(shown)]


def crumbs(meeting: RedactedMeeting, language: str, site: Site) -> tuple[Crumb, ...]:
    """Return the way to *meeting*: front page, organization, the meeting itself."""
    t = words(language)
    body = labels.organization(meeting, language, site)
    return (
        Crumb(t("pages.nav_front"), urls.page(urls.FRONT, language, site.languages)),
        Crumb(body.text, urls.page(meeting.organization.id, language, site.languages), body.language),
        Crumb(t(f"pages.crumb_{labels.kind(meeting)}", day=labels.day(meeting, t)), urls.meeting(meeting, language, site)),
    )


def _page(item: PagedItem, around: list[PagedItem | None], meeting: RedactedMeeting, site: Site) -> Page:
    language = site.chrome(item.language)
    t = words(language)
    path = urls.item(item, site)
    number = labels.number(item, meeting, t)
    title = labels.title(item, t)
    previous, following = (_neighbour(other, meeting, site, language) for other in around)
    common = {
        "t": t,
        "root": urls.root(path),
        "item": item,
        "meeting": meeting,
        "kind": labels.kind(meeting),
        "number": number,
        "title": title,
        "found": found.of_item(item, meeting, t, site),
        "organization": labels.organization(meeting, language, site),
        "meeting_path": urls.meeting(meeting, language, site),
        "withheld_path": urls.page(urls.WITHHELD, language, site.languages),
        "previous": previous,
        "following": following,
    }
    return Page(
        path=path,
        language=language,
        title=labels.page_title(item, meeting, site),
        description=_description(item, meeting, t),
        content=_content(item, meeting, site, common),
        crumbs=(*crumbs(meeting, language, site), Crumb(number or title.text, language=None if number else title.language)),
        alternates={language: path},
        switch=urls.in_every_language(meeting.organization.id, site),
        is_timed=expiry.is_timed(item),
    )


def _content(item: PagedItem, meeting: RedactedMeeting, site: Site, common: Mapping[str, object]) -> Markup:
    t = words(site.chrome(item.language))
    if isinstance(item, SecretItem):
        return fragments.render("secret_item.html", **common, ground=withheld.ground_words(item.ground, t))
    if isinstance(item, EndedItem):
        return fragments.render("ended.html", **common, office=site.registry_office.get(t.language, ""))
    parts = sections.parted(item, meeting.stage, meeting.state)
    writer = sections.writer_of(item)
    return fragments.render(
        "item.html",
        **common,
        state=labels.state(meeting, t),
        update=_update(item, meeting, t),
        case_path=_case_path(item, t, site),
        decided=parts.decided,
        first=sections.views(parts.first, writer, 2),
        rest=sections.views(parts.rest, writer, 2),
        appeal=sections.views(parts.appeal, writer, 2),
        appeal_dates=appeal_dates.views(item, meeting, t, site),
        earlier=sections.earlier(item, writer, site, 4),
        attachments=attachments.views(item.attachments, t, site, supporting=False),
        supporting=attachments.views(item.attachments, t, site, supporting=True),
        votes=votes.views(item, t),
        withheld=withheld.counts(item, t),
        moment=_moment(item, meeting, t, common),
        text_language=labels.other(item.language, t.language),
    )


def _case_path(item: PublicItem, t: Words, site: Site) -> str:
    """Return the path of the page of the item's case, or nothing where it has no register number.

    The page is made after the gate's decision, of everything that goes out, so it is there whenever this item's is, in this
    item's language.
    """
    name = urls.case(item.register_number)
    return urls.page(name, t.language, site.languages) if name else ""


def _update(item: PublicItem, meeting: RedactedMeeting, t: Words) -> str:
    """Return what the latest version did to *item*, and when, or nothing."""
    change = history.latest(item, meeting)
    return t(f"pages.item_{change}", day=t.date(meeting.versions[-1].published)) if change else ""


def _description(item: PagedItem, meeting: RedactedMeeting, t: Words) -> str:
    if isinstance(item, SecretItem):
        return t("pages.secret_description")
    if isinstance(item, EndedItem):
        return t("expiry.ended")
    return sections.summary(sections.parted(item, meeting.stage, meeting.state).first) or item.title


def _moment(item: PublicItem, meeting: RedactedMeeting, t: Words, common: Mapping[str, object]) -> MomentLink | None:
    if meeting.recording is None or item.moment is None:
        return None
    link = meeting.recording.link
    player = f"{common['root']}{common['meeting_path']}#{labels.moment_id(item)}"
    return MomentLink(href=f"{link}#t={item.moment}" if link else player, time=t.duration(item.moment))


def _neighbour(item: PagedItem | None, meeting: RedactedMeeting, site: Site, language: str) -> Neighbour | None:
    if item is None:
        return None
    t = words(language)
    return Neighbour(path=urls.item(item, site), number=labels.number(item, meeting, t), title=labels.title(item, t))

"""What the site's search knows of a page besides its text: how a result is named, and what it is filtered and sorted by."""

from collections.abc import Iterable
from datetime import date

import msgspec

from generator.model import expiry
from generator.model.redacted import EndedItem, PublicItem, RedactedMeeting
from generator.rendering import labels, urls
from generator.rendering.site import Site
from generator.rendering.urls import PagedItem
from generator.rendering.words import Words


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page among results: *organization* is an id, *kind* is `agenda`, `minutes` or `post`, *written* the day in words."""

    title: str
    organization: str
    organization_name: str
    day: date
    written: str
    kind: str
    register_number: str


def of_item(item: PagedItem, meeting: RedactedMeeting, t: Words, site: Site) -> Found | None:
    """Return what a search may know of the page of *item*; None for one that it must not find."""
    if isinstance(item, EndedItem) or not is_searched(meeting):
        return None
    return _found(_called(item, meeting, t), item, meeting, t, site)


def of_attachment(name: str, owner: PublicItem | None, meeting: RedactedMeeting, t: Words, site: Site) -> Found | None:
    """Return what a search may know of the page of an attachment called *name*; None for one that it must not find.

    What stands beside an item that names a person for a time is found by the item, or not at all.
    """
    if not is_searched(meeting) or (owner is not None and expiry.is_timed(owner)):
        return None
    of = labels.meeting(meeting, t.language, site) if owner is None else _called(owner, meeting, t)
    return _found(f"{name} – {of}", owner, meeting, t, site)


def is_searched(meeting: RedactedMeeting) -> bool:
    """Tell whether the items of *meeting* are in the search's index.

    The index cannot be taken apart: words and places of all pages stand in it together. So what leaves the site one day is
    never in it, and no day needs another index.
    """
    return meeting.page_until is None and not meeting.is_ended and any(map(urls.has_page, meeting.items))


def languages(meetings: Iterable[RedactedMeeting], site: Site) -> tuple[str, ...]:
    """Return the languages in which something of *meetings* is in the index, in the order of the site."""
    searched = [meeting for meeting in meetings if is_searched(meeting)]
    of_items = {item.language for meeting in searched for item in meeting.items if urls.has_page(item)}
    of_attachments = {
        shown.language or meeting.language
        for meeting in searched
        for owner in (None, *(item for item in meeting.items if isinstance(item, PublicItem) and not expiry.is_timed(item)))
        for shown in (owner or meeting).attachments
        if shown.text is not None
    }
    found = {site.chrome(language) for language in of_items | of_attachments}
    return tuple(language for language in site.languages if language in found)


def _called(item: PagedItem, meeting: RedactedMeeting, t: Words) -> str:
    return " ".join(part for part in (labels.number(item, meeting, t), labels.title(item, t).text) if part)


def _found(title: str, item: PagedItem | None, meeting: RedactedMeeting, t: Words, site: Site) -> Found:
    return Found(
        title=title,
        organization=meeting.organization.id,
        organization_name=labels.organization(meeting, t.language, site).text,
        day=meeting.day,
        written=labels.day(meeting, t),
        kind=labels.document(meeting),
        register_number=(item.register_number or "") if isinstance(item, PublicItem) else "",
    )

"""What the site's search knows of a page besides its text: how a result is named, and what it is filtered and sorted by."""

from datetime import date

import msgspec

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
    return Found(
        title=" ".join(part for part in (labels.number(item, meeting, t), labels.title(item, t).text) if part),
        organization=meeting.organization.id,
        organization_name=labels.organization(meeting, t.language, site).text,
        day=meeting.day,
        written=labels.day(meeting, t),
        kind=labels.document(meeting),
        register_number=(item.register_number or "") if isinstance(item, PublicItem) else "",
    )


def is_searched(meeting: RedactedMeeting) -> bool:
    """Tell whether the items of *meeting* are in the search's index.

    The index cannot be taken apart: words and places of all pages stand in it together. So what leaves the site one day is
    never in it, and no day needs another index.
    """
    return meeting.page_until is None and not meeting.is_ended and any(map(urls.has_page, meeting.items))

"""Where the items lie that others speak of as earlier handlings, by organization, day and number."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from generator.model.identifiers import slug
from generator.model.meeting import EarlierHandling, Stage
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.rendering import urls
from generator.rendering.site import Place, Site


def among(meetings: Iterable[RedactedMeeting], site: Site) -> Site:
    """Return *site* with the places of all public items of *meetings*, which are what it will hold.

    Two items under one number on one day are two places, and neither is linked to. Numbers of an agenda are not yet those
    that later items call it by.
    """
    found: dict[tuple[str, date, str], Place | None] = {}
    for meeting in meetings:
        names = {meeting.organization.id, *map(slug, site.organization_names.get(meeting.organization.id, {}).values())}
        for item in meeting.items if meeting.stage is Stage.MINUTES else ():
            is_linked = isinstance(item, PublicItem) and urls.has_page(item)
            own = Place(urls.item(item, site), site.chrome(item.language)) if is_linked else None
            for key in ((name, meeting.day, slug(item.number or "")) for name in names):
                found[key] = own if key not in found else None
    return replace(site, places={key: place for key, place in found.items() if place})


def place(earlier: EarlierHandling, site: Site) -> Place | None:
    """Return where the item lies that *earlier* speaks of, when the site holds it."""
    if earlier.day is None or not earlier.number:
        return None
    return site.places.get((slug(earlier.organization), earlier.day, slug(earlier.number)))


def places(meeting: RedactedMeeting, site: Site) -> tuple[Place | None, ...]:
    """Return where all earlier handlings of the items of *meeting* lie, in order."""
    public = (item for item in meeting.items if isinstance(item, PublicItem))
    return tuple(place(earlier, site) for item in public for earlier in item.earlier_handlings)

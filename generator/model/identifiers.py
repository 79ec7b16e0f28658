"""Ids and slugs, stable for ever: an id is the address of the thing's page without language and ending."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from generator.model.meeting import AgendaItem, Meeting

NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return *text* in a-z, 0-9 and hyphens: "Rakennus- ja ympäristölautakunta" → "rakennus-ja-ymparistolautakunta"."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return NOT_SLUG.sub("-", plain).strip("-")


def meeting_id(organization_id: str, day: date) -> str:
    return f"{organization_id}/{day.isoformat()}"


def item_key(meeting: Meeting, item: AgendaItem) -> str:
    """Return the key under which an item keeps its address: the source's own, not the number, which may change."""
    return f"{meeting.source_id}/{item.source_id}"


def item_slug(item: AgendaItem) -> str:
    """Return the last part of an item's id: its number, or `kohta-N` by its place for a row without a number."""
    return (slug(item.number) if item.number else "") or f"kohta-{item.order}"


def identified(meetings: Iterable[Meeting], given: dict[str, str] | None = None) -> tuple[Meeting, ...]:
    """Return *meetings* with every id filled in.

    *given* is {source_id: id} of all addresses given before, by this and other meetings: the same thing keeps its address
    and no other thing gets it; a second thing that would have the same id gets "-2" and so on.
    """
    given = given or {}
    taken = {address: source for source, address in given.items()}
    return tuple(_identified(meeting, given, taken) for meeting in meetings)


def _identified(meeting: Meeting, given: dict[str, str], taken: dict[str, str]) -> Meeting:
    organization = replace(meeting.organization, id=slug(meeting.organization.name) or "toimielin")
    own = _claim(meeting.source_id, meeting_id(organization.id, meeting.day), given, taken)
    items = tuple(
        replace(item, id=_claim(item_key(meeting, item), f"{own}/{item_slug(item)}", given, taken))
        for item in meeting.items
    )
    return replace(meeting, organization=organization, id=own, items=items)


def _claim(source: str, wanted: str, given: dict[str, str], taken: dict[str, str]) -> str:
    if source in given:
        return given[source]
    address, count = wanted, 1
    while taken.get(address, source) != source:
        count += 1
        address = f"{wanted}-{count}"
    taken[address] = source
    return address

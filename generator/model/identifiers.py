"""Ids and slugs, stable for ever: an id is the address of the thing's page without language and ending."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from generator.model.meeting import AgendaItem, Meeting
from generator.model.redacted import PublicItem, RedactedMeeting

# The site's search: the name of its page, and the folder of its index, which has a folder for each language.
SEARCH = "haku"
NOT_SLUG = re.compile(r"[^a-z0-9]+")
# Minutes tell when a meeting really began, an agenda when it was to begin; a body rarely meets twice within hours.
SAME_MEETING_WITHIN = timedelta(hours=2)


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What was given before: *addresses* as {source key: id}, and the last *published* versions by id."""

    addresses: Mapping[str, str] = {}
    published: Mapping[str, RedactedMeeting] = {}


NOTHING_KNOWN = Known()


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


def is_same_start(one: datetime | None, other: datetime | None) -> bool:
    """Tell whether two starts on one day may be of one meeting; an unknown start may be any."""
    return one is None or other is None or abs(one - other) <= SAME_MEETING_WITHIN


def identified(meetings: Iterable[Meeting], known: Known = NOTHING_KNOWN) -> tuple[Meeting, ...]:
    """Return *meetings* with every id filled in.

    The same thing keeps its address and no other thing gets it. A meeting is known by its source's key; otherwise by its
    organization and day, since minutes often come under another key than their agenda; its items then by register number
    and title. A second thing that would have the same id gets "-2" and so on.
    """
    chosen = tuple(meetings)
    return _Addresses(known, chosen).give()


class _Addresses:
    """The addresses of one run. A class because each one given narrows what the next can get."""

    def __init__(self, known: Known, meetings: tuple[Meeting, ...]) -> None:
        self.known = known
        self.meetings = meetings
        self.present = {meeting.source_id for meeting in meetings}
        self.taken = {address: source for source, address in known.addresses.items()}

    def give(self) -> tuple[Meeting, ...]:
        return tuple(self._identified(meeting) for meeting in self.meetings)

    def _identified(self, meeting: Meeting) -> Meeting:
        organization = replace(meeting.organization, id=slug(meeting.organization.name) or "toimielin")
        wanted = meeting_id(organization.id, meeting.day)
        own = self._continued(meeting, wanted) or self._claim(meeting.source_id, wanted)
        before = {_likeness(i): i.id for i in self._items_before(own)}
        items = []
        for item in meeting.items:
            key = item_key(meeting, item)
            kept = None if key in self.known.addresses else before.pop(_likeness(item), None)
            items.append(replace(item, id=kept or self._claim(key, f"{own}/{item_slug(item)}")))
        return replace(meeting, organization=organization, id=own, items=tuple(items))

    def _continued(self, meeting: Meeting, wanted: str) -> str | None:
        """Return the address of the published meeting that this one is a later version of, under another key."""
        old = self.known.published.get(wanted)
        if meeting.source_id in self.known.addresses or old is None or not is_same_start(old.start, meeting.start):
            return None
        if self.taken.get(wanted) in self.present:
            return None
        self.taken[wanted] = meeting.source_id
        return wanted

    def _items_before(self, own: str) -> Iterable[PublicItem]:
        old = self.known.published.get(own)
        return (item for item in old.items if isinstance(item, PublicItem)) if old else ()

    def _claim(self, source: str, wanted: str) -> str:
        if source in self.known.addresses:
            return self.known.addresses[source]
        address, count = wanted, 1
        while self.taken.get(address, source) != source:
            count += 1
            address = f"{wanted}-{count}"
        self.taken[address] = source
        return address


def _likeness(item: AgendaItem | PublicItem) -> tuple[str | None, str]:
    return item.register_number, " ".join(item.title.casefold().split())

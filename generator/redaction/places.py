"""Which page of the site is of which meeting, item and case, and who is public there: what tells where a name is a leak."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from generator.model.expiry import FOLDER
from generator.model.identifiers import SEARCH
from generator.model.redacted import PublicItem, RedactedMeeting

# How many folders stand before a page's address: _expiry/DAY, and in the search's index LANGUAGE/fragment.
_BEFORE = {FOLDER: 2, SEARCH: 3}


class Owner(msgspec.Struct, frozen=True):
    """The ids of the meeting and item of which a page is; empty for what all share."""

    meeting: str = ""
    item: str = ""


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The *meetings* of the site, {item id: case} of their *items*, and the names of *people* in public roles, as written."""

    meetings: frozenset[str] = frozenset()
    items: Mapping[str, str] = {}
    people: frozenset[str] = frozenset()

    def owner(self, path: str) -> Owner:
        """Return whose page or file stands at *path*, in whatever language, for whatever day, and in the search's index."""
        parts = path.split("/")
        parts = parts[_BEFORE.get(parts[0], 0) :] or [""]
        parts[-1] = parts[-1].partition(".")[0]
        ids = ["/".join(parts[start:end]) for start in (0, 1) for end in range(start + 1, len(parts) + 1)]
        item = next((i for i in ids if i in self.items), "")
        return Owner(next((i for i in ids if i in self.meetings), ""), item)

    def cases(self, meeting: str) -> Collection[str]:
        """Return the cases of which *meeting* has an item."""
        return {case for item, case in self.items.items() if case and item.startswith(f"{meeting}/")}


NOWHERE_KNOWN = Places()


def case_of(register_number: str | None) -> str:
    """Return what is the same in every way to write *register_number*; nothing where there is none."""
    return "".join((register_number or "").casefold().split())


def places_of(meetings: Iterable[RedactedMeeting], people: Iterable[str] = ()) -> Places:
    """Return the places of *meetings*, which are all that the site holds; *people* are public besides those who took part."""
    shown = tuple(meetings)
    return Places(
        meetings=frozenset(meeting.id for meeting in shown),
        items={item.id: _case(item) for meeting in shown for item in meeting.items},
        people=frozenset(people) | frozenset(name for meeting in shown for name in _people(meeting)),
    )


def _case(item: object) -> str:
    return case_of(item.register_number) if isinstance(item, PublicItem) else ""


def _people(meeting: RedactedMeeting) -> Iterator[str]:
    yield from (who.name for who in meeting.attendance)
    for item in meeting.items:
        if isinstance(item, PublicItem):
            yield from (vote.voter for event in item.votes for vote in event.votes)

"""Cases: every published handling of a matter, over organizations and years, by its register number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from generator.model.identifiers import slug
from generator.model.meeting import EarlierHandling
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem
from generator.rendering import urls
from generator.rendering.site import Site


class Handling(msgspec.Struct, frozen=True):
    """A handling that is published: *item* of *meeting*."""

    meeting: RedactedMeeting
    item: PublicItem


class Told(msgspec.Struct, frozen=True):
    """A handling that is not published here, as *teller* tells of it."""

    earlier: EarlierHandling
    teller: Handling


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case; *name* is its page's. *handlings* and what is *told* of others, each the newest first."""

    name: str
    register_number: str
    handlings: tuple[Handling, ...]
    told: tuple[Told, ...]


class Index:
    """Finds the published items that earlier handlings speak of. A class because every case asks the same tables."""

    def __init__(self, meetings: Iterable[RedactedMeeting], site: Site) -> None:
        self._names = {slug(n): i for i, names in sorted(site.organization_names.items()) for n in names.values()}
        self._meetings: dict[tuple[str, date], list[RedactedMeeting]] = {}
        for meeting in meetings:
            self._meetings.setdefault((meeting.organization.id, meeting.day), []).append(meeting)

    def handlings(self, earlier: EarlierHandling) -> tuple[Handling, ...]:
        """Return the public items that *earlier* may be, found by organization, day and, where it is told, number."""
        return tuple(Handling(m, item) for m, item in self._items(earlier) if isinstance(item, PublicItem))

    def may_be_withheld(self, earlier: EarlierHandling) -> bool:
        """Tell whether *earlier* may be an item that is secret or waits."""
        return any(not isinstance(item, PublicItem) for _, item in self._items(earlier))

    def _items(self, earlier: EarlierHandling) -> Iterator[tuple[RedactedMeeting, ShownItem]]:
        name = slug(earlier.organization)
        number = slug(earlier.number or "")
        for meeting in self._meetings.get((self._names.get(name, name), earlier.day), ()) if earlier.day else ():
            yield from ((meeting, i) for i in meeting.items if not number or slug(i.number or "") == number)


def cases(meetings: Sequence[RedactedMeeting], site: Site) -> tuple[Case, ...]:
    """Return the cases of all public items of *meetings*, in order of name. Whatever is withheld is in none of them."""
    found: dict[str, list[Handling]] = {}
    for meeting in meetings:
        for item in meeting.items:
            name = urls.case(item.register_number) if isinstance(item, PublicItem) else ""
            if name and isinstance(item, PublicItem):
                found.setdefault(name, []).append(Handling(meeting, item))
    index = Index(meetings, site)
    return tuple(_case(name, handlings, index) for name, handlings in sorted(found.items()))


def _case(name: str, own: Sequence[Handling], index: Index) -> Case:
    handlings = {handling.item.id: handling for handling in own}
    told: dict[tuple[str, date | None, str], Told] = {}
    for teller in sorted(own, key=_age, reverse=True):
        for earlier in teller.item.earlier_handlings:
            matching = index.handlings(earlier)
            if len(matching) == 1 and earlier.number:
                handlings.setdefault(matching[0].item.id, matching[0])
            elif not _is_known(matching, handlings) and not index.may_be_withheld(earlier):
                told.setdefault((slug(earlier.organization), earlier.day, slug(earlier.number or "")), Told(earlier, teller))
    return Case(
        name=name,
        register_number=str(max(own, key=_age).item.register_number),
        handlings=tuple(sorted(handlings.values(), key=_age, reverse=True)),
        told=tuple(sorted(told.values(), key=lambda t: t.earlier.day or date.min, reverse=True)),
    )


def _is_known(matching: Iterable[Handling], handlings: Mapping[str, Handling]) -> bool:
    return any(handling.item.id in handlings for handling in matching)


def _age(handling: Handling) -> tuple[date, str, int]:
    return (handling.meeting.day, handling.meeting.id, handling.item.order)

"""Office-holders' decisions in CaseM: contents that lie under a post, a "meeting" for each post and day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.importers._casem_item import DECIDED, Body, value
from generator.importers._casem_meeting import Source
from generator.importers._casem_records import Content, Node, moment
from generator.importers._dates import finnish_date, net_datetime
from generator.model.meeting import Classification, Organization
from generator.model.message import Level, Message

UNSURE = "casem.decision_day_unsure"


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """A content that lies under *post*, as a list at *where* tells; *days* are in its nodes' names, if those have any."""

    post: Node
    content: Content
    days: frozenset[date]
    where: str


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on its *day*, which is not sure where nothing tells it, or two things differ."""

    filed: Filed
    day: date
    is_sure: bool


def sources(filed: Iterable[Filed], bodies: Mapping[int, Body], doubts: dict[int, str]) -> Iterator[Source | Message]:
    """Yield the days of each post in order, and messages on decisions whose day is not sure or not known.

    A decision whose day is not sure stands on the likeliest one, and waits for a person.
    """
    found: dict[tuple[int, date], list[Placed]] = {}
    presentations, lost, unsure = Counter[str](), Counter[str](), Counter[str]()
    for one in filed:
        body = bodies.get(one.content.content_id)
        if _is_presentation(one.content, body):
            presentations[one.where] += 1
        elif placed := _placed(one, body):
            unsure[one.where] += not placed.is_sure
            found.setdefault((one.post.node_id, placed.day), []).append(placed)
        else:
            lost[one.where] += 1
    yield from _counted(Level.ERROR, "casem.decision_without_day", lost)
    yield from _counted(Level.WARNING, UNSURE, unsure)
    yield from _counted(Level.INFO, "casem.post_presentations", presentations)
    yield from (_source(day, placed, bodies, doubts) for (_, day), placed in sorted(found.items(), key=lambda pair: pair[0]))


def _is_presentation(content: Content, body: Body | None) -> bool:
    """Tell whether *content* only presents the post ("Näytä tason esittelynä"), as a meeting's cover does the meeting."""
    return content.is_cover and not content.subject and not (body and value(body.properties, "name"))


def _placed(one: Filed, body: Body | None) -> Placed | None:
    told = {day for day in (*one.days, _decided(body), one.content.start and one.content.start.date()) if day}
    if told:
        return Placed(filed=one, day=min(told), is_sure=len(told) == 1)
    published = one.content.published
    # A decision is published on its day or after it: near, but not to be told to anybody as its day.
    return Placed(filed=one, day=published.date(), is_sure=False) if published else None


def _decided(body: Body | None) -> date | None:
    text = value(body.properties, *DECIDED) if body else ""
    found = moment(text) or net_datetime(text)
    return found.date() if found else finnish_date(text)


def _source(day: date, placed: list[Placed], bodies: Mapping[int, Body], doubts: dict[int, str]) -> Source:
    first = placed[0].filed
    ids = [one.filed.content.content_id for one in placed]
    unsure = {one.filed.content.content_id for one in placed if not one.is_sure}
    return Source(
        key=f"{first.post.node_id}/{day}",
        day=day,
        named_start=None,
        organization=Organization(name=first.post.name, source_id=str(first.post.node_id), classification=Classification.POST),
        where=first.where,
        contents=tuple(one.filed.content for one in placed),
        bodies={i: _waiting(bodies[i]) if i in unsure else bodies[i] for i in ids if i in bodies},
        doubts=dict.fromkeys(sorted(unsure), UNSURE) | doubts,
    )


def _waiting(body: Body) -> Body:
    return replace(body, doubts=(*body.doubts, UNSURE))


def _counted(level: Level, code: str, counts: Mapping[str, int]) -> Iterator[Message]:
    for where, count in counts.items():
        if count:
            yield Message(level=level, code=code, where=where, arguments={"count": count})

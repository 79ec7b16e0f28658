"""Votes as tables: what each option got and stood for, and who voted how."""

import msgspec
from msgspec.structs import replace

from generator.model.meeting import VoteEvent, VoteOption
from generator.model.redacted import PublicItem
from generator.rendering.words import Words

# Where the source does not tell which side was JAA, the page does not either.
ON_OUTCOME = {VoteOption.YES: "votes.for", VoteOption.NO: "votes.against"}


class OptionRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    count: int
    meaning: str


class VoterRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    group: str
    option: str


class VoteView(msgspec.Struct, frozen=True, kw_only=True):
    """One vote. *outcome* is the source's sentence, where only it tells what was voted on."""

    id: str
    caption: str
    names_caption: str
    outcome: str
    options: tuple[OptionRow, ...]
    voters: tuple[VoterRow, ...]

    @property
    def has_meaning(self) -> bool:
        return any(row.meaning for row in self.options)


def views(item: PublicItem, t: Words) -> tuple[VoteView, ...]:
    """Return the votes of *item*, numbered where there are several."""
    return tuple(_view(event, place if len(item.votes) > 1 else 0, t) for place, event in enumerate(item.votes, 1))


def views_among(item: PublicItem, name: str, prefix: str, t: Words) -> tuple[VoteView, ...]:
    """Return the votes of *item* for a page of several items: ids start with *prefix*, captions say the item's *name*."""
    return tuple(
        replace(
            view,
            id=f"{prefix}{view.id}",
            caption=t("votes.of_item", name=name, caption=view.caption),
            names_caption=t("votes.of_item", name=name, caption=view.names_caption),
        )
        for view in views(item, t)
    )


def _view(event: VoteEvent, place: int, t: Words) -> VoteView:
    meaning = dict(event.meaning)
    return VoteView(
        id=f"votes-{place or 1}",
        caption=t("votes.caption_numbered", number=place) if place else t("votes.caption"),
        names_caption=t("votes.names_numbered", number=place) if place else t("votes.names"),
        outcome=event.text if event.is_on_outcome else "",
        options=tuple(
            OptionRow(name=_name(count.option, event, t), count=count.value, meaning=meaning.get(count.option, ""))
            for count in event.counts
        ),
        voters=tuple(
            VoterRow(name=vote.voter, group=vote.group or "", option=_name(vote.option, event, t)) for vote in event.votes
        ),
    )


def _name(option: VoteOption, event: VoteEvent, t: Words) -> str:
    own = ON_OUTCOME.get(option) if event.is_on_outcome else None
    return t(own or f"votes.{option}")

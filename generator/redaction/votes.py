"""Votes as they may be shown: every text of them passes the recognizers as other text does."""

from msgspec.structs import replace

from generator.model.meeting import Vote, VoteEvent
from generator.redaction.ledger import Spot
from generator.redaction.masking import masked_text
from generator.redaction.names import Field


def masked_votes(votes: tuple[VoteEvent, ...], spot: Spot) -> tuple[VoteEvent, ...]:
    """Return *votes* with the words of a mask in place of everything that a recognizer finds."""
    own = spot._replace(field=Field.ASSEMBLY)
    return tuple(_event(event, own.at(f"votes/{n}")) for n, event in enumerate(votes, 1))


def _event(event: VoteEvent, spot: Spot) -> VoteEvent:
    return replace(
        event,
        votes=tuple(_vote(vote, spot.at(f"votes/{n}")) for n, vote in enumerate(event.votes, 1)),
        meaning=tuple((option, masked_text(words, spot.at(f"meaning/{option}"))) for option, words in event.meaning),
        text=masked_text(event.text, spot.at("text")),
    )


def _vote(vote: Vote, spot: Spot) -> Vote:
    """Return *vote* by its voter, who is elected and therefore named."""
    spot = spot._replace(field=None)
    group = masked_text(vote.group, spot.at("group")) if vote.group else vote.group
    return replace(vote, voter=masked_text(vote.voter, spot.at("voter")), group=group)

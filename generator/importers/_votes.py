"""Votes read from the text of an item: as counted, by name where the names add up, and what the options meant.

Careful: a vote whose JAA and EI are not both told is none, and what stands twice in the minutes is one vote.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.importers._vote_statements import Another, Meaning, Result, Tally, statements
from generator.importers._vote_words import PHRASES
from generator.model.meeting import Count, Section, SectionKind, Vote, VoteEvent, VoteOption

K = SectionKind
Y, N = VoteOption.YES, VoteOption.NO
# The decision repeats the result of a vote that the others tell in full.
TOLD_IN = ((K.HANDLING, K.VOTE), (K.DECISION,))


@dataclass
class Draft:
    """A vote that is being put together. *stated* counts are the source's own numbers, or a list as it shows them."""

    section: Section
    meaning: dict[VoteOption, str] = field(default_factory=dict)
    stated: dict[VoteOption, int] = field(default_factory=dict)
    voters: dict[VoteOption, tuple[Vote, ...]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    is_on_outcome: bool = False

    @property
    def counts(self) -> dict[VoteOption, int]:
        return {**{option: len(voters) for option, voters in self.voters.items()}, **self.stated}

    @property
    def sides(self) -> tuple[int, int] | None:
        """The numbers of JAA and EI, the greater first: a result does not tell which is which."""
        yes, no = self.counts.get(Y), self.counts.get(N)
        return None if yes is None or no is None else (max(yes, no), min(yes, no))


def vote_events(sections: Sequence[Section], language: str) -> tuple[VoteEvent, ...]:
    """Return the votes that *sections* of one item tell, in their order; *language* is the item's."""
    told = [section for kinds in TOLD_IN for section in sections if section.kind in kinds]
    drafts = _joined(_drafts(told, language))
    results = [draft for draft in drafts if draft.is_on_outcome]
    counted = [draft for draft in drafts if not draft.is_on_outcome and _is_sure(draft, results)]
    kept = [draft for draft in drafts if draft in counted or (draft.is_on_outcome and not _is_told(draft, counted))]
    return tuple(_event(draft) for draft in kept)


def _drafts(told: Iterable[Section], language: str) -> Iterator[Draft]:
    meaning: dict[VoteOption, str] = {}
    for section in told:
        spoken = section.language or language
        draft = Draft(section)
        for statement in statements(section, spoken) if spoken in PHRASES else ():
            match statement:
                case Another():
                    yield draft
                    draft, meaning = Draft(section), {}
                case Meaning(told=words):
                    if draft.counts or meaning.keys() & words.keys():
                        yield draft
                        draft, meaning = Draft(section), {}
                    meaning = {**meaning, **words}
                case Tally():
                    if not _continues(draft, statement):
                        yield draft
                        draft = Draft(section)
                    _add(draft, statement, meaning)
                    meaning = {}
                case Result():
                    yield draft
                    draft = Draft(section)
                    yield _outcome(section, statement)
        yield draft


def _continues(draft: Draft, tally: Tally) -> bool:
    """Tell whether *tally* adds to *draft*: another option, or the names behind a number."""
    new = {**{option: len(voters) for option, voters in tally.voters.items()}, **tally.counts}
    return all(draft.counts.get(option, count) == count for option, count in new.items())


def _add(draft: Draft, tally: Tally, meaning: dict[VoteOption, str]) -> None:
    draft.stated.update(tally.counts)
    draft.voters.update(tally.voters)
    draft.texts.append(tally.text)
    draft.meaning = {**meaning, **draft.meaning}


def _outcome(section: Section, result: Result) -> Draft:
    stated = {Y: result.yes, N: result.no}
    if result.abstain is not None:
        stated[VoteOption.ABSTAIN] = result.abstain
    # What got fewer votes was not decided: "äänin 5–10" gives JAA and EI in their order.
    is_in_order = result.is_by_numbers and result.yes < result.no
    return Draft(section, stated=stated, texts=[result.text], is_on_outcome=not is_in_order)


def _joined(drafts: Iterable[Draft]) -> list[Draft]:
    """Return *drafts* that tell both sides, each vote once."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.sides is None:
            continue
        before = next((one for one in reversed(kept) if _is_same(one, draft)), None)
        if before is None:
            kept.append(draft)
        elif not draft.is_on_outcome:
            before.stated = {**draft.stated, **before.stated}
            before.voters = {**draft.voters, **before.voters}
            before.meaning = {**draft.meaning, **before.meaning}
            before.texts += draft.texts
    return kept


def _is_same(before: Draft, after: Draft) -> bool:
    """Tell whether *after* tells the vote of *before* again: in another part of the minutes, or as names after numbers."""
    if before.sides != after.sides or before.is_on_outcome != after.is_on_outcome:
        return False
    if after.is_on_outcome:
        return before.section.kind is not after.section.kind or before.texts == after.texts
    if before.counts[Y] != after.counts[Y]:
        return False
    if before.section is after.section:
        return bool(before.voters) != bool(after.voters) and not after.meaning
    if before.voters and after.voters:
        is_alike = _names(before) == _names(after)
    else:
        is_alike = not (before.meaning and after.meaning) or before.meaning == after.meaning
    return is_alike and before.section.kind is not after.section.kind


def _names(draft: Draft) -> dict[VoteOption, set[str]]:
    return {option: {vote.voter for vote in draft.voters.get(option, ())} for option in (Y, N)}


def _is_sure(draft: Draft, results: Iterable[Draft]) -> bool:
    """Tell whether both sides are stated; mere names are a vote when a result confirms how many they are."""
    return {Y, N} <= draft.stated.keys() or any(result.sides == draft.sides for result in results)


def _is_told(result: Draft, counted: Iterable[Draft]) -> bool:
    return any(draft.sides == result.sides for draft in counted)


def _event(draft: Draft) -> VoteEvent:
    counts = draft.counts
    return VoteEvent(
        counts=tuple(Count(option=option, value=counts[option]) for option in VoteOption if option in counts),
        votes=_votes(draft),
        meaning=tuple((option, draft.meaning[option]) for option in VoteOption if option in draft.meaning),
        text="\n".join(dict.fromkeys(draft.texts)),
        is_on_outcome=draft.is_on_outcome,
    )


def _votes(draft: Draft) -> tuple[Vote, ...]:
    """Return the named votes, or none when they do not add up, name somebody twice, or name one side alone."""
    found = tuple(vote for option in VoteOption for vote in draft.voters.get(option, ()))
    adds_up = all(len(named) == draft.counts[option] for option, named in draft.voters.items())
    is_once = len({vote.voter for vote in found}) == len(found)
    has_both = all(option in draft.voters or draft.counts[option] == 0 for option in (Y, N))
    return found if adds_up and is_once and has_both else ()

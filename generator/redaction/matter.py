"""What a doubt belongs to: the scope in which a decision on a text holds, and the decisions that there are."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from generator.model.decision import NOTHING_DECIDED, Decided, Decision, Doubt, Subject, fingerprint
from generator.model.meeting import AgendaItem, Meeting
from generator.redaction.normal import normalise


class Matter(Struct, frozen=True, kw_only=True):
    """An item of a meeting, or the meeting itself, as far as decisions on its text must know.

    *scope* is the organization, the day, and for an item its register number and publicity class: the same words in another
    matter, another meeting or under another class are another text, and are decided upon anew. Neither ids nor numbers nor
    offsets are part of it, since they may be others in the next export of the same text. *twin* counts the items before
    this one in the meeting that are the same word for word.
    """

    decided: Decided = NOTHING_DECIDED
    scope: tuple[str, ...] = ()
    meeting: str = ""
    item: str | None = None
    number: str | None = None
    classification: str = ""
    twin: int = 0

    def doubt(self, subject: Subject, reason: str, *words: str) -> Doubt:
        """Return the doubt on *words* for *reason*, with the verdict on it if there is one."""
        parts = (subject, reason, *self.scope, str(self.twin), *map(plain, words))
        own = fingerprint(self.decided.key, parts)
        decision = self.decided.standing.get(own)
        return Doubt(
            subject=subject,
            meeting=self.meeting,
            item=self.item,
            number=self.number,
            reason=reason,
            classification=self.classification,
            fingerprint=own,
            verdict=decision.verdict if decision else None,
        )

    def decision(self, doubt: Doubt) -> Decision | None:
        """Return the decision that stands on *doubt*."""
        return self.decided.standing.get(doubt.fingerprint)


def of_meeting(meeting: Meeting, decided: Decided) -> Matter:
    scope = (plain(meeting.organization.name), meeting.day.isoformat())
    return Matter(decided=decided, scope=scope, meeting=meeting.id)


def of_item(item: AgendaItem, meeting: Matter, twin: int) -> Matter:
    """Return the matter of *item*, which belongs to *meeting*."""
    classification = item.publicity.classification
    return replace(
        meeting,
        scope=(*meeting.scope, plain(item.register_number or ""), classification, plain(item.publicity.ground or "")),
        item=item.id,
        number=item.number,
        classification=str(classification),
        twin=twin,
    )


def twins(items: Iterable[AgendaItem]) -> tuple[int, ...]:
    """Return for each of *items* how many before it are the same but for number and place in the list."""
    seen: Counter[AgendaItem] = Counter()
    counts = []
    for item in items:
        bare = replace(item, id="", source_id="", order=0, number=None)
        counts.append(seen[bare])
        seen[bare] += 1
    return tuple(counts)


def plain(words: str) -> str:
    """Return *words* in the one form that a fingerprint is made of: normalised, with single spaces."""
    return " ".join(normalise(words).text.split())

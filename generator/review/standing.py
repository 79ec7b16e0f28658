"""Which decisions stand: the last one on a text, or the one that two persons agree on where two are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model.decision import Decision
from generator.review.decisions import Line


def standing(lines: Iterable[Line], reviewers: Mapping[str, str], two_persons: frozenset[str]) -> dict[str, Decision]:
    """Return {fingerprint: decision} of all that stand.

    *two_persons* are codes of reasons, recognizers and classes of publicity for which two of *reviewers* (public keys by
    name) must have said the same. There, as long as anybody's last word is another, nothing stands.
    """
    by_text: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines:
        # By key, not by name: two names of one person are one person. The last word of each, the last of all at the end.
        key = reviewers[line.who]
        by_text[line.fingerprint].pop(key, None)
        by_text[line.fingerprint][key] = line
    return {
        text: _decision(tuple(said.values())) for text, said in by_text.items() if _stands(tuple(said.values()), two_persons)
    }


def needs_two(reason: str, recognizer: str | None, classification: str, two_persons: frozenset[str]) -> bool:
    """Tell whether two persons must decide on a doubt of that *reason*, *recognizer* and *classification*."""
    return not two_persons.isdisjoint({reason, recognizer, classification})


def _stands(said: tuple[Line, ...], two_persons: frozenset[str]) -> bool:
    last = said[-1]
    if not needs_two(last.reason, last.recognizer, last.classification, two_persons):
        return True
    return len(said) > 1 and len({line.verdict for line in said}) == 1


def _decision(said: tuple[Line, ...]) -> Decision:
    """Return the last of *said*, with ground and titles of an agreeing one where it gives none of its own."""
    last = said[-1]
    agreeing = [line for line in reversed(said) if line.verdict is last.verdict]
    return Decision(
        verdict=last.verdict,
        ground=next((line.ground for line in agreeing if line.ground), None),
        titles=next((line.titles for line in agreeing if line.titles), {}),
    )

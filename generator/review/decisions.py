"""The file of decisions: what persons decided on doubts, signed and chained."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from generator.model.decision import Doubt, Subject, Verdict
from generator.review import chain
from generator.review.chain import Chain, Signed

FILE = "decisions.jsonl"
SEAL_FILE = "decisions-seal.json"


class Line(Signed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision of one person; no text but a title that is meant for the public (*titles*, by language)."""

    fingerprint: str
    subject: Subject
    reason: str
    recognizer: str | None
    classification: str
    verdict: Verdict
    ground: str | None
    titles: dict[str, str]


_CHAIN = Chain(file=FILE, seal_file=SEAL_FILE, decoder=msgspec.json.Decoder(Line))


def read(content: bytes, seal: bytes, key: bytes, reviewers: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the decisions in *content*, each signed by one of *reviewers* (public keys by name).

    Raises:
        ConfigurationError: a line was changed, moved, added, taken away, or signed by a key that is not known; says which.
    """
    return _CHAIN.read(content, seal, key, reviewers)


def appended(content: bytes, lines: Iterable[Line], secret: bytes) -> bytes:
    """Return *content* with *lines*, each chained to the one before it and signed with the key *secret*."""
    return chain.appended(content, lines, secret)


def last(content: bytes) -> str:
    """Return the hash of the last line of *content*, empty where there is none."""
    return chain.last(content)


def since(lines: Sequence[Line], content: bytes, done: str) -> tuple[Line, ...]:
    """Return those of *lines*, read from *content*, that came after the one whose hash is *done*; all where it is not there."""
    if done == last(content):
        return ()
    start = next((place for place, line in enumerate(lines) if line.previous == done), 0)
    return tuple(lines[start:])


def sealed(content: bytes, key: bytes) -> bytes:
    """Return the seal of *content*."""
    return chain.sealed(content, key)


def line(doubt: Doubt, verdict: Verdict, who: str, day: date, *, ground: str | None, titles: Mapping[str, str]) -> Line:
    """Return the decision of *who* on *doubt*, neither chained nor signed yet."""
    return Line(
        fingerprint=doubt.fingerprint,
        subject=doubt.subject,
        reason=doubt.reason,
        recognizer=doubt.recognizer,
        classification=doubt.classification,
        verdict=verdict,
        ground=ground,
        titles=dict(titles),
        who=who,
        day=day,
    )

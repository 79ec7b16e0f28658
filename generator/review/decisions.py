"""The file of decisions: lines that are signed by a person and chained to the line before; nothing in it can be changed."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.errors import ConfigurationError
from generator.model.decision import Doubt, Subject, Verdict
from generator.review import keys

FILE = "decisions.jsonl"
SEAL_FILE = "decisions-seal.json"


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision of one person on *day*; no text but a title that is meant for the public (*titles*, by language).

    *previous* is the SHA-256 of the line before, empty in the first. *signature* is of all else in the line.
    """

    previous: str
    fingerprint: str
    subject: Subject
    reason: str
    recognizer: str | None
    classification: str
    verdict: Verdict
    ground: str | None
    titles: dict[str, str]
    who: str
    day: date
    signature: str


class Seal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many *lines* the file had when it was last written, and the hash of the *last*: what a cut at its end would hide.

    *code* is a keyed hash of both.
    """

    lines: int
    last: str
    code: str


def read(content: bytes, seal: bytes, key: bytes, reviewers: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the decisions in *content*, each signed by one of *reviewers* (public keys by name).

    Raises:
        ConfigurationError: a line was changed, moved, added, taken away, or signed by a key that is not known; says which.
    """
    raw = content.split(b"\n")
    if raw.pop():
        raise _refused("review.decision_cut", len(raw) + 1)
    lines: list[Line] = []
    previous = ""
    for number, each in enumerate(raw, 1):
        line = _line(each, number)
        if line.previous != previous:
            raise _refused("review.decision_out_of_order", number)
        if line.who not in reviewers:
            raise _refused("review.decision_unknown_key", number)
        if not keys.is_signed(reviewers[line.who], line.signature, _signed(line)):
            raise _refused("review.decision_changed", number)
        lines.append(line)
        previous = _hash(each)
    _check_seal([_hash(each) for each in raw], seal, key)
    return tuple(lines)


def appended(content: bytes, lines: Iterable[Line], secret: bytes) -> bytes:
    """Return *content* with *lines*, each chained to the one before it and signed with the key *secret*."""
    for line in lines:
        chained = replace(line, previous=last(content), signature="")
        content += _encoded(replace(chained, signature=keys.signature(secret, _signed(chained)))) + b"\n"
    return content


def last(content: bytes) -> str:
    """Return the hash of the last line of *content*, empty where there is none."""
    raw = content.splitlines()
    return _hash(raw[-1]) if raw else ""


def since(lines: Sequence[Line], content: bytes, done: str) -> tuple[Line, ...]:
    """Return those of *lines*, read from *content*, that came after the one whose hash is *done*; all where it is not there."""
    if done == last(content):
        return ()
    start = next((place for place, line in enumerate(lines) if line.previous == done), 0)
    return tuple(lines[start:])


def sealed(content: bytes, key: bytes) -> bytes:
    """Return the seal of *content*."""
    count, end = len(content.splitlines()), last(content)
    return msgspec.json.encode(Seal(lines=count, last=end, code=_code(count, end, key))) + b"\n"


def line(doubt: Doubt, verdict: Verdict, who: str, day: date, *, ground: str | None, titles: Mapping[str, str]) -> Line:
    """Return the decision of *who* on *doubt*, neither chained nor signed yet."""
    return Line(
        previous="",
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
        signature="",
    )


def _line(raw: bytes, number: int) -> Line:
    try:
        line = msgspec.json.decode(raw, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _refused("review.decision_unreadable", number) from error
    # One way to write each decision: otherwise a byte could be another and the values still the same.
    if _encoded(line) != raw or line.signature != line.signature.lower():
        raise _refused("review.decision_unreadable", number)
    return line


def _check_seal(hashes: list[str], content: bytes, key: bytes) -> None:
    """Refuse a file that is shorter than when it was last written. One line too many is a crash between two writes."""
    if not hashes and not content:
        return
    try:
        seal = msgspec.json.decode(content, type=Seal)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError("review.seal_broken", where=SEAL_FILE) from error
    right = _code(seal.lines, seal.last, key)
    if msgspec.json.encode(seal) + b"\n" != content or not hmac.compare_digest(seal.code.encode(), right.encode()):
        raise ConfigurationError("review.seal_broken", where=SEAL_FILE)
    if seal.lines > len(hashes) or (seal.lines and hashes[seal.lines - 1] != seal.last):
        raise _refused("review.decisions_missing", len(hashes) + 1)


def _refused(code: str, number: int) -> ConfigurationError:
    return ConfigurationError(code, where=f"{FILE}:{number}")


def _encoded(line: Line) -> bytes:
    return msgspec.json.encode(line, order="sorted")


def _signed(line: Line) -> bytes:
    return _encoded(replace(line, signature=""))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _code(lines: int, last: str, key: bytes) -> str:
    return hmac.new(key, f"{lines} {last}".encode(), hashlib.sha256).hexdigest()

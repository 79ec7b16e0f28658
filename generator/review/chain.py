"""A file of lines that are signed by a person and chained to the line before; nothing in it can be changed unseen."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from generator.errors import ConfigurationError
from generator.review import keys


class Signed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every line has: *who* says it, on which *day*.

    *previous* is the SHA-256 of the line before, empty in the first. *signature* is of all else in the line.
    """

    previous: str = ""
    who: str
    day: date
    signature: str = ""


class Seal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many *lines* the file had when it was last written, and the hash of the *last*: what a cut at its end would hide.

    *code* is a keyed hash of both.
    """

    lines: int
    last: str
    code: str


Line = TypeVar("Line", bound=Signed)


class Chain(msgspec.Struct, Generic[Line], frozen=True, kw_only=True):
    """One kind of file: its name, that of its seal, and a decoder of its lines. A class because every call needs the three."""

    file: str
    seal_file: str
    decoder: "msgspec.json.Decoder[Line]"

    def read(self, content: bytes, seal: bytes, key: bytes, reviewers: Mapping[str, str]) -> tuple[Line, ...]:
        """Return the lines in *content*, each signed by one of *reviewers* (public keys by name).

        Raises:
            ConfigurationError: a line was changed, moved, added, taken away, or signed by a key that is not known; says which.
        """
        raw = content.split(b"\n")
        if raw.pop():
            raise self._refused("review.decision_cut", len(raw) + 1)
        lines: list[Line] = []
        previous = ""
        for number, each in enumerate(raw, 1):
            line = self._line(each, number)
            if line.previous != previous:
                raise self._refused("review.decision_out_of_order", number)
            if line.who not in reviewers:
                raise self._refused("review.decision_unknown_key", number)
            if not keys.is_signed(reviewers[line.who], line.signature, _signed(line)):
                raise self._refused("review.decision_changed", number)
            lines.append(line)
            previous = _hash(each)
        self._check_seal([_hash(each) for each in raw], seal, key)
        return tuple(lines)

    def _line(self, raw: bytes, number: int) -> Line:
        try:
            line = self.decoder.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._refused("review.decision_unreadable", number) from error
        # One way to write each line: otherwise a byte could be another and the values still the same.
        if _encoded(line) != raw or line.signature != line.signature.lower():
            raise self._refused("review.decision_unreadable", number)
        return line

    def _check_seal(self, hashes: list[str], content: bytes, key: bytes) -> None:
        """Refuse a file that is shorter than when it was last written. One line too many is a crash between two writes."""
        if not hashes and not content:
            return
        try:
            seal = msgspec.json.decode(content, type=Seal)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ConfigurationError("review.seal_broken", where=self.seal_file) from error
        right = _code(seal.lines, seal.last, key)
        if msgspec.json.encode(seal) + b"\n" != content or not hmac.compare_digest(seal.code.encode(), right.encode()):
            raise ConfigurationError("review.seal_broken", where=self.seal_file)
        if seal.lines > len(hashes) or (seal.lines and hashes[seal.lines - 1] != seal.last):
            raise self._refused("review.decisions_missing", len(hashes) + 1)

    def _refused(self, code: str, number: int) -> ConfigurationError:
        return ConfigurationError(code, where=f"{self.file}:{number}")


def appended(content: bytes, lines: Iterable[Signed], secret: bytes) -> bytes:
    """Return *content* with *lines*, each chained to the one before it and signed with the key *secret*."""
    for line in lines:
        chained = replace(line, previous=last(content), signature="")
        content += _encoded(replace(chained, signature=keys.signature(secret, _signed(chained)))) + b"\n"
    return content


def sealed(content: bytes, key: bytes) -> bytes:
    """Return the seal of *content*."""
    count, end = len(content.splitlines()), last(content)
    return msgspec.json.encode(Seal(lines=count, last=end, code=_code(count, end, key))) + b"\n"


def last(content: bytes) -> str:
    """Return the hash of the last line of *content*, empty where there is none."""
    raw = content.splitlines()
    return _hash(raw[-1]) if raw else ""


def name_of(line: Signed) -> str:
    """Return what a person calls *line* on the command line: the beginning of its hash."""
    return _hash(_encoded(line))[:10]


def _encoded(line: Signed) -> bytes:
    return msgspec.json.encode(line, order="sorted")


def _signed(line: Signed) -> bytes:
    return _encoded(replace(line, signature=""))


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _code(lines: int, last: str, key: bytes) -> str:
    return hmac.new(key, f"{lines} {last}".encode(), hashlib.sha256).hexdigest()

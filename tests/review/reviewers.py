"""Persons who decide in tests, with keys of their own, and the lines that they sign."""

from datetime import date
from typing import Any

import msgspec

from generator.model.decision import Doubt, Subject, Verdict
from generator.review import decisions, keys
from generator.review.decisions import Line

DAY = date(2026, 10, 15)
SITE_KEY = bytes(range(32))
KEYS = {name: keys.new_key() for name in ("Aino", "Väinö", "Vieras")}
REVIEWERS = {name: keys.public_half(KEYS[name]) for name in ("Aino", "Väinö")}


def doubt(name: str = "a", **more: Any) -> Doubt:
    made = Doubt(subject=Subject.ITEM, meeting="satamajaosto/2026-09-14", reason="redaction.unmarked", fingerprint=name * 64)
    return msgspec.structs.replace(made, **more)


def line(name: str = "a", verdict: Verdict = Verdict.APPROVE, who: str = "Aino", **more: Any) -> Line:
    answer = {"ground": more.pop("ground", None), "titles": more.pop("titles", {})}
    return decisions.line(doubt(name, **more), verdict, who, DAY, **answer)


def signed(*lines: Line) -> bytes:
    """Return a file of *lines*, each signed by the one who is named in it."""
    content = b""
    for each in lines:
        content = decisions.appended(content, [each], KEYS[each.who])
    return content


def read(content: bytes, seal: bytes | None = None) -> tuple[Line, ...]:
    return decisions.read(content, decisions.sealed(content, SITE_KEY) if seal is None else seal, SITE_KEY, REVIEWERS)

"""What is personal wherever it stands: one kind a file, found in normalised text, leniently."""

import sys

from generator.redaction.marks import Mark, Recognizer, resolved
from generator.registry import load

RECOGNIZERS: dict[str, Recognizer] = load(sys.modules[__name__], "RECOGNIZER")

__all__ = ["RECOGNIZERS", "marks"]


def marks(text: str, kinds: frozenset[str]) -> tuple[Mark, ...]:
    """Return what the recognizers named in *kinds* find in *text*, in order, without overlaps."""
    return resolved(mark for kind in sorted(kinds & RECOGNIZERS.keys()) for mark in RECOGNIZERS[kind](text))

"""The formats of files that are read: one a file, whose name is the format's id."""

import sys

from generator.attachments.format import Format
from generator.registry import load

FORMATS: dict[str, Format] = load(sys.modules[__name__], "FORMAT")

__all__ = ["FORMATS"]

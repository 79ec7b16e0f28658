"""The 50 success criteria of WCAG 2.1 at levels A and AA (EN 301 549 V3.2.1, clause 9), and what a person must check."""

import re

from generator.messages import sentence

LEVELS = {
    "1.1.1": "A", "1.2.1": "A", "1.2.2": "A", "1.2.3": "A", "1.2.4": "AA", "1.2.5": "AA", "1.3.1": "A", "1.3.2": "A",
    "1.3.3": "A", "1.3.4": "AA", "1.3.5": "AA", "1.4.1": "A", "1.4.2": "A", "1.4.3": "AA", "1.4.4": "AA", "1.4.5": "AA",
    "1.4.10": "AA", "1.4.11": "AA", "1.4.12": "AA", "1.4.13": "AA", "2.1.1": "A", "2.1.2": "A", "2.1.4": "A", "2.2.1": "A",
    "2.2.2": "A", "2.3.1": "A", "2.4.1": "A", "2.4.2": "A", "2.4.3": "A", "2.4.4": "A", "2.4.5": "AA", "2.4.6": "AA",
    "2.4.7": "AA", "2.5.1": "A", "2.5.2": "A", "2.5.3": "A", "2.5.4": "A", "3.1.1": "A", "3.1.2": "AA", "3.2.1": "A",
    "3.2.2": "A", "3.2.3": "AA", "3.2.4": "AA", "3.3.1": "A", "3.3.2": "A", "3.3.3": "AA", "3.3.4": "AA", "4.1.1": "A",
    "4.1.2": "A", "4.1.3": "AA",
}  # fmt: skip

# What WCAG 2.2 adds at levels A and AA (EN 301 549 V3.2.1 does not ask for it): reported beside.
LEVELS_OF_2_2 = {"2.4.11": "AA", "2.5.7": "AA", "2.5.8": "AA", "3.2.6": "A", "3.3.7": "A", "3.3.8": "AA"}

# What a person must check on a site of minutes, with the criteria that it serves; the words are "report.check_…".
PERSON_CHECKS = {
    "keyboard": ("2.1.1", "2.1.2", "2.4.3", "2.4.7"),
    "screen_reader": ("1.3.1", "1.3.2", "4.1.2"),
    "headings_and_titles": ("2.4.2", "2.4.6"),
    "language": ("3.1.1", "3.1.2"),
    "images": ("1.1.1", "1.4.5"),
    "tables": ("1.3.1",),
    "links": ("2.4.4",),
    "captions": ("1.2.1", "1.2.2", "1.2.3", "1.2.5"),
    "zoom": ("1.4.4", "1.4.10", "1.4.12"),
    "colour": ("1.4.1", "1.4.11"),
    "orientation": ("1.3.4",),
    "motion": ("2.2.2", "2.3.1"),
    "instructions": ("1.3.3", "3.3.1", "3.3.2"),
    "attachments": ("1.1.1", "1.3.1", "2.4.2", "3.1.1"),
}


def slug(number: str) -> str:
    """Return the anchor of the criterion *number* in the text of WCAG: "1.4.3" is "contrast-minimum"."""
    return re.sub(r"[^a-z0-9]+", "-", sentence(f"criteria.{number}", {}, language="en").lower()).strip("-")


def identifier(number: str) -> str:
    """Return the address of the criterion *number*, shortened as JSON-LD does it: "WCAG21:contrast-minimum"."""
    return f"{'WCAG22' if number in LEVELS_OF_2_2 else 'WCAG21'}:{slug(number)}"

"""What the leak scan looks for: folded texts that must not be in any file. Kept in memory, never written."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath

import msgspec

from generator.messages import LANGUAGES, catalog
from generator.model.meeting import EarlierHandling, Section
from generator.model.redacted import PublicAttachment, PublicItem, RedactedMeeting, SecretItem
from generator.model.text import inline_text, text
from generator.redaction.folding import RUN, Shingle, glued, runs, words
from generator.redaction.ledger import Secret
from generator.redaction.recognizers.phone_number import KIND as PHONE_NUMBER

# A shorter title or name stands in other texts by chance.
SHORTEST = 8
SHORTEST_PASSAGE = 12
FEWEST_WORDS = 3
CALLING_CODE = "358"
LETTER = re.compile(r"[^\W\d_]")


class NeedleKind(StrEnum):
    """How a needle is looked for, and what a leak report calls it."""

    IDENTIFIER = "identifier"
    NUMBER = "number"
    PASSAGE = "passage"
    FILE_NAME = "file_name"


class Needle(msgspec.Struct, frozen=True, order=True):
    """*text* is folded: an identifier in one piece, the digits of a number, or words with spaces between."""

    kind: NeedleKind
    text: str
    meeting: str


def needles(secrets: Iterable[Secret], meeting: str, public: Iterable[str]) -> tuple[Needle, ...]:
    """Return what to look for of *secrets* of *meeting*, without what stands in the *public* texts."""
    found = {Needle(kind, words_, meeting) for secret in secrets for kind, words_ in _texts(secret)}
    return without_public(sorted(found), (*public, *_own_words())) if found else ()


def without_public(found: Iterable[Needle], public: Iterable[str]) -> tuple[Needle, ...]:
    """Return the needles of *found* that no *public* text holds; a personal identity code is a leak wherever it stands."""
    known: set[Shingle] = set()
    lines: list[str] = []
    digits: set[str] = set()
    for each in public:
        split = words(each)
        known.update(runs(split))
        lines.append(f" {' '.join(split)} ")
        digits.update(spoken_numbers(each))

    def is_public(needle: Needle) -> bool:
        if needle.kind is NeedleKind.IDENTIFIER:
            return False
        if needle.kind is NeedleKind.NUMBER:
            return needle.text in digits
        split = tuple(needle.text.split())
        if _citation() >= set(split):
            return True
        return split in known if len(split) == RUN else any(f" {needle.text} " in line for line in lines)

    return tuple(needle for needle in found if not is_public(needle))


def public_texts(meeting: RedactedMeeting) -> Iterator[str]:
    """Yield every text that *meeting* shows, as the leak scan may meet it."""
    day = f"{meeting.day.day}.{meeting.day.month}.{meeting.day.year}"
    yield f"{meeting.organization.name} {day} {meeting.place or ''}"
    for item in meeting.items:
        if isinstance(item, SecretItem):
            yield from item.titles.values()  # the municipality's own words
        if not isinstance(item, PublicItem):
            continue
        yield item.title
        yield "\n".join(_section_text(section) for section in item.sections)
        yield from (_handling_text(handling) for handling in item.earlier_handlings)
        yield from _attachment_texts(item.attachments)
    yield from _attachment_texts(meeting.attachments)
    yield from (f"{a.name}\n{a.role or ''}\n{a.group or ''}" for a in meeting.attendance)
    for captions in meeting.recording.captions if meeting.recording else ():
        yield "\n".join(cue.text for cue in captions.cues)


def spoken_numbers(shown: str) -> Iterator[str]:
    """Yield every way to read neighbouring groups of digits in *shown* as one number, without trunk zero or calling code."""
    for row in DIGITS.findall(shown):
        groups = DIGIT_GROUP.findall(row)
        for start in range(len(groups)):
            number = ""
            for group in groups[start : start + MOST_GROUPS]:
                number += group
                if FEWEST_DIGITS <= len(number) <= MOST_DIGITS:
                    yield national(number)


def national(number: str) -> str:
    """Return the digits of *number* as they are in every way to write it: 0401234567 and +358 40 1234567 alike."""
    digits = number.removeprefix("00")
    return digits.removeprefix(CALLING_CODE).removeprefix("0")


DIGITS = re.compile(r"[0-9]+(?:[^0-9A-Za-zåäöÅÄÖ]{1,3}[0-9]+)*")
DIGIT_GROUP = re.compile(r"[0-9]+")
MOST_GROUPS, FEWEST_DIGITS, MOST_DIGITS = 8, 6, 15


def _texts(secret: Secret) -> Iterator[tuple[NeedleKind, str]]:
    match secret.kind:
        case "passage":
            yield from _passage(secret.text)
        case "title":
            yield from _title(secret.text)
        case "file_name":
            stem = " ".join(words(PurePosixPath(secret.text).stem))
            # Numbers and the names that every system gives ("liite1") are not telling.
            if len(LETTER.findall(stem)) >= SHORTEST:
                yield NeedleKind.FILE_NAME, stem
        case kind if kind == PHONE_NUMBER:
            yield NeedleKind.NUMBER, national("".join(DIGIT_GROUP.findall(secret.text.replace("(0)", ""))))
        case _:
            yield NeedleKind.IDENTIFIER, glued(secret.text)


def _passage(passage: str) -> Iterator[tuple[NeedleKind, str]]:
    split = words(passage)
    if len(split) >= RUN:
        yield from ((NeedleKind.PASSAGE, " ".join(run)) for run in runs(split))
    elif len(split) >= FEWEST_WORDS and len("".join(split)) >= SHORTEST_PASSAGE:
        yield NeedleKind.PASSAGE, " ".join(split)


def _title(title: str) -> Iterator[tuple[NeedleKind, str]]:
    split = words(title)
    if len(split) >= RUN:
        yield from ((NeedleKind.PASSAGE, " ".join(run)) for run in runs(split))
    elif len("".join(split)) >= SHORTEST:
        yield NeedleKind.PASSAGE, " ".join(split)


def _own_words() -> Iterator[str]:
    """Yield the project's own sentences: a title that is only "Salassa pidettävä asia" gives nothing away."""
    for language in LANGUAGES:
        texts = catalog(language)
        grounds = [
            texts[code.removesuffix("_short")] for code in texts if code.startswith("grounds.") and code.endswith("_short")
        ]
        for said in texts.values():
            if "{description}" in said:
                yield from (said.replace("{description}", ground) for ground in grounds)
            yield said


@cache
def _citation() -> frozenset[str]:
    """Return the words of marks and of citations of a ground: what has no other word is the source's mark and ours."""
    marked = [
        said
        for language in LANGUAGES
        for code, said in catalog(language).items()
        if code == "redaction.withheld_passage" or (code.startswith("grounds.") and code.endswith("_short"))
    ]
    return frozenset(word for said in marked for word in words(said))


def _section_text(section: Section) -> str:
    return f"{inline_text(section.heading)}\n{text(section.blocks)}"


def _handling_text(handling: EarlierHandling) -> str:
    return "\n".join((handling.organization, *(_section_text(section) for section in handling.sections)))


def _attachment_texts(attachments: tuple[PublicAttachment, ...]) -> Iterator[str]:
    yield from (attachment.title for attachment in attachments)

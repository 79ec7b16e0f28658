"""What the leak scan looks for: folded texts that must not be in any file. Kept in memory, never written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import PurePosixPath

from generator.messages import LANGUAGES, catalog
from generator.model import expiry
from generator.model.meeting import EarlierHandling, Section
from generator.model.redacted import PublicAttachment, PublicItem, RedactedMeeting, SecretItem
from generator.model.text import inline_text, text
from generator.redaction.folding import RUN, glued, runs, without_hidden, words
from generator.redaction.ledger import Secret
from generator.redaction.named import NAME_KINDS
from generator.redaction.normal import normalise
from generator.redaction.places import case_of
from generator.redaction.recognizers.phone_number import KIND as PHONE_NUMBER
from generator.redaction.sought import WORDED, Index, Needle, NeedleKind, Reading, reading
from generator.redaction.sought_numbers import DIGIT_GROUP, MOST_DIGITS, national

__all__ = ["Needle", "NeedleKind", "names_of", "needles", "public_texts", "without_public"]

# A shorter title or name stands in other texts by chance.
SHORTEST = 8
SHORTEST_NAME = 3
SHORTEST_PASSAGE = 12
FEWEST_WORDS = 3
NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LETTER = re.compile(r"[^\W\d_]")
# A leak wherever they stand; all others may stand in a public text too, such as among the contacts of an official.
UNIQUE = frozenset({"iban", "personal_identity_code", "swedish_personal_number"})
# A day, and a word for care, stand in other texts by chance.
TELLING_NOTHING_ALONE = frozenset({"date_of_birth", "health_context"})
SHORTEST_UNIQUE, SHORTEST_IDENTIFIER = 10, 6
# What no public text excuses.
ALWAYS = frozenset({NeedleKind.IDENTIFIER, NeedleKind.NAME})
# What the register of withheld texts keeps by case.
OF_CASES = frozenset({NeedleKind.NAME, NeedleKind.PASSAGE})
NO_CASES: Mapping[str, str | None] = {}


def needles(
    secrets: Iterable[Secret], meeting: str, public: Iterable[str], cases: Mapping[str, str | None] = NO_CASES
) -> tuple[Needle, ...]:
    """Return what to look for of *secrets* of *meeting*, without what stands in the *public* texts.

    *cases* are the register numbers of its items, by item id.
    """
    found = {needle for secret in secrets for needle in _needles(secret, meeting, cases)}
    return _without(sorted(found), chain([_own_words()], map(reading, public))) if found else ()


def without_public(found: Iterable[Needle], public: Iterable[str]) -> tuple[Needle, ...]:
    """Return the needles of *found* that no *public* text holds.

    A personal identity code is a leak wherever it stands. A name withheld in one text of a case is a leak in all others,
    however public they seem: an agenda may say what the minutes do not.
    """
    return _without(found, map(reading, public))


def _without(found: Iterable[Needle], public: Iterable[Reading]) -> tuple[Needle, ...]:
    telling = tuple(needle for needle in found if not _says_nothing(needle))
    index = Index(needle for needle in telling if needle.kind not in ALWAYS)
    # The same words may have been withheld in several meetings.
    known = {(needle.kind, needle.text) for read in public for needle in index.known(read)}
    return tuple(needle for needle in telling if (needle.kind, needle.text) not in known)


def _says_nothing(needle: Needle) -> bool:
    return needle.kind in WORDED and _citation() >= set(needle.text.split())


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


def names_of(meeting: RedactedMeeting) -> dict[str, tuple[Needle, ...]]:
    """Return {item id: needles of the names that stand there for a time}: what no other page may hold."""
    items = (item for item in meeting.items if isinstance(item, PublicItem))
    found = {item: [Secret(name.kind, name.text, item.id) for name in expiry.names(item)] for item in items}
    return {
        item.id: tuple(sorted({n for secret in secrets for n in _needles(secret, meeting.id, {item.id: item.register_number})}))
        for item, secrets in found.items()
        if secrets
    }


def _needles(secret: Secret, meeting: str, cases: Mapping[str, str | None]) -> Iterator[Needle]:
    item = secret.subject if secret.subject in cases else ""
    for kind, sought in _texts(secret):
        if kind in OF_CASES:
            yield Needle(kind, sought, meeting, item, case_of(cases.get(item)))
        else:
            yield Needle(kind, sought, meeting)


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
        case kind if kind in NAME_KINDS:
            yield from _name(secret.text)
        case _:
            yield from _identifier(secret.kind, secret.text)


def _identifier(kind: str, found: str) -> Iterator[tuple[NeedleKind, str]]:
    """Yield how what the recognizer *kind* found is looked for: so that it neither hides nor stops a release by chance."""
    plain = normalise(found).text
    whole = glued(plain)
    if kind in TELLING_NOTHING_ALONE or len(whole) < SHORTEST_IDENTIFIER:
        return
    if (kind in UNIQUE and len(whole) >= SHORTEST_UNIQUE) or (whole.isdecimal() and len(whole) > MOST_DIGITS):
        yield NeedleKind.IDENTIFIER, whole
    elif whole.isdecimal():
        yield NeedleKind.NUMBER, national(whole)
    else:
        yield from ((NeedleKind.PASSAGE, phrase) for phrase in {" ".join(words(plain)), whole})


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


def _name(name: str) -> Iterator[tuple[NeedleKind, str]]:
    # Its accents stay: without them nobody can tell of what else the words may be inflections.
    parts = NAME_WORD.findall(without_hidden(name).lower())
    if len(parts) > 1 or len("".join(parts)) >= SHORTEST_NAME:
        yield NeedleKind.NAME, " ".join(parts)


@cache
def _own_words() -> Reading:
    """Return the project's own sentences: a title that is only "Salassa pidettävä asia" gives nothing away."""
    return reading("\n".join(said for language in LANGUAGES for said in _sentences(catalog(language))))


def _sentences(texts: Mapping[str, str]) -> Iterator[str]:
    grounds = [texts[code.removesuffix("_short")] for code in texts if code.startswith("grounds.") and code.endswith("_short")]
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

"""A passage of a case as it is read for names: its words with what the models say of each."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum

import msgspec

from generator.redaction.names.capitals import in_title_case
from generator.redaction.names.lexicon import LANGUAGES, Lexicon, common_words, is_shared, lexicon
from generator.redaction.names.models import chances
from generator.redaction.names.nouns import ends_as_surname
from generator.redaction.names.tokens import Token, sentences


class Field(StrEnum):
    """What a passage is for: who stands in it, and in which role.

    TEXT is any text, in which only those known to be public are left alone. PARTY is a field of parties, applicants or those
    notified: nobody is left alone there. MATTER is the text of an item, in which a title of a public post speaks for itself.
    OFFICE names who prepared, presents or tells more. ASSEMBLY tells what members and office-holders did in the meeting.
    """

    TEXT = "text"
    MATTER = "matter"
    PARTY = "party"
    OFFICE = "office"
    ASSEMBLY = "assembly"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One *text* of a case. *language* is "fi" or "sv" where it is known."""

    text: str
    language: str | None = None
    field: Field = Field.TEXT


class Level(IntEnum):
    """How sure it is that a word belongs to a name of a person."""

    NONE = 0
    DOUBTFUL = 1
    SURE = 2


class Reading(msgspec.Struct, frozen=True):
    """*passage* with its words in order and the chances of each."""

    passage: Passage
    tokens: list[Token]
    chances: list[float]
    lexicon: Lexicon


def readings(passages: Sequence[Passage]) -> list[Reading]:
    """Return the readings of *passages*, which belong to one case and are seen by the models as one document."""
    texts = [list(sentences(in_title_case(passage.text))) for passage in passages]
    found = chances(texts, [passage.language for passage in passages])
    return [
        Reading(
            passage,
            [token for sentence in text for token in sentence],
            [chance for sentence in said for chance in sentence],
            lexicon("sv" if passage.language == "sv" else "fi"),
        )
        for passage, text, said in zip(passages, texts, found, strict=True)
    ]


def small_words(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the words that stand in small letters anywhere in *readings*."""
    return frozenset(token.text for reading in readings for token in reading.tokens if token.text.islower())


def is_homonym(reading: Reading, lower: str) -> bool:
    """Tell whether *lower* is a place or a common word by which people are called too, whoever they are: Lahti, Laina."""
    return is_shared(lower) or reading.lexicon.is_namesake(lower)


def is_perhaps_surname(lower: str) -> bool:
    """Tell whether *lower* ends as surnames do and is no word that texts are known to have: Jokikunnas, Huuskola."""
    return "-" not in lower and ends_as_surname(lower) and not any(lower in common_words(language) for language in LANGUAGES)


def speaks_against(reading: Reading, lower: str) -> bool:
    """Tell whether *lower* is a place or a word of minutes rather than a name."""
    words = reading.lexicon
    return words.is_compound(lower) or words.is_place(lower) or words.is_administrative(lower)

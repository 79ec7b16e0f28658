"""Who is left alone among the names found: people in public roles, unless they are parties of the case."""

from collections.abc import Sequence

import msgspec

from generator.redaction.names.known import Known, Person, matches, person
from generator.redaction.names.reading import Field, Level, Reading
from generator.redaction.names.roles import Mention, acting
from generator.redaction.names.structure import parties


class Circle(msgspec.Struct, frozen=True):
    """Who is who in a case. *declared* are public by what was known before, *public* also by what they do in the texts."""

    declared: list[Person]
    public: list[Person]
    private: list[Person]


def without_public(
    read: Sequence[Reading], bars: Sequence[list[bool]], found: Sequence[list[Level]], known: Known
) -> list[list[Level]]:
    """Return *found* without the people who are public in their roles; in fields of parties nobody is."""
    mentioned = [mentions(reading, each) for reading, each in zip(read, found, strict=True)]
    acts = [acting(reading, each) for reading, each in zip(read, mentioned, strict=True)]
    declared = [person(name) for name in sorted(known.public)]
    by_acts = {_words(reading, mention) for reading, each in zip(read, acts, strict=True) for mention in each}
    public = [*declared, *(person(name) for name in sorted(by_acts))]
    circle = Circle(declared, public, _private(read, bars, mentioned, public, known))
    return [
        each if reading.passage.field is Field.PARTY else _left_alone(reading, each, acting_, circle)
        for reading, each, acting_ in zip(read, found, acts, strict=True)
    ]


def mentions(reading: Reading, found: list[Level]) -> list[Mention]:
    """Return from which to which word of *reading* each name goes."""
    result: list[Mention] = []
    for place, level in enumerate(found):
        if level is Level.NONE:
            continue
        if result and result[-1][1] == place and not reading.tokens[place].opens:
            result[-1] = (result[-1][0], place + 1)
        else:
            result.append((place, place + 1))
    return result


def _private(
    read: Sequence[Reading],
    bars: Sequence[list[bool]],
    mentioned: list[list[Mention]],
    public: list[Person],
    known: Known,
) -> list[Person]:
    """Return the parties: who is known as one, is named after a party's label or, unless public, in a field of parties."""
    names = set(known.private)
    for reading, bar, each in zip(read, bars, mentioned, strict=True):
        labelled = parties(reading, bar)
        is_field = reading.passage.field is Field.PARTY
        for start, end in each:
            words = _words(reading, (start, end))
            if any(labelled[start:end]) or (is_field and not matches(_parts(words), public)):
                names.add(words)
    return [person(name) for name in sorted(names)]


def _left_alone(reading: Reading, found: list[Level], acts: list[Mention], circle: Circle) -> list[Level]:
    result = list(found)
    for start, end in mentions(reading, found):
        parts = _parts(_words(reading, (start, end)))
        is_acting = (start, end) in acts
        if not is_acting and not matches(parts, circle.public):
            continue
        level = Level.NONE
        if matches(parts, circle.private) and not (is_acting and matches(parts, circle.declared)):
            # The same name in both roles: alone a surname may be either's, in full it is the party's.
            level = Level.DOUBTFUL if len(parts) == 1 else Level.SURE
        result[start:end] = [level] * (end - start)
    return result


def _parts(words: str) -> list[str]:
    return [part for part in words.lower().replace("-", " ").split() if part[-1] != "."]


def _words(reading: Reading, mention: Mention) -> str:
    return " ".join(token.text for token in reading.tokens[slice(*mention)])

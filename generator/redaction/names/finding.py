"""Names of persons in the texts of one case: the models, the rules of structure, and what each text tells of the others."""

from collections.abc import Sequence

from generator.redaction.marks import Mark
from generator.redaction.names.known import Known
from generator.redaction.names.levels import Case, extended, levels
from generator.redaction.names.never import barred, company_names, place_names
from generator.redaction.names.propagation import given, spread
from generator.redaction.names.public_people import mentions, without_public
from generator.redaction.names.reading import Field, Level, Passage, Reading, readings, small_words
from generator.redaction.names.structure import is_heading, structured

KIND = "person_name"
NOBODY = Known()


def find(text: str, language: str | None = None, known: Known = NOBODY, field: Field = Field.TEXT) -> tuple[Mark, ...]:
    """Return the marks of names in *text*, which stands alone."""
    return find_in_case([Passage(text=text, language=language, field=field)], known)[0]


def find_in_case(passages: Sequence[Passage], known: Known = NOBODY) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of each of *passages*, which are all texts of one case, in their order.

    A name found in one is found in all. People in public roles are left alone, but not in fields of parties.
    """
    read = readings(passages)
    case = Case(small_words(read), place_names(read, known.places))
    companies = company_names(read)
    bars = [_bars(reading, barred(reading, companies)) for reading in read]
    found = [_alone(reading, bar, case, known) for reading, bar in zip(read, bars, strict=True)]
    found = spread(read, bars, found)
    found = [extended(reading, bar, each) for reading, bar, each in zip(read, bars, found, strict=True)]
    found = without_public(read, bars, found, known)
    return tuple(tuple(_marks(reading, each)) for reading, each in zip(read, found, strict=True))


def _bars(reading: Reading, by_kind: list[bool]) -> list[bool]:
    """Return which words of *reading* are no part of a name: those barred *by_kind*, and what a name stands after."""
    return [bar or is_heading(token.text.lower()) for bar, token in zip(by_kind, reading.tokens, strict=True)]


def _alone(reading: Reading, bar: list[bool], case: Case, known: Known) -> list[Level]:
    """Return the levels in *reading* before names are spread over the case."""
    found = zip(levels(reading, bar, case), structured(reading, bar), given(reading, known.private), strict=True)
    return extended(reading, bar, [max(each) for each in found])


def _marks(reading: Reading, found: list[Level]) -> list[Mark]:
    marks: list[Mark] = []
    for start, end in mentions(reading, found):
        for place in range(start, end):
            token, is_doubtful = reading.tokens[place], found[place] is Level.DOUBTFUL
            if place > start and marks[-1].is_doubtful == is_doubtful:
                marks[-1] = Mark(marks[-1].start, token.end, KIND, is_doubtful)
            else:
                marks.append(Mark(token.start, token.end, KIND, is_doubtful))
    return marks

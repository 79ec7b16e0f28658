"""Reads what fields of a source, whatever system it is, say of publicity, so that doubt is never public."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from generator.importers._dates import finnish_date
from generator.importers._publicity_codes import (
    CLASSES,
    COUNTED_FROM,
    FIELDS,
    NOTHING,
    PERSONAL_DATA,
    PREFIX,
    SPEAKS_OF_SECRECY,
    Field,
)
from generator.model.publicity import PersonalData, Publicity, PublicityClass, SecrecyPeriod

P = PublicityClass
SPACES = re.compile(r"\s+")
YEARS = re.compile(r"(\d{1,3})(?: ?(?:v|vuotta|år)\.?)?")
OTHER_FIELD = "other"
NOT_SHOWN = frozenset({P.SECRET, P.NOT_PUBLISHED_ONLINE, P.UNKNOWN})
# What withholds, the strictest last.
SEVERITY = (P.PARTLY_SECRET, P.UNKNOWN, P.NOT_PUBLISHED_ONLINE, P.SECRET)
DELICACY = tuple(PersonalData)


class Told(NamedTuple):
    """What one field says: *field* is None where only its name tells that it speaks of secrecy; *word* is the folded value."""

    field: Field | None
    name: str
    value: str
    word: str


def read_publicity(said: Iterable[tuple[str, str]]) -> Publicity:
    """Return what the fields *said*, as (name, value), tell together; those that do not speak of publicity are passed over.

    UNKNOWN where they contradict each other or say what we do not know. A list of grounds comes as so many fields.
    """
    told = tuple(one for name, value in said if is_about_publicity(name) and (one := _told(name, value)))
    people = {PERSONAL_DATA.get(one.word) for one in told if one.field is Field.PERSONAL_DATA}
    personal_data = next(iter(people)) if len(people) == 1 else None
    found = Publicity(
        ground="; ".join(dict.fromkeys(one.value for one in told if one.field is Field.GROUND)) or None,
        period=_period(told),
        personal_data=personal_data,
    )
    found = _classified(found, told)
    if people and personal_data is None and found.classification not in NOT_SHOWN:
        name = next(one.name for one in told if one.field is Field.PERSONAL_DATA)
        return replace(found, classification=P.UNKNOWN, origin=name, is_contradictory=len(people) > 1)
    return found


def is_about_publicity(name: str) -> bool:
    """Tell whether a field of this name is read here, so that nothing else looks at it."""
    return _field(name) is not None or SPEAKS_OF_SECRECY.search(name) is not None


def strictest(found: Sequence[Publicity]) -> Publicity:
    """Return the strictest of what several documents of one thing say, with the most delicate personal data of all.

    Raises:
        ValueError: *found* is empty.

    """
    result = max(found, key=lambda one: SEVERITY.index(one.classification) if one.classification in SEVERITY else -1)
    people = [one.personal_data for one in found if one.personal_data is not None]
    return replace(result, personal_data=max(people, key=DELICACY.index, default=None))


def _classified(found: Publicity, told: Sequence[Told]) -> Publicity:
    stated = [one for one in told if one.field is Field.CLASS]
    classes = {CLASSES.get(one.word, P.UNKNOWN) for one in stated}
    restricting = [one for one in told if one.field not in {Field.CLASS, Field.PERSONAL_DATA}]
    origin = next((one.name if one.field else OTHER_FIELD for one in (*stated, *restricting)), None)
    if _contradict(classes, restricting):
        return replace(found, classification=P.UNKNOWN, origin=origin, is_contradictory=True)
    silent = P.UNKNOWN if restricting else P.UNMARKED
    return replace(found, classification=next(iter(classes), silent), origin=origin)


def _contradict(classes: set[PublicityClass], restricting: Sequence[Told]) -> bool:
    """Tell whether fields of a class disagree, or a class is too open for what else is told.

    A protection level is only ever put on what is secret (906/2019 18 §), so its thing is not public in part either.
    """
    if P.PARTLY_SECRET in classes and any(one.field is Field.PROTECTION for one in restricting):
        return True
    return len(classes) > 1 or (P.PUBLIC in classes and bool(restricting))


def _told(name: str, value: str) -> Told | None:
    """Return what the field *name* says with *value*, or None when it says nothing."""
    field, word = _field(name), _folded(value)
    is_nothing = not word or (word in NOTHING.get(field, ()) if field else word in NOTHING[Field.YEARS])
    return None if is_nothing else Told(field=field, name=name, value=SPACES.sub(" ", value).strip(), word=word)


def _field(name: str) -> Field | None:
    return FIELDS.get(_folded(name).removeprefix(PREFIX))


def _folded(words: str) -> str:
    return SPACES.sub(" ", unicodedata.normalize("NFKC", words)).strip().casefold()


def _period(told: Sequence[Told]) -> SecrecyPeriod | None:
    words = {one.field: one.word for one in reversed(told)}
    years = YEARS.fullmatch(words.get(Field.YEARS, ""))
    found = SecrecyPeriod(
        years=int(years[1]) if years else None,
        counted_from=COUNTED_FROM.get(words.get(Field.COUNTED_FROM, "")),
        start=_day(words.get(Field.START, "")),
        end=_day(words.get(Field.END, "")),
    )
    return None if found == SecrecyPeriod() else found


def _day(word: str) -> date | None:
    """Return the day in *word*, Finnish or ISO ("31.12.2051", "2051-12-31")."""
    try:
        return date.fromisoformat(word[: len("2051-12-31")])
    except ValueError:
        return finnish_date(word)

"""The options `appeals` and `display` of mkdocs.yml, checked, as rules."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.deadlines.display import Display, Rules
from generator.deadlines.kinds import Kind, Start, Whose, packaged
from generator.errors import ConfigurationError

ID = re.compile(r"[a-z][a-z0-9_]*")
FIELDS = ("days", "months", "starts", "whose", "statute", "name", "words")
NEEDED = ("starts", "statute", "name", "words")
TEXTS = ("statute", "name")
PERIODS = ("days", "months")
DISPLAY = frozenset({"personal_data_days", "page_days"})
# Longer than any period in law: what is beyond is a slip of the keyboard.
MAX_DAYS = 36_525

Options = Mapping[str, Any]  # Any: what YAML gave; each value is checked below


def rules(appeals: Sequence[Options], display: Options, languages: Sequence[str], where: str) -> Rules:
    """Return the packaged kinds as changed and added to by *appeals*, and the settings of *display*.

    Raises:
        ConfigurationError: an appeal is named twice, incomplete or without a usable period; a setting is no number of days.
    """
    kinds = {kind.id: kind for kind in packaged()}
    seen: set[str] = set()
    for option in appeals:
        name = option["id"]
        if not ID.fullmatch(name) or name in seen:
            raise ConfigurationError("deadlines.option_id", where=where, appeal=name)
        seen.add(name)
        kinds[name] = _kind(option, kinds.get(name), languages, where)
    return Rules(kinds=tuple(kinds.values()), display={name: _display(name, value, where) for name, value in display.items()})


def _kind(option: Options, known: Kind | None, languages: Sequence[str], where: str) -> Kind:
    name = option["id"]
    given = {field: option[field] for field in FIELDS if option.get(field) is not None}
    _check_values(name, given, where)
    if known is not None:
        return _changed(known, given, where)
    missing = next((field for field in NEEDED if not given.get(field)), None)
    if missing or len(given.keys() & set(PERIODS)) != 1:
        raise ConfigurationError("deadlines.option_incomplete", where=where, appeal=name, field=missing or "days")
    without = next(((f, la) for f in TEXTS for la in languages if la not in given[f]), None)
    if without:
        raise ConfigurationError("deadlines.option_language", where=where, appeal=name, field=without[0], language=without[1])
    return msgspec.convert({"id": name, **given}, Kind)


def _changed(known: Kind, given: Options, where: str) -> Kind:
    """Return *known* with what is *given*: texts by language, words added to its own, and a period instead of its own."""
    if known.starts is None and given.keys() - {"statute", "name", "words"}:
        raise ConfigurationError("deadlines.option_no_period", where=where, appeal=known.id)
    period = dict.fromkeys(PERIODS) if given.keys() & set(PERIODS) else {}
    starts = {"whose": None} if "starts" in given else {}
    texts = {field: getattr(known, field) | given[field] for field in TEXTS if field in given}
    words = {"words": (*known.words, *given["words"])} if "words" in given else {}
    enums = {field: kind(given[field]) for field, kind in (("starts", Start), ("whose", Whose)) if field in given}
    numbers = {field: given[field] for field in PERIODS if field in given}
    return replace(known, **(period | starts | texts | words | enums | numbers))


def _check_values(name: str, given: Options, where: str) -> None:
    """Refuse values of the wrong kind; mkdocs has checked that texts are mappings, words a list and periods numbers."""
    for field in PERIODS:
        if field in given and not _is_days(given[field], 1):
            raise ConfigurationError("deadlines.option_period", where=where, appeal=name, field=field)
    if set(PERIODS) <= given.keys():
        raise ConfigurationError("deadlines.option_two_periods", where=where, appeal=name)
    for field in TEXTS:
        if field in given and not all(isinstance(text, str) and text for pair in given[field].items() for text in pair):
            raise ConfigurationError("config.option_by_language", where=where, option=f"appeals: {name}: {field}")
    if "words" in given and not all(isinstance(word, str) and word.strip(" .…") for word in given["words"]):
        raise ConfigurationError("deadlines.option_words", where=where, appeal=name)


def _display(name: object, value: object, where: str) -> Display:
    is_known = isinstance(name, str) and isinstance(value, dict) and value.keys() <= DISPLAY
    if not is_known or not all(days is None or _is_days(days, 0) for days in value.values()):  # type: ignore[attr-defined]  # a dict
        raise ConfigurationError("deadlines.option_display", where=where, organization=str(name))
    return msgspec.convert(value, Display)


def _is_days(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= MAX_DAYS

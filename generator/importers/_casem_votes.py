"""Votes in the JSON of CaseM's property Votings: no document tells its form, so whatever it says becomes text."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.errors import ExportError
from generator.importers import _markup
from generator.importers._casem_odata import listed
from generator.importers._casem_records import title_text
from generator.messages import sentence
from generator.model.text import Block, Heading, Inline, ItemList, Paragraph, Run

# Names that say nothing to a reader: what they hold speaks for itself.
SILENT = {
    "title", "name", "subject", "header", "description", "topic", "question", "text", "proposal", "votes", "voters", "voter",
    "results", "result", "options", "option", "vote", "votings", "voting",
}  # fmt: skip
WORDS = {
    "yes": "yes", "ayes": "yes", "for": "yes", "no": "no", "noes": "no", "against": "no",
    "empty": "blank", "blank": "blank", "abstain": "blank", "abstained": "blank", "absent": "absent", "away": "absent",
}  # fmt: skip
KEYS = ("id", "guid")
MAX_DEPTH = 20


def votes(text: str, language: str) -> tuple[Block, ...]:
    """Return what *text* says, which is the JSON of votes or, in some towns, HTML.

    Raises:
        ExportError: it is JSON of something else, or nested deeper than any real vote.

    """
    try:
        votings = json.loads(text)
    except (ValueError, RecursionError):
        votings = None
    if not isinstance(votings, dict | list):
        return _markup.blocks(text, language=language)
    every = listed(votings) or ((votings,) if isinstance(votings, dict) else ())
    if not all(isinstance(voting, dict) for voting in every):
        raise ExportError("casem.text_unreadable")
    _check_depth(every)
    return tuple(block for voting in every for block in _told(voting, language))


def _check_depth(values: Sequence[object]) -> None:
    level = list(values)
    for _ in range(MAX_DEPTH):
        level = [inner for value in level for inner in _inner(value)]
    if level:
        raise ExportError("casem.text_unreadable")


def _inner(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _told(value: object, language: str) -> Iterator[Block]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if not name.casefold().endswith(KEYS):
                yield from _field(name, inner, language)
    elif isinstance(value, list):
        yield from _several(value, language)
    else:
        yield from _markup.blocks(_plain(value), language=language)


def _field(name: str, value: object, language: str) -> Iterator[Block]:
    if name.casefold() in SILENT:
        yield from _told(value, language)
        return
    word = _word(name, language)
    if isinstance(value, dict) or (isinstance(value, list) and value):
        inner = tuple(_told(value, language))
        yield from (Heading(content=_run(word)), *inner) if inner else ()
        return
    # Nobody voted so: the list of their names is empty.
    said = "0" if value == [] else _plain(value)
    if said:
        yield Paragraph(content=_run(f"{word}: {said}"))


def _several(values: Sequence[object], language: str) -> Iterator[Block]:
    """Yield a list of names, or of people with their votes; anything larger is told one after the other."""
    rows = [_row(value) for value in values]
    if all(row is not None for row in rows):
        items = tuple((Paragraph(content=_run(row)),) for row in rows if row)
        yield from [ItemList(items=items)] if items else []
        return
    for value in values:
        yield from _told(value, language)


def _row(value: object) -> str | None:
    """Return a name, or the fields of a person, as one line; None for what is more than that."""
    fields = _fields(value) if isinstance(value, dict) else [value]
    if any(isinstance(field, dict | list) or "<" in _plain(field) for field in fields):
        return None
    return ", ".join(text for field in fields if (text := _plain(field)))


def _fields(value: Mapping[str, object]) -> list[object]:
    return [inner for name, inner in value.items() if not name.casefold().endswith(KEYS)]


def _plain(value: object) -> str:
    is_said = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_said else ""


def _word(name: str, language: str) -> str:
    code = WORDS.get(name.casefold())
    return sentence(f"casem.votes_{code}", {}, language=language) if code else name


def _run(text: str) -> tuple[Inline, ...]:
    return (Run(text=title_text(text)),)

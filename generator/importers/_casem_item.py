"""One item of the agenda from CaseM's list row and extended properties."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from generator.errors import ExportError
from generator.importers import _casem_files as files
from generator.importers._casem_publicity import publicity
from generator.importers._casem_records import Content, Property, title_text
from generator.importers._casem_sections import FIELD_END, HISTORY, KINDS, article, fields, history, sections
from generator.importers._language import foreign_language
from generator.importers._people import recorded, unique, written
from generator.importers._publicity import is_about_publicity
from generator.importers._votes import vote_events
from generator.model.meeting import AgendaItem, EarlierHandling, PersonInRole, Role, Section
from generator.model.message import Level, Message
from generator.model.publicity import PublicityClass
from generator.model.text import text

ADDITIONAL = "isadditionaltopic"
PEOPLE = {Role.PREPARER: ("draftsmans", "draftsmen"), Role.PRESENTER: ("presenters",)}
# When an office-holder decided; no export that is known has such a property.
DECIDED = ("decisiondate", "resolutiondate", "dateofdecision")
FIELDS = {"name", "article", "casenativeid", ADDITIONAL, *DECIDED}
# The word in front of an item that was added to the agenda, which the list leaves out.
ADDITIONAL_WORD = re.compile(r"(?:lisäpykälä|lisäasia|tilläggsparagraf|tilläggsärende)\b[\s:.,()–-]*", re.IGNORECASE)
LEVELS = {
    "casem.language_differs": Level.INFO, "casem.text_too_deep": Level.ERROR, "casem.text_unreadable": Level.ERROR,
}  # fmt: skip
FUNCTION_CLASS = re.compile(r"/(?P<code>\d\d(?:\.\d\d){1,4})/\d{4}")


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What one file of extended properties says. *doubts* are codes because of which the item must wait for a person."""

    where: str
    properties: tuple[Property, ...]
    doubts: tuple[str, ...] = ()


class ReadItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item, what is to be told of it, and the names of properties that have a value and no place in the model."""

    item: AgendaItem
    messages: tuple[Message, ...] = ()
    unknown: tuple[str, ...] = ()


def value(properties: Sequence[Property], *names: str) -> str:
    """Return the text, otherwise the number or date, of the first of *properties* that has one of *names* and a value."""
    found = (p.text.strip() or p.other for p in properties if p.name.casefold() in names)
    return next((said for said in found if said), "")


def listed_item(content: Content, language: str, doubts: tuple[str, ...]) -> AgendaItem:
    """Return the item of which only the list tells."""
    doubts = doubts if content.subject else (*doubts, "casem.title_missing")
    return AgendaItem(
        source_id=str(content.content_id), order=0, title=content.subject, language=language, has_text=False, holds=doubts
    )


def read_item(content: Content, body: Body, language: str, kept: files.Files) -> ReadItem:
    """Return the item that *content* lists and *body* tells. Its order is given later; *language* is the list's."""
    told = body.properties
    title = title_text(value(told, "name"))
    parts, actual, broken = _text(told, title, language)
    handlings, unreadable, unknown = _history(told, actual)
    conflict = title and (content.is_cover or _bare(content.subject) not in {"", _bare(title)})
    holds = (
        *body.doubts,
        *(("casem.title_conflict",) if conflict else ()),
        *(() if title or content.subject else ("casem.title_missing",)),
        *broken,
    )
    shown_to = publicity(told)
    register_number = title_text(value(told, "casenativeid"))
    function_class = FUNCTION_CLASS.search(register_number)
    item = AgendaItem(
        source_id=str(content.content_id),
        order=0,
        title=title or content.subject,
        other_title=content.subject if title and content.subject not in {"", title} else None,
        language=actual,
        number=article(value(told, "article")),
        register_number=register_number or None,
        function_class=function_class["code"] if function_class else None,
        sections=parts,
        people=_people(told, parts),
        votes=vote_events(parts, actual),
        earlier_handlings=handlings,
        attachments=tuple(
            kept.attachment(link, shown_to) for p in told if p.name.casefold() in files.OF_ITEMS for link in files.links(p)
        ),
        publicity=shown_to,
        holds=holds,
    )
    if value(told, "article").strip("§.0 ") and item.number is None:
        unreadable = (*unreadable, "casem.number_unreadable")
    codes = [*(code for code in holds if code not in body.doubts), *unreadable]
    if shown_to.classification is PublicityClass.UNKNOWN:
        codes.append("casem.publicity_unknown")
    if actual != language:
        codes.append("casem.language_differs")
    messages = tuple(_message(code, body.where, content.content_id) for code in codes)
    return ReadItem(item=item, messages=messages, unknown=(*_unknown(told), *unknown))


def _bare(title: str) -> str:
    found = ADDITIONAL_WORD.match(title)
    return title[found.end() :] if found else title


def _text(told: Sequence[Property], title: str, language: str) -> tuple[tuple[Section, ...], str, tuple[str, ...]]:
    """Return the sections, the language they are really in, and a code when they cannot be read."""
    try:
        found = sections(told, language)
        whole = "\n".join([title, *(text(section.blocks) for section in found)])
        actual = foreign_language(whole, language) or language
        return (found if actual == language else sections(told, actual)), actual, ()
    except ExportError as error:
        too_deep = error.code == "importers.markup_too_deep"
        return (), language, ("casem.text_too_deep" if too_deep else "casem.text_unreadable",)


def _people(told: Sequence[Property], parts: Sequence[Section]) -> tuple[PersonInRole, ...]:
    """Return the people of the records, and for roles without a record those whom the sections name."""
    texts = {role: value(told, *names) for role, names in PEOPLE.items()}
    found = [person for role, text in texts.items() if FIELD_END in text for person in recorded(fields(text), role)]
    roles = {person.role for person in found}
    return unique((*found, *(person for person in written(parts) if person.role not in roles)))


def _history(told: Sequence[Property], language: str) -> tuple[tuple[EarlierHandling, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the earlier handlings, a code when they cannot be read, and the names of fields that have no place."""
    written = value(told, HISTORY)
    if not written:
        return (), (), ()
    try:
        found = history(written, language)
    except ExportError:
        return (), ("casem.history_broken",), ()
    return found.handlings, (), found.unknown


def _unknown(told: Sequence[Property]) -> Iterator[str]:
    for prop in told:
        name = prop.name.casefold()
        is_known = name in {*FIELDS, *KINDS, *files.NAMES, HISTORY} or is_about_publicity(prop.name)
        if prop.text.strip() and not is_known:
            yield prop.name


def _message(code: str, where: str, content_id: int) -> Message:
    return Message(level=LEVELS.get(code, Level.WARNING), code=code, where=where, arguments={"content": content_id})

"""The page of an item or of an office-holder's decision taken apart: its frame and links off, its text as the body."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element
from msgspec.structs import replace

from generator.importers import _headings
from generator.importers._dynasty10_pages import DECISION, Kind, Page, body_of, target
from generator.importers._dynasty_attachments import Entry, linked, named
from generator.importers._dynasty_item import Parts, Read, appeal_links, read_parts, together
from generator.importers._dynasty_meeting import Row
from generator.importers._dynasty_pages import KEY, MAX_HEADER, Header, file_of, key_of, links
from generator.importers._markup import plain
from generator.importers._markup_tree import is_shown
from generator.importers._people import unique, written
from generator.importers._votes import vote_events
from generator.model.meeting import AgendaItem

# "Liite 1Merivirta": the link's number and title stand in elements without a space between.
GLUED = re.compile(r"(?P<number>(?i:liite|bilaga)\s*\d{1,3}[a-z]?(?=[A-ZÅÄÖ(\"”])|(?i:liite|bilaga)\s*\d{1,3}(?=[a-zåäö]{2}))")
# What stands beside a link and says what it leads to.
ABOUT_LINKS = re.compile(r"\b(?:PDF-muodossa|i PDF-format|PDF)\b", re.IGNORECASE)
FRAME_CAPTIONS = frozenset({"kokousasian teksti"})
BLOCK = "data-part-block-htm"
CAPTIONED = ("p", "div", "span", "label", "h2", "h3", "h4")
OWN_NUMBER = re.compile(r"§\s*\d{1,5}/\d{4}|\d{1,5}/\d{4}\s*§")


def parts(page: Page) -> Parts:
    """Return the parts of *page*."""
    body = body_of(page.tree)
    elements = list(body.iter(etree.Element))
    entries = (*appeal_links(elements), *(_unglued(entry) for entry in (*linked(elements), *_of_decision(page, elements))))
    marked = [e for e in elements if BLOCK in e.get("class", "").casefold().split()]
    outer = [e for e in marked if not any(other in marked for other in e.iterancestors())]
    inner = together(outer) if outer else _unframed(page, body)
    _drop_numbers(inner)
    _settle_captions(inner)
    return Parts(page.name, page.key, page.header, entries, inner)


def read_item(page: Page, row: Row | None, header: Header, order: int, files: dict[str, str]) -> Read:
    """Return the item of *page*, which has a key, with what *row* of a list and the *header* of its meeting tell of it."""
    own = header._replace(number=page.header.number or (row.number if row else None))
    result = read_parts(parts(page), row, own, order, files)
    return result._replace(item=_with_own_text(result.item))


def _with_own_text(item: AgendaItem) -> AgendaItem:
    """Return *item* with the text below the line that names an earlier handling, when no other text is its own.

    Some municipalities only refer to the handling before ("Hallitus 18.9.2020 § 94") and go on with this meeting's text.
    """
    if item.sections or not item.earlier_handlings or not item.earlier_handlings[-1].sections:
        return item
    *before, last = item.earlier_handlings
    return replace(
        item,
        sections=last.sections,
        people=unique(written(last.sections)),
        votes=vote_events(last.sections, item.language),
        earlier_handlings=(*before, replace(last, sections=())),
    )


def unglued(text: str) -> str:
    """Return *text* with a space after a number that its title follows without one."""
    return GLUED.sub(lambda found: f"{found['number']} ", text, count=1)


def _of_decision(page: Page, elements: Iterable[_Element]) -> Iterator[Entry]:
    """Yield the files of an office-holder's decision, whose keys have no item between the decision's and their own."""
    for link in elements if page.kind is Kind.DECISION else ():
        found = KEY.fullmatch(key_of(link.get("href", ""))) if link.tag == "a" else None
        if found and found["item"] and not found["file"] and plain(link):
            yield named(plain(link), supporting=False, file=file_of(link.get("href", "")))


def _unglued(entry: Entry) -> Entry:
    apart = named(unglued(entry.title), entry.number, supporting=entry.supporting, file=entry.file)
    return entry if apart.title == entry.title else apart


def _unframed(page: Page, body: _Element) -> _Element:
    """Return a copy of *body* without what stands above its header, its header, and links of the service."""
    places = list(body.iter())
    copied = deepcopy(body)
    twins = dict(zip(places, copied.iter(), strict=True))
    if page.head is not None and page.head in twins and len(plain(page.head)) <= MAX_HEADER:
        _clear_until(copied, twins[page.head])
    for link in [e for e in links(copied) if target(e).page or key_of(e.get("href", ""))]:
        _clear_with_frame(link)
    return copied


def _clear_until(body: _Element, head: _Element) -> None:
    around = set(head.iterancestors())
    for element in list(body.iter()):
        if element is head:
            _empty(head)
            return
        if element in around:
            element.text = None
        else:
            element.clear()


def _clear_with_frame(link: _Element) -> None:
    """Clear *link*, and every part of the page that holds no words besides."""
    _empty(link)
    for element in link.iterancestors():
        if element.tag == "body" or any(map(str.isalnum, ABOUT_LINKS.sub("", plain(element)))):
            return
        _empty(element)


def _empty(element: _Element) -> None:
    """Clear *element* and leave the text after it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _drop_numbers(body: _Element) -> None:
    """Clear lines that repeat what the page's header or list says: the number of an office-holder's decision."""
    for element in list(body.iter("p", "h1", "h2", "h3", "div")):
        text = plain(element)
        found = DECISION.match(text)
        if OWN_NUMBER.fullmatch(text) or (found and not text[found.end() :].strip()):
            _empty(element)


def _settle_captions(body: _Element) -> None:
    """Make the page's own captions headings, and clear those with nothing under them."""
    captions = [e for e in body.iter(*CAPTIONED) if is_shown(e) and _is_caption(plain(e))]
    inner = [e for e in captions if not any(other in captions for other in e.iterdescendants())]
    for element, is_empty in list(_emptiness(body, inner)):
        if is_empty or _headings.folded(plain(element)) in FRAME_CAPTIONS:
            _empty(element)
        else:
            element.tag = "h1"


def _is_caption(text: str) -> bool:
    if _headings.folded(text) in FRAME_CAPTIONS:
        return True
    return _headings.is_history(text) or _headings.is_attachments(text) or _headings.is_supporting(text)


def _emptiness(body: _Element, captions: Iterable[_Element]) -> Iterator[tuple[_Element, bool]]:
    """Yield each caption and whether no words follow it before the next."""
    texts: list[tuple[_Element, list[str]]] = []
    inside = {node for caption in captions for node in caption.iter()}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start" and element in captions:
            texts.append((element, []))
        if texts and event == "start" and element not in inside:
            texts[-1][1].append(element.text or "")
        if texts and event == "end" and (element not in inside or element in captions):
            texts[-1][1].append(element.tail or "")
    return ((caption, not any(map(str.isalnum, "".join(found)))) for caption, found in texts)

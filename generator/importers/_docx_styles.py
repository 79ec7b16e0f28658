"""How Word's styles make text look: what is bold or hidden, which paragraphs are headings, and how lists are numbered."""

import re
from typing import NamedTuple

from lxml.etree import _Element

from generator.importers._docx_package import Package, child, tag, value

OFF = frozenset({"0", "false", "off", "none"})
TOGGLES = ("b", "i", "vanish", "webHidden", "specVanish")
HEADING_NAME = re.compile(r"(?:heading|otsikko|rubrik)\s*(?P<level>[1-6])", re.IGNORECASE)
TITLE_NAMES = frozenset({"title", "otsikko", "rubrik"})
HIGHLIGHTS = {"black": "000000", "white": "FFFFFF", "yellow": "FFFF00"}
WHITE = "FFFFFF"
# Half points: text under three points is no text that anybody reads.
MIN_SIZE = 6
HEADING_LEVELS = 6

Look = dict[str, str]


class Style(NamedTuple):
    """A style with what it takes from those that it is based on. *number* is the list of its paragraphs, with a level."""

    name: str = ""
    look: Look = {}  # noqa: RUF012 - never changed
    outline: int | None = None
    number: tuple[str, int] | None = None


class Level(NamedTuple):
    """A level of a numbered list: how its numbers are written, and where they start."""

    form: str = "bullet"
    text: str = ""
    start: int = 1


class Styles:
    """The styles and lists of one file, looked up by id. A class because what a style is based on is looked up once."""

    def __init__(self, package: Package) -> None:
        tree = package.beside_main("styles")
        sheet = tree if tree is not None else ()
        self._elements = {value(one, "styleId") or "": one for one in sheet if tag(one) == "w:style"}
        self._known: dict[str, Style] = {}
        self.default = look(child(tree, "docDefaults", "rPrDefault", "rPr"))
        self.normal = next(
            (key for key, one in self._elements.items() if value(one, "default") == "1" and value(one, "type") == "paragraph"),
            "",
        )
        self._levels = _levels(package.beside_main("numbering"))

    def style(self, key: str | None) -> Style:
        key = key or ""
        if key not in self._known:
            self._known[key] = Style()  # a style that is based on itself ends here
            self._known[key] = self._read(self._elements.get(key))
        return self._known[key]

    def level(self, number: str, level: int) -> Level:
        return self._levels.get((number, level), Level())

    def _read(self, element: _Element | None) -> Style:
        if element is None:
            return Style()
        base = self.style(value(child(element, "basedOn"))) if child(element, "basedOn") is not None else Style()
        properties = child(element, "pPr")
        return Style(
            name=value(child(element, "name")) or "",
            look={**base.look, **look(child(element, "rPr"))},
            outline=_outline(properties) if child(properties, "outlineLvl") is not None else base.outline,
            number=number(properties) or base.number,
        )


def look(properties: _Element | None) -> Look:
    """Return what run properties say, as far as it decides what is seen and how."""
    found: Look = {}
    for one in properties if properties is not None else ():
        name, said = tag(one).removeprefix("w:"), value(one)
        if name in TOGGLES:
            found[name] = "0" if (said or "1").casefold() in OFF else "1"
        elif name == "shd":
            found[name] = (value(one, "fill") or "auto").upper()
        elif name in {"color", "highlight", "sz", "vertAlign"} and said:
            found[name] = said.upper() if name == "color" else said
    return found


def is_unseen(found: Look, background: str | None) -> bool:
    """Tell whether text that looks so is not seen on *background* (a colour, or None where a table's style decides it)."""
    if any(found.get(name) == "1" for name in ("vanish", "webHidden", "specVanish")):
        return True
    size = found.get("sz", "")
    if size.isdecimal() and int(size) < MIN_SIZE:
        return True
    color = found.get("color", "AUTO")
    if color == "AUTO":
        return found.get("highlight") == "black"
    shade = found.get("shd", "AUTO")
    behind = HIGHLIGHTS.get(found.get("highlight", "")) or (background if shade == "AUTO" else shade)
    return color == behind


def heading_level(properties: _Element | None, style: Style) -> int | None:
    """Return the level of a heading, by the paragraph's own outline or by its style; None for text."""
    own = _outline(properties) if child(properties, "outlineLvl") is not None else style.outline
    named = HEADING_NAME.fullmatch(style.name)
    if own is not None and own < HEADING_LEVELS:
        return own + 1
    if named:
        return int(named["level"])
    return 1 if style.name.casefold() in TITLE_NAMES else None


def number(properties: _Element | None) -> tuple[str, int] | None:
    """Return the list and the level that a paragraph is numbered in; the list "0" is none."""
    numbered = child(properties, "numPr")
    key = value(child(numbered, "numId"))
    level = value(child(numbered, "ilvl")) or "0"
    return (key, int(level)) if key and level.isdecimal() else None


def _outline(properties: _Element | None) -> int | None:
    said = value(child(properties, "outlineLvl")) or ""
    return int(said) if said.isdecimal() else None


def _levels(tree: _Element | None) -> dict[tuple[str, int], Level]:
    parts = list(tree) if tree is not None else []
    abstract = {value(one, "abstractNumId"): one for one in parts if tag(one) == "w:abstractNum"}
    found: dict[tuple[str, int], Level] = {}
    for one in parts:
        source = abstract.get(value(child(one, "abstractNumId"))) if tag(one) == "w:num" else None
        for place, level in enumerate(part for part in source if tag(part) == "w:lvl") if source is not None else ():
            found[value(one, "numId") or "", place] = _level(level)
        for override in (part for part in one if tag(part) == "w:lvlOverride") if source is not None else ():
            depth, start = value(override, "ilvl") or "", value(child(override, "startOverride")) or ""
            if depth.isdecimal() and start.isdecimal():
                key = (value(one, "numId") or "", int(depth))
                found[key] = found.get(key, Level())._replace(start=int(start))
    return found


def _level(element: _Element) -> Level:
    start = value(child(element, "start")) or ""
    return Level(
        form=value(child(element, "numFmt")) or "bullet",
        text=value(child(element, "lvlText")) or "",
        start=int(start) if start.isdecimal() else 1,
    )

"""How a spreadsheet shows a value: number, share or day, by the format of its cell (ECMA-376, 18.8.30)."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from lxml.etree import _Element

from generator.attachments.archive import attribute, children, first

DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
SHARES = {9: 0, 10: 2}
HIDING = re.compile(r';;;|^"\s*"$')
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a spreadsheet's days have no zone
MAX_DAY = 2_958_465  # 31.12.9999
WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "FFFFFF"})
DECIMAL_COMMA = frozenset({"fi", "sv"})
DIGITS = 10


class Style(NamedTuple):
    """How a cell looks."""

    number: int = 0
    code: str = ""
    is_bold: bool = False
    is_hidden: bool = False


class Shown(NamedTuple):
    text: str
    is_bold: bool
    is_hidden: bool


class Styles:
    """The styles of a workbook's cells, by number. A class because they are read once."""

    def __init__(self, tree: _Element | None) -> None:
        codes = {attribute(one, "numFmtId"): attribute(one, "formatCode") for one in children(tree, "numFmts")}
        fonts, fills = children(tree, "fonts"), children(tree, "fills")
        self._styles = [_style(one, codes, fonts, fills) for one in children(tree, "cellXfs")]

    def of(self, number: str) -> Style:
        place = int(number) if number.isdecimal() else 0
        return self._styles[place] if place < len(self._styles) else Style()


def shown_text(raw: str, style: Style, language: str, *, from_1904: bool) -> Shown:
    """Return how the number *raw* is shown in *language*."""
    try:
        number = float(raw)
    except ValueError:
        return Shown(raw, style.is_bold, style.is_hidden)
    return Shown(_formatted(number, style, language, from_1904=from_1904), style.is_bold, style.is_hidden)


def _formatted(number: float, style: Style, language: str, *, from_1904: bool) -> str:
    plain = LITERAL.sub("", style.code).casefold()
    if (style.number in DAYS or re.search(r"[yd]|h|mmm|ss", plain)) and 0 <= number <= MAX_DAY:
        return _moment(number, plain, EPOCH_1904 if from_1904 else EPOCH)
    places = _places(plain)
    if style.number in SHARES or "%" in plain:
        return _digits(number * 100, SHARES.get(style.number, places or 0), language) + " %"
    return _digits(number, places, language)


def _moment(number: float, plain: str, epoch: datetime) -> str:
    moment = epoch + timedelta(days=round(number * 86_400) / 86_400)
    day = f"{moment.day}.{moment.month}.{moment.year}"
    clock = f"{moment.hour}.{moment.minute:02}"
    if number < 1 and "y" not in plain and "d" not in plain:
        return clock
    return f"{day} {clock}" if "h" in plain else day


def _places(plain: str) -> int | None:
    """Return how many decimals the format shows, None where it shows as many as there are."""
    found = re.search(r"[0#?]\.([0#?]+)", plain)
    if found:
        return len(found[1])
    return 0 if re.fullmatch(r"[#,0 ]*0[^.]*", plain) else None


def _digits(number: float, places: int | None, language: str) -> str:
    text = f"{number:.{places}f}" if places is not None else f"{number:.{DIGITS}g}"
    if "e" in text:
        text = f"{number:.0f}"
    return text.replace(".", ",") if language in DECIMAL_COMMA else text


def _style(one: _Element, codes: dict[str, str], fonts: list[_Element], fills: list[_Element]) -> Style:
    number = attribute(one, "numFmtId", "0")
    code = codes.get(number, "")
    font, fill = _at(fonts, attribute(one, "fontId", "0")), _at(fills, attribute(one, "fillId", "0"))
    bold = first(font, "b")
    colour = attribute(first(font, "color"), "rgb").upper()
    is_white = colour in WHITE or (not colour and attribute(first(font, "color"), "theme") == "0")
    ground = first(fill, "patternFill")
    is_bare = ground is None or attribute(ground, "patternType", "none") == "none"
    behind = attribute(first(ground, "fgColor"), "rgb").upper()
    return Style(
        number=int(number) if number.isdecimal() else 0,
        code=code,
        is_bold=bold is not None and attribute(bold, "val", "1") not in {"0", "false"},
        is_hidden=HIDING.search(code) is not None
        or (is_white and is_bare)
        or (bool(colour) and colour == behind and not is_bare),
    )


def _at(parts: list[_Element], number: str) -> _Element | None:
    return parts[int(number)] if number.isdecimal() and int(number) < len(parts) else None

"""Rich Text (RTF 1.9.1) read mark by mark: what its reader sees, written as plain HTML elements."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import SubElement, _Element

from generator.attachments.unreadable import UnreadableFileError
from generator.attachments.writing import add_text, body

TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
# Groups whose words are not the document's. Those that came later begin with \*, and are left out as unknown.
UNSEEN = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "fldinst", "annotation", "atnid", "atnauthor", "atndate", "atnref",
    "bkmkstart", "bkmkend", "template", "filetbl", "revtbl", "rsidtbl", "generator", "xmlnstbl", "listtable", "headerf",
    "footerf", "listoverridetable", "themedata", "datastore", "latentstyles", "formfield", "userprops", "docvar", "nonshppict",
    "sp", "tc", "tcn", "xe", "private", "title", "author", "operator", "company", "manager", "doccomm", "keywords", "subject",
    "hlinkbase", "mhtmltag", "comment", "creatim", "revtim", "printim", "buptim", "pnseclvl", "ftnsep", "ftnsepc", "aftnsep",
})  # fmt: skip
ENDS = {"par": "paragraph", "sect": "paragraph", "page": "paragraph", "row": "row", "nestrow": "row", "line": "line",
        "cell": "cell", "nestcell": "cell"}  # fmt: skip
SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
         "tab": "\u00a0" * 3, "~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}  # fmt: skip
PAGES = {"437": "cp437", "850": "cp850", "1250": "cp1250", "1252": "cp1252", "1257": "cp1257", "65001": "utf-8"}
MAX_DEPTH, MAX_TOKENS = 200, 5_000_000
SMALLEST, USUAL = 6, 24  # half points
HEADINGS = range(6)
SURROGATES = range(0xD800, 0xE000)
WHITE = "ffffff"


class State(NamedTuple):
    """What holds in a group. *wide* is how many characters stand in for one in Unicode, for programs that do not know it."""

    is_seen: bool = True
    is_hidden: bool = False
    colour: int = 0
    ground: int = 0
    size: int = USUAL
    is_bold: bool = False
    wide: int = 1
    outline: int = -1


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "v": lambda state, value: state._replace(is_hidden=value != 0),
    "webhidden": lambda state, value: state._replace(is_hidden=value != 0),
    "deleted": lambda state, value: state._replace(is_hidden=value != 0),
    "b": lambda state, value: state._replace(is_bold=value != 0),
    "cf": lambda state, value: state._replace(colour=value or 0),
    "cb": lambda state, value: state._replace(ground=value or 0),
    "highlight": lambda state, value: state._replace(ground=value or 0),
    "chcbpat": lambda state, value: state._replace(ground=value or 0),
    "fs": lambda state, value: state._replace(size=USUAL if value is None else value),
    "uc": lambda state, value: state._replace(wide=1 if value is None else max(value, 0)),
    "outlinelevel": lambda state, value: state._replace(outline=-1 if value is None else value),
    "plain": lambda state, _: State(is_seen=state.is_seen, wide=state.wide, outline=state.outline),
    "pard": lambda state, _: state._replace(outline=-1),
    # The text of a box is seen, although what describes the box is not.
    "shptxt": lambda state, _: state._replace(is_seen=True),
    "shpinst": lambda state, _: state._replace(is_seen=True),
}


class Reader:
    """Reads one file. A class because groups, paragraphs and rows are open over many marks."""

    def __init__(self, content: bytes) -> None:
        self.body = body()
        self.hidden = self.left_out = 0
        self._content = content
        self._colours = _colours(content)
        page = re.search(rb"\\ansicpg(\d+)", content)
        self._encoding = PAGES.get(page[1].decode(), "cp1252") if page else "cp1252"
        self._state, self._around = State(), list[State]()
        self._bytes, self._high, self._skip = b"", "", 0
        self._paragraph: _Element | None = None
        self._table: _Element | None = None
        self._cells: list[str] = []
        self._cell: list[str] | None = None

    def read(self) -> _Element:
        """Return what is seen.

        Raises:
            UnreadableFileError: its groups do not close, it is nested too deeply, or something stands behind its end.

        """
        for kind, value, number in self._tokens():
            if kind != "byte":
                self._put_bytes()
            match kind:
                case "open":
                    self._open()
                case "close":
                    self._close()
                case "word":
                    self._word(value.decode(), number)
                case "byte":
                    self._byte(value)
                case "text":
                    self._plain(value)
        if self._around:
            raise UnreadableFileError("damaged")
        return self.body

    def _tokens(self) -> Iterator[tuple[str, bytes, int | None]]:
        """Yield kind, bytes and number of each mark; binary data are passed over by their length."""
        place = 0
        for _ in range(MAX_TOKENS):
            if place >= len(self._content):
                return
            found = TOKEN.match(self._content, place)
            if found is None:
                raise UnreadableFileError("damaged")
            place = found.end()
            word, number, digits, sign, brace, text = found.groups()
            value = int(number) if number is not None else None
            if word == b"bin":
                place += max(value or 0, 0)
            elif word or sign:
                yield "word", word or sign, value
            elif brace:
                yield ("open" if brace == b"{" else "close"), b"", None
                if brace == b"}" and not self._around and place < len(self._content):
                    raise UnreadableFileError("trailing_data")
            elif digits:
                yield "byte", bytes.fromhex(digits.decode()), None
            elif text:
                yield "text", text, None
        raise UnreadableFileError("too_large")

    def _open(self) -> None:
        self._around.append(self._state)
        if len(self._around) > MAX_DEPTH:
            raise UnreadableFileError("too_deep")

    def _close(self) -> None:
        if not self._around:
            raise UnreadableFileError("damaged")
        self._state, self._skip = self._around.pop(), 0

    def _word(self, name: str, value: int | None) -> None:
        if name == "u" and value is not None:
            self._unicode(value % 0x10000)
            return
        self._skip = 0
        if name in UNSEEN or name == "*":
            self.left_out += name == "pict" and self._state.is_seen
            self._state = self._state._replace(is_seen=False)
        elif name in CHANGES:
            self._state = CHANGES[name](self._state, value)
        if name in {"intbl", "pard"}:
            self._cell = (self._cell or []) if name == "intbl" else None
        if self._state.is_seen and name in ENDS:
            self._end(ENDS[name])
        elif name in SIGNS:
            self._put(SIGNS[name])

    def _unicode(self, code: int) -> None:
        if code in SURROGATES and not self._high:
            self._high = chr(code)
        else:
            pair = (self._high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self._put(pair)
            self._high = ""
        self._skip = self._state.wide

    def _byte(self, value: bytes) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes += value

    def _plain(self, text: bytes) -> None:
        taken = min(self._skip, len(text))
        self._skip -= taken
        self._put(text[taken:].decode(self._encoding, "replace"))

    def _put_bytes(self) -> None:
        if self._bytes:
            self._put(self._bytes.decode(self._encoding, "replace"))
            self._bytes = b""

    def _put(self, text: str) -> None:
        if not self._state.is_seen or not text:
            return
        if self._is_unseen():
            self.hidden += len(text.strip())
        elif self._cell is not None:
            self._cell.append(text)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        if self._paragraph is None:
            self._table = None
            tag = f"h{self._state.outline + 1}" if self._state.outline in HEADINGS else "p"
            self._paragraph = SubElement(self.body, tag)
        add_text(SubElement(self._paragraph, "b") if self._state.is_bold else self._paragraph, text)

    def _end(self, kind: str) -> None:
        if kind == "cell":
            self._cells.append("".join(self._cell or []).strip())
            self._cell = []
        elif kind == "row":
            self._end_row()
        elif self._cell is not None:
            self._cell.append(" ")
        elif kind == "line" and self._paragraph is not None:
            SubElement(self._paragraph, "br")
        else:
            self._paragraph = None

    def _end_row(self) -> None:
        if self._table is None:
            self._table = SubElement(self.body, "table", border="1")
        line = SubElement(self._table, "tr")
        for cell in self._cells:
            add_text(SubElement(line, "td"), cell)
        self._cells, self._cell, self._paragraph = [], None, None

    def _is_unseen(self) -> bool:
        ink, ground = (self._colour(number) for number in (self._state.colour, self._state.ground))
        is_on_its_like = bool(ink) and ink == (ground or WHITE)
        return self._state.is_hidden or self._state.size < SMALLEST or is_on_its_like

    def _colour(self, number: int) -> str:
        return self._colours[number] if 0 <= number < len(self._colours) else ""


def _colours(content: bytes) -> list[str]:
    """Return the colours of the file's table by number; the first is what the reader's program chooses."""
    table = re.search(rb"\{\\colortbl([^}]*)\}", content)
    return [_hexadecimal(entry) for entry in table[1].split(b";")] if table else []


def _hexadecimal(entry: bytes) -> str:
    parts = [re.search(rb"\\" + name + rb"(\d{1,3})", entry) for name in (b"red", b"green", b"blue")]
    return "".join(f"{int(part[1]):02x}" if part else "00" for part in parts) if any(parts) else ""

"""Form fields of a Word file: which of them still show what the template put there."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from generator.importers._docx_package import child, tag, value

NEVER_TEXT = frozenset({"w:del", "w:moveFrom", "mc:Fallback"})


@dataclass
class _Open:
    """A field that has begun and not ended."""

    begin: _Element
    default: str
    shows: bool = False
    texts: list[str] = field(default_factory=list)


def unfilled(tree: _Element) -> dict[_Element, str]:
    """Return {where it begins: the template's text} of the form fields that nobody has filled in."""
    found: dict[_Element, str] = {}
    opened: list[_Open] = []
    for element in tree.iter("{*}fldChar", "{*}t"):
        if any(tag(around) in NEVER_TEXT for around in element.iterancestors()):
            continue
        if tag(element) == "w:t":
            for one in opened:
                one.texts += [element.text or ""] * one.shows
            continue
        kind = value(element, "fldCharType")
        if kind == "begin":
            opened.append(_Open(element, value(child(element, "ffData", "textInput", "default")) or ""))
        elif kind == "separate" and opened:
            opened[-1].shows = True
        elif kind == "end" and opened:
            closed = opened.pop()
            if any(map(str.isalnum, closed.default)) and "".join(closed.texts).split() == closed.default.split():
                found[closed.begin] = closed.default
    return found

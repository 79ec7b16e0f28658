"""What a finding shows of a page: for our own site tags without text, for another's folder the markup as it stands."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

Snippet = Callable[[str], str]

_LONGEST = 300
_READ = 4 * _LONGEST  # a finding on the whole page needs its beginning only
_ELLIPSIS = "…"
# Values that say what an element is and never what it is about: no id, address, label or alternative text.
SHOWN = {
    "aria-checked", "aria-current", "aria-expanded", "aria-hidden", "aria-level", "aria-modal", "aria-pressed", "aria-selected",
    "class", "colspan", "dir", "disabled", "hidden", "hreflang", "lang", "rel", "role", "rowspan", "scope", "tabindex", "type",
}  # fmt: skip


def as_written(markup: str) -> str:
    """Return *markup* as it stands, cut to what a report can show."""
    folded = " ".join(markup.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + _ELLIPSIS


def without_text(markup: str) -> str:
    """Return the tags of *markup*; text and the values of most attributes are replaced by an ellipsis (design, rule 5)."""
    shape = _Shape()
    shape.feed(markup[:_READ])
    shape.close()
    return as_written("".join(shape.parts))


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = [name if value is None else f'{name}="{_value(name, value)}"' for name, value in attrs]
        self.parts.append(f"<{' '.join([tag, *shown])}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip() and self.parts[-1:] != [_ELLIPSIS]:
            self.parts.append(_ELLIPSIS)


def _value(name: str, value: str) -> str:
    return escape(value) if name in SHOWN or not value.strip() else _ELLIPSIS

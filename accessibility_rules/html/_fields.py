"""Fields of forms, and the labels that a reader sees of them."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, is_hidden, texts

_FIELDS = (
    "//textarea | //select"
    " | //input[not(@type) or not(contains(' hidden submit reset button image ', concat(' ', @type, ' ')))]"
    " | //*[@role='textbox' or @role='searchbox' or @role='combobox' or @role='listbox' or @role='spinbutton']"
)


def fields(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what a reader can fill in or choose from."""
    yield from (field for field in exposed(page, _FIELDS) if field.get("disabled") is None and field.get("role") != "none")


def labels(field: HtmlElement) -> list[str]:
    """Return the texts that label *field* to the eye: `label` elements and what `aria-labelledby` names, where it is shown."""
    named = [one for i in field.get("aria-labelledby", "").split() for one in field.xpath("//*[@id=$i]", i=i)]
    marked = field.xpath("//label[@for=$i]", i=field.get("id")) if field.get("id") else []
    around = field.xpath("ancestor::label[1]")
    shown = [one for one in (named or [*marked, *around]) if not any(is_hidden(node) for node in (one, *one.iterancestors()))]
    written = [" ".join("".join(texts(one, skipped=_is_apart)).split()) for one in shown]
    return [text for text in written if text]


def _is_apart(element: HtmlElement) -> bool:
    return is_hidden(element) or element.tag in {"input", "select", "textarea", "option"}

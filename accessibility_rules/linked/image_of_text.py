"""An image is nothing but text.

Why: it does not grow, wrap or change its colours with the reader's settings, and cannot be searched or copied.
Remedy: write the text as text; how it looks is the style sheet's business.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, LinkedRule, LookUp

_SHAPES = [f"{{*}}{shape}" for shape in ("path", "circle", "ellipse", "line", "polyline", "polygon", "image", "use")]
_FEW = 2  # shapes: a frame or a line under the text
_LETTERS = 3


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the images whose file is a drawing that can be read."""
    yield from (image for image in exposed(page, "//img[@src]") if _is_drawing(str(image.get("src"))))


def expect(image: HtmlElement, look_up: LookUp) -> bool | None:
    """A logo is text in a shape of its own, and allowed; text among shapes may be a chart: a person must look."""
    source = str(image.get("src"))
    drawing = _drawing(unquote(source.partition(",")[2]).encode() if source.startswith("data:") else look_up(source))
    if drawing is None or sum(map(str.isalpha, _text(drawing))) < _LETTERS:
        return True
    return None if "logo" in source.casefold() or len(list(drawing.iter(_SHAPES))) > _FEW else False


def _is_drawing(source: str) -> bool:
    if source.startswith("data:"):
        return source.startswith("data:image/svg+xml") and ";base64" not in source
    return source.partition("?")[0].endswith(".svg")


def _text(drawing: "etree._Element") -> str:
    return "".join(str(piece) for node in drawing.iter("{*}text") for piece in node.itertext())


def _drawing(file: bytes | None) -> "etree._Element | None":
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(file.strip(), parser) if file and file.strip() else None
    except etree.XMLSyntaxError:
        return None


RULE = LinkedRule(criterion="1.4.5", clause="9.1.4.5", impact=Impact.MODERATE, act=("0va7u6",), targets=targets, expect=expect)

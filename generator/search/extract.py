"""What of a page the search is told: the part that is marked, without what is marked to be ignored."""

from collections.abc import Callable

import msgspec
from lxml import html

from generator.errors import RenderingError
from generator.search import inflection

BODY, IGNORED, META, TITLE = "data-pagefind-body", "data-pagefind-ignore", "data-pagefind-meta", "data-title"
# Languages whose stemmer needs help; the forms are searched like a title, and shown to nobody.
FORMS: dict[str, Callable[[str], tuple[str, ...]]] = {"fi": inflection.forms}
MARK = BODY.encode()
PAGE = """<!doctype html>
<html lang="{language}">
<body>
{body}
</body>
</html>
"""


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """The *html* that is indexed as the page at *path*, in *language*."""

    path: str
    language: str
    html: str


def extracted(path: str, content: bytes) -> Extract:
    """Return what of the page *content* at *path* is indexed.

    Raises:
        RenderingError: the page has no language, or not one marked part.
    """
    page = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    language = page.get("lang")
    bodies = _marked(page, BODY)
    if not language or len(bodies) != 1:
        raise RenderingError("rendering.search_unmarked", where=path)
    (body,) = bodies
    for element in _marked(body, IGNORED):
        # Words on both sides of it are no neighbours.
        element.tail = f" {element.tail or ''}"
        element.drop_tree()
    body.tail = None
    said = f"{body.get(TITLE, '')} {body.text_content()}"
    if (forms := FORMS.get(language)) and (added := forms(said)):
        body.set("data-forms", " ".join(added))
        body.set(META, f"{body.get(META, '')}, forms[data-forms]".removeprefix(", "))
    marked = html.tostring(body, encoding="unicode")
    return Extract(path=path, language=language, html=PAGE.format(language=language, body=marked))


def _marked(root: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [element for element in root.iter() if isinstance(element, html.HtmlElement) and element.get(name) is not None]

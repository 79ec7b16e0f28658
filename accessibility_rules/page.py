"""An HTML file as the rules see it: whole, or not at all."""

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring


class PageUnreadableError(ValueError):
    """The file is empty, or so deeply nested that the parser would leave out a part of it in silence."""


def parse(markup: bytes) -> HtmlElement:
    """Return the page's root element.

    Raises:
        PageUnreadableError: no page, or not the whole page, could be read.

    """
    # huge_tree: without it libxml2 drops all that follows the 256th nested element; with it, the 2048th.
    parser = HTMLParser(encoding=_encoding(markup), huge_tree=True)
    try:
        page = document_fromstring(markup, parser=parser)
    except ParserError as error:
        raise PageUnreadableError("the file is empty") from error
    if parser.error_log.filter_from_fatals():
        raise PageUnreadableError("the file is nested too deeply")
    return page


def _encoding(markup: bytes) -> str | None:
    try:
        markup.decode("utf-8")
    except UnicodeDecodeError:
        return None  # lxml reads the page's own meta element
    return "utf-8"

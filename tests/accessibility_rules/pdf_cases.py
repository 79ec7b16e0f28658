"""PDF files for each rule: the first word of a name is the outcome that the rule must have on it."""

from collections.abc import Callable
from functools import partial

from tests.accessibility_rules.pdfs import PARAGRAPH, Element, closed_to_readers, going_round, pdf, with_password

HEADING = Element("/H1", content=True)
ROW = Element("/TR", [Element("/TD"), Element("/TD")])
HEADERS = Element("/TR", [Element("/TH"), Element("/TH")])
LONG = ("Luku",) * 6
LONGER = ("Luku",) * 20
SCAN = ("+", "+")


def figure(**attributes: str) -> Element:
    return Element("/Figure", attributes={f"/{name}": text for name, text in attributes.items()})


CASES: dict[str, dict[str, Callable[[], bytes]]] = {
    "pdf_unreadable": {
        "passed-plain": pdf,
        "passed-encrypted-for-everybody": partial(with_password, opens=True),
        "passed-structure-in-a-circle": going_round,
        "failed-cut-off": lambda: pdf()[:300],
        "failed-something-else": lambda: b"<html><p>Istunto on vanhentunut.</p></html>",
        "failed-empty": lambda: b"",
        "canttell-password": partial(with_password, opens=False),
    },
    "pdf_closed_to_readers": {
        "passed-plain": pdf,
        "passed-encrypted": partial(with_password, opens=True),
        "failed-permissions": closed_to_readers,
        "failed-permissions-swedish": partial(closed_to_readers, "Planbeskrivning", language="sv"),
        "inapplicable-blank": partial(pdf, ""),
        "inapplicable-password": partial(with_password, opens=False),
    },
    "pdf_untagged": {
        "passed-tagged": pdf,
        "passed-tagged-swedish": partial(pdf, "Planbeskrivning", language="sv"),
        "failed-no-structure": partial(pdf, structure=None),
        "failed-not-marked": partial(pdf, is_marked=False),
        "inapplicable-blank": partial(pdf, "", structure=None),
        "inapplicable-scanned": partial(pdf, *SCAN, structure=None),
    },
    "pdf_language_missing": {
        "passed-finnish": pdf,
        "passed-swedish-of-finland": partial(pdf, "Planbeskrivning", language="sv-FI"),
        "failed-none": partial(pdf, language=""),
        "failed-no-tag": partial(pdf, language="Suomi (Suomi)"),
        "canttell-parts-say-it": partial(pdf, language="", structure=[Element("/P", attributes={"/Lang": "fi"}, content=True)]),
        "inapplicable-blank": partial(pdf, "", language=""),
        "inapplicable-scanned": partial(pdf, *SCAN, language=""),
    },
    "pdf_title_missing": {
        "passed-finnish": pdf,
        "passed-swedish": partial(pdf, title="Planbeskrivning, Strandvägen"),
        "passed-names-a-program": partial(pdf, title="Tweb-järjestelmän hankinta"),
        "failed-none": partial(pdf, title="", conforms=False),
        "failed-program": partial(pdf, title="Tweb"),
        "failed-word-file": partial(pdf, title="Microsoft Word - liite 3 kaavaselostus.docx"),
        "failed-swedish-placeholder": partial(pdf, title="Namnlös 1"),
        "inapplicable-blank": partial(pdf, "", title=""),
        "inapplicable-broken": lambda: b"%PDF-1.7",
    },
    "pdf_title_hidden": {
        "passed-shown": pdf,
        "passed-shown-swedish": partial(pdf, title="Planbeskrivning"),
        "failed-not-asked": partial(pdf, shows_title=False),
        "failed-not-asked-swedish": partial(pdf, title="Planbeskrivning", shows_title=False),
        "inapplicable-no-title": partial(pdf, title="", shows_title=False),
        "inapplicable-broken": lambda: b"%PDF-1.7",
    },
    "pdf_scanned": {
        "passed-text-under-image": partial(pdf, "+Selostus"),
        "passed-image-described": partial(pdf, "+", structure=[figure(Alt="Kartta kaava-alueesta")]),
        "failed-all-pages": partial(pdf, *SCAN, structure=None),
        "failed-one-page": partial(pdf, "+"),
        "canttell-one-among-others": partial(pdf, "Selostus", "+"),
        "canttell-image-without-text": partial(pdf, "+", "Selostus", structure=[figure()]),
        "inapplicable-text-only": pdf,
        "inapplicable-blank": partial(pdf, ""),
    },
    "pdf_heading_missing": {
        "passed-heading": partial(pdf, *LONG, structure=[HEADING]),
        "passed-heading-by-another-name": partial(
            pdf, *LONG, structure=[Element("/Otsikko1", content=True)], roles={"/Otsikko1": "/H1"}
        ),
        "failed-paragraphs-only": partial(pdf, *LONG),
        "failed-called-heading-but-a-paragraph": partial(
            pdf, *LONG, structure=[Element("/Rubrik", content=True)], roles={"/Rubrik": "/P"}
        ),
        "inapplicable-short": pdf,
        "inapplicable-untagged": partial(pdf, *LONG, structure=None),
    },
    "pdf_bookmarks_missing": {
        "passed-bookmarks": partial(pdf, *LONGER, bookmarks=3),
        "passed-one-bookmark": partial(pdf, *LONGER, bookmarks=1),
        "failed-none": partial(pdf, *LONGER),
        "failed-none-untagged": partial(pdf, *LONGER, structure=None),
        "inapplicable-short": partial(pdf, *LONG),
        "inapplicable-blank": partial(pdf, *("",) * 20),
    },
    "pdf_figure_text_missing": {
        "passed-alternative": partial(pdf, structure=[PARAGRAPH, figure(Alt="Kartta kaava-alueesta")]),
        "passed-actual-text": partial(pdf, structure=[PARAGRAPH, figure(ActualText="Kuutamoniemi")]),
        "failed-none": partial(pdf, structure=[PARAGRAPH, figure()]),
        "failed-blank": partial(pdf, structure=[PARAGRAPH, figure(Alt=" ")]),
        "failed-by-another-name": partial(pdf, structure=[PARAGRAPH, Element("/Kuva")], roles={"/Kuva": "/Figure"}),
        "inapplicable-no-figure": pdf,
        "inapplicable-untagged": partial(pdf, structure=None),
    },
    "pdf_table_header_missing": {
        "passed-headers": partial(pdf, structure=[PARAGRAPH, Element("/Table", [HEADERS, ROW])]),
        "passed-headers-in-head": partial(
            pdf, structure=[PARAGRAPH, Element("/Table", [Element("/THead", [HEADERS]), Element("/TBody", [ROW])])]
        ),
        "canttell-no-headers": partial(pdf, structure=[PARAGRAPH, Element("/Table", [ROW, ROW])]),
        "canttell-no-headers-in-body": partial(pdf, structure=[PARAGRAPH, Element("/Table", [Element("/TBody", [ROW, ROW])])]),
        "inapplicable-one-row": partial(pdf, structure=[PARAGRAPH, Element("/Table", [ROW])]),
        "inapplicable-none": pdf,
    },
    "pdf_ua_failed": {
        "passed-conforms": pdf,
        "passed-conforms-swedish": partial(pdf, "Planbeskrivning", title="Planbeskrivning", language="sv"),
        "failed-untagged": partial(pdf, structure=None),
        "failed-claims-nothing": partial(pdf, conforms=False),
        "canttell-structure-in-a-circle": going_round,
        "inapplicable-blank": partial(pdf, ""),
        "inapplicable-broken": lambda: b"%PDF-1.7",
    },
}

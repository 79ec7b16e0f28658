"""What a page of a PDF holds but does not show: invisible or covered text, text in its background's colour or off the page.

Whoever blackened a name with a box or a white colour meant it to be gone; published text must not bring it back.
"""

import ctypes

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]

INVISIBLE = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})
OPAQUE = 250
SAME_COLOUR = 10
MOST = 0.6
# Of a letter at the edge of what hides others: its reader cannot be sure to read it, so neither is it published.
TOUCHED = 0.1
WHITE: Colour = (255, 255, 255)


class _Cover(msgspec.Struct, frozen=True):
    """An opaque shape or image, in its place in the order of painting; an image's *colour* is not known."""

    order: int
    box: Box
    colour: Colour | None

    def covers(self, letter: Box, share: float = MOST) -> bool:
        width = min(self.box[2], letter[2]) - max(self.box[0], letter[0])
        height = min(self.box[3], letter[3]) - max(self.box[1], letter[1])
        whole = (letter[2] - letter[0]) * (letter[3] - letter[1])
        return width > 0 and height > 0 and width * height >= share * whole


class Hidden:
    """Tells letter by letter what a page hides. A class because the page's objects are looked through once."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.count = 0
        self._bounds: Box = page.get_bbox()
        self._covers: list[_Cover] = []
        self._order: dict[int, int] = {}
        self._colours: dict[int, Colour | None] = {}
        self._hiding: set[_Cover] = set()
        for order, thing in enumerate(page.get_objects(max_depth=4)):
            self._order[ctypes.addressof(thing.raw.contents)] = order
            self._covers += _covers(thing, order)

    def hides(self, text_object: pdfium_c.FPDF_PAGEOBJECT, box: Box) -> bool:
        """Tell, and count, whether the letter in *box* is not seen on the page."""
        hidden = self._is_outside(box) or (bool(text_object) and self._is_unseen(text_object, box))
        self.count += hidden
        return hidden

    def touches(self, text_object: pdfium_c.FPDF_PAGEOBJECT, box: Box) -> bool:
        """Tell, and count, whether something that hides other letters of the page lies over a part of the letter in *box*."""
        if not self._hiding or not text_object:
            return False
        order = self._order.get(ctypes.addressof(text_object.contents), 0)
        touched = any(cover.order > order and cover.covers(box, TOUCHED) for cover in self._hiding)
        self.count += touched
        return touched

    def _is_outside(self, box: Box) -> bool:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        left, bottom, right, top = self._bounds
        return not (left <= x <= right and bottom <= y <= top)

    def _is_unseen(self, text_object: pdfium_c.FPDF_PAGEOBJECT, box: Box) -> bool:
        key = ctypes.addressof(text_object.contents)
        if key not in self._colours:
            self._colours[key] = _ink(text_object)
        ink, order = self._colours[key], self._order.get(key)
        if ink is None or order is None:
            return ink is None
        here = [cover for cover in self._covers if cover.covers(box)]
        below = [cover.colour for cover in here if cover.order < order]
        background = below[-1] if below else WHITE
        above = [cover for cover in here if cover.order > order]
        self._hiding.update(above)
        return bool(above) or (background is not None and _is_same(ink, background))


def _ink(text_object: pdfium_c.FPDF_PAGEOBJECT) -> Colour | None:
    """Return the colour of a text, None when it is not painted at all."""
    colour, alpha = _fill(text_object)
    if pdfium_c.FPDFTextObj_GetTextRenderMode(text_object) in INVISIBLE or alpha == 0:
        return None
    return colour


def _covers(thing: pdfium.PdfObject, order: int) -> list[_Cover]:
    if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
        return [_Cover(order, _box(thing), None)]
    if thing.type != pdfium_c.FPDF_PAGEOBJ_PATH:
        return []
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(thing.raw, mode, stroke)
    colour, alpha = _fill(thing.raw)
    if mode.value == pdfium_c.FPDF_FILLMODE_NONE or alpha < OPAQUE:
        return []
    return [_Cover(order, _box(thing), colour)]


def _box(thing: pdfium.PdfObject) -> Box:
    """Return the bounds of *thing* on the page; those of a part of a form are the form's own."""
    box: Box = thing.get_bounds()
    container = thing.container
    while container:
        box = container.get_matrix().on_rect(*box)
        container = container.container
    return box


def _fill(raw: pdfium_c.FPDF_PAGEOBJECT) -> tuple[Colour, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(raw, red, green, blue, alpha):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value


def _is_same(first: Colour, second: Colour) -> bool:
    return all(abs(a - b) <= SAME_COLOUR for a, b in zip(first, second, strict=True))

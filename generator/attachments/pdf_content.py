"""The content of a PDF's pages, written anew: what is painted, without remarks and properties that nobody sees."""

import pikepdf
from pikepdf import Dictionary, Name, Operator

# A mark of content needs to say which part of the structure it belongs to, and in which language it is.
MARKED = frozenset({Operator("BDC"), Operator("DP")})
NEEDED = ("/MCID", "/Lang")


def clean_content(source: pikepdf.Page | pikepdf.Stream) -> bytes:
    """Return the instructions of *source*, a page or a form, without comments and with bare properties of marked content.

    Raises:
        PdfError: they cannot be read.
    """
    properties = source.get("/Resources", Dictionary()).get("/Properties", Dictionary())
    instructions = pikepdf.parse_content_stream(source)
    return pikepdf.unparse_content_stream([_clean(instruction, properties) for instruction in instructions])


def _clean(
    instruction: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage, properties: pikepdf.Object
) -> pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage:
    if instruction.operator not in MARKED:
        return instruction
    tag, told = instruction.operands
    if isinstance(told, Name):
        told = properties.get(str(told), Dictionary())
    kept = {key: told[key] for key in NEEDED if key in told}
    return pikepdf.ContentStreamInstruction([tag, Dictionary(kept)], instruction.operator)

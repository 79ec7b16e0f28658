"""Numbers that registers, statutes, accounts and plans write in ways of their own: never anybody's personal data."""

import re

from stdnum.fi import ytunnus

# Section 1.11 of the formats study, and what else is made of digits and stands in minutes.
NUMBERS = re.compile(
    r"""(?<![0-9A-Za-zÅÄÖåäö])(?:
     [A-ZÅÄÖa-zåäö]{2,8}(?:Dno|D)-\d{4}-\d{1,6}                                          # MliDno-2017-1225
    |(?:[A-ZÅÄÖ]{1,8}[:/])?\d{1,6}/\d{2}(?:\.\d{2}){1,5}(?:/\d{4})?                       # OUKA/899/02.06.01.04/2017
    |HEL\ \d{4}-\d{6}(?:\ T(?:\ \d{2}){1,4})?
    |\d{1,6}-\d{4}\ \(\d{2,4}\)                                                           # 3720-2013 (611)
    |\d{6,7}\ ?-\ ?\d                                                                     # Y-tunnus
    |\d{2}(?:\.\d{2}){2,5}                                                               # function class 00.01.01.00
    |(?:0?[1-9]|[12]\d|3[01])(?P<mark>[.-])(?:0?[1-9]|1[0-2])(?P=mark)(?:(?:19|20)\d{2}|\d{2})   # a day
    |\d{1,4}/(?:1[89]|20)\d{2}                                                            # a statute, a number of a year
    |(?:19|20)\d{2}/S\ \d{1,3}-\d{4,8}                                                    # a notice in TED
    |(?:[Yy]-tunnus|LY-tunnus|FO-nummer|Business\ ID)\w*\W{0,3}\d{6,7}\ ?-?\ ?\d
    |ISBN(?:-1[03])?:?\ ?(?:97[89][-\ ]?)?(?:\d+[-\ ]?){3,4}[\dXx]
    |97[89][-\ ]\d{1,5}[-\ ]\d{1,7}[-\ ]\d{1,6}[-\ ]\d                                    # ISBN without its name
    |ISSN:?\ ?\d{4}-?\d{3}[\dXx]
    )(?!\d)""",
    re.VERBOSE,
)
# 02012564 without its hyphen reads as a number of the trunk code 02.
BUSINESS_ID = re.compile(r"(?<![\w+.,/-])\d{8}(?![\w-])")
# What stands right before any number of a register, whatever its form.
NAMED = re.compile(
    r"(?:\bdnro|\bdnr|diaari(?:numero|nro)?|diarie(?:nummer|nr)|asia(?:numero|nro|tunnus)|ärendenummer|hankintailmoitus(?:numero)?"
    r"|tarjouspyyntö(?:numero)?|kaavatunnus|lupatunnus|päätösnumero|viitenumero)\w{0,3}[\s.:]*$",
    re.IGNORECASE,
)
BEFORE = 30

Span = tuple[int, int]


def register_numbers(text: str) -> list[Span]:
    """Return where numbers of registers stand in *text*."""
    spans = [found.span() for found in NUMBERS.finditer(text)]
    return spans + [found.span() for found in BUSINESS_ID.finditer(text) if ytunnus.is_valid(found[0])]


def is_named_as_register(text: str, start: int) -> bool:
    """Tell whether the words right before *start* say that the number of a register follows."""
    return NAMED.search(text[max(0, start - BEFORE) : start]) is not None


def overlaps(span: Span, others: list[Span]) -> bool:
    """Tell whether *span* and any of *others* share a character."""
    start, end = span
    return any(start < last and first < end for first, last in others)

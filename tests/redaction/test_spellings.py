"""Every identifier is found in every spelling: other dashes and spaces, hidden characters, wide digits, misread ones."""

import string
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.redaction.recognizers import RECOGNIZERS, marks

# What stands for a digit, a hyphen, a space or nothing at all, as scanners and word processors write them.
hidden = st.sampled_from(["", "", "", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e"])
dashes = st.sampled_from("-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d")
spaces = st.sampled_from(" \u00a0\u2009\u202f\u2007")
wide = st.booleans()
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def digits(least: int, most: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=string.digits, min_size=least, max_size=most)


def grouped(number: str, sizes: list[int]) -> list[str]:
    return [number[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]


@st.composite
def spoilt(draw: st.DrawFn, value: str) -> str:
    """Return *value* with other dashes and spaces, hidden characters, and perhaps in wide digits."""
    parts = [draw(dashes) if c == "-" else draw(spaces) if c == " " else c for c in value]
    shifted = draw(wide)
    written = [chr(ord(c) + 0xFEE0) if shifted and c.isdecimal() and c.isascii() else c for c in parts]
    return "".join(c + draw(hidden) for c in written[:-1]) + written[-1]


codes = st.builds(
    lambda day, month, year, century, number, check: f"{day:02}{month:02}{year:02}{century}{number}{check}",
    st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.sampled_from("-+ABCDEFUVWXYabcdefuvwxy"),
    st.integers(900, 999), st.sampled_from(CHECKS),
)  # fmt: skip
groups = st.sampled_from([[4, 4, 4, 2], [14], [2, 4, 4, 4], [6, 8], [1, 3, 4, 4, 2], [2, 2, 2, 2, 2, 2, 2]])
accounts = st.builds(
    lambda start, number, sizes: " ".join([start, *grouped(number, sizes)]),
    st.sampled_from(["FI21", "fi21", "Fi99", "FI 21"]), digits(14, 14), groups,
)  # fmt: skip
phones = st.builds(
    lambda code, mark, groups: code + mark + groups,
    st.sampled_from(["040", "045", "050", "0400", "+358 40", "+35850", "00358 44", "(040)", "+358 (0)40"]),
    st.sampled_from(["", " ", "-"]),
    st.builds(lambda number, sizes, mark: mark.join(grouped(number, sizes)), digits(7, 7),
              st.sampled_from([[7], [3, 4], [2, 2, 3], [3, 2, 2]]), st.sampled_from([" ", "-"])),
)  # fmt: skip
properties = st.builds(
    lambda town, parts, parcel: "-".join((town, *map(str, parts))) + parcel,
    st.sampled_from(["999", "998", "091", "564"]),
    st.tuples(st.integers(1, 999), st.integers(1, 9999), st.integers(1, 9999)),
    st.sampled_from(["", "-M601", "-M0601", " M601", "/M601"]),
)
streets = st.builds(
    lambda name, ending, house, flat: f"{name}{ending} {house}{flat}",
    st.sampled_from(["Kuutamo", "Lokki", "Väinämöisen", "Strand", "Fågel"]),
    st.sampled_from(["katu", "tie", "kadulla", "tiellä", "kuja", "polku", "raitti", "gatan", "vägen", "stigen"]),
    st.integers(1, 199),
    st.builds(lambda stair, flat: f" {stair} {flat}", st.sampled_from("ABCDEFabc"), st.integers(1, 99)),
)
mails = st.builds(
    lambda local, at, domain, ending: f"{local}{at}{domain}.{ending}",
    st.from_regex(r"[a-zåäö]{3,8}\.[a-zåäö]{3,8}", fullmatch=True),
    st.sampled_from(["@", "(at)", " (at) ", "[at]", " [ät] "]),
    st.from_regex(r"[a-z]{3,10}", fullmatch=True),
    st.sampled_from(["fi", "com", "example", "net"]),
)
births = st.builds(
    lambda word, day, month, year, mark: f"{word} {day}.{mark}{month}.{mark}{year}",
    st.sampled_from(["synt.", "syntymäaika:", "s.", "född", "SYNT.", "födelsetid"]),
    st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2026), st.sampled_from(["", " "]),
)  # fmt: skip
plates = st.builds(
    lambda letters, number: f"{letters}-{number}",
    st.text(alphabet="BCFGJNOXZ", min_size=3, max_size=3), st.integers(1, 999),
)  # fmt: skip
customers = st.builds(
    lambda word, n: f"{word} {n}", st.sampled_from(["asiakasnumero", "Asiakasnro:", "kundnummer"]), digits(6, 9)
)
personal_numbers = st.builds(
    lambda year, month, day, n: f"{year}{month:02}{day:02}-{n}",
    st.integers(1920, 2009), st.integers(1, 12), st.sampled_from([*range(1, 29), *range(61, 89)]), digits(4, 4),
)  # fmt: skip
# Here the word that names it stays: it tells nothing.
LABELLED = {"date_of_birth", "customer_number"}
SHAPES: dict[str, tuple[str, st.SearchStrategy[str], str]] = {
    "personal_identity_code": ("tunnus ", codes, " on"),
    "iban": ("tilille ", accounts, "."),
    "phone_number": ("soita ", phones, " tai"),
    "property_identifier": ("tila ", properties, ", jossa"),
    "street_address": ("asuu ", streets, " ja"),
    "email_address": ("kirjoita ", mails, " tai"),
    "date_of_birth": ("Maija Kuutamo, ", births, " Kuutamoniemi"),
    "vehicle_registration": ("auto ", plates, " oli"),
    "customer_number": ("hänen ", customers, " on"),
    "swedish_personal_number": ("personnummer ", personal_numbers, " är"),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
@given(data=st.data())
def test_every_spelling_is_found_whole(name: str, data: st.DataObject) -> None:
    before, values, after = SHAPES[name]
    text = before + data.draw(spoilt(data.draw(values))) + after
    covered = {place for mark in RECOGNIZERS[name](text) for place in range(mark.start, mark.end)}
    counts = str.isdigit if name in LABELLED else str.isalnum
    inside = range(len(before), len(text) - len(after))
    missed = [text[place] for place in inside if counts(text[place]) and place not in covered]

    assert missed == []


def test_every_identifier_has_a_shape_to_be_spelt_in() -> None:
    assert set(SHAPES) == set(RECOGNIZERS) - {"health_context", "person_name"}


@given(codes, st.data())
def test_a_misread_personal_identity_code_is_found(code: str, data: st.DataObject) -> None:
    looks = {"0": "0OoQ", "1": "1lI|", "2": "2Z", "5": "5S", "8": "8B"}
    places = [n for n, c in enumerate(code[:10]) if c in looks]
    for n in data.draw(st.lists(st.sampled_from(places), max_size=3, unique=True)) if places else []:
        code = code[:n] + data.draw(st.sampled_from(looks[code[n]])) + code[n + 1 :]
    text = f"tunnus {code} on"

    assert [(m.start, m.end) for m in marks(text, frozenset({"personal_identity_code"}))] == [(7, 18)]

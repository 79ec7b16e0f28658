"""The leak scan reads the index of the site's search: every byte of it, and knows whose page a text in it is of."""

import gzip
from collections.abc import Callable
from pathlib import Path

import cbor2
import pytest

from generator.redaction.file_types import PAGEFIND
from generator.redaction.leaks import Leak, LeakKind, scan
from generator.redaction.needles import Needle, NeedleKind
from generator.redaction.places import Places

CODE = "010190-913V"
NAME = Needle(NeedleKind.NAME, "kuunari sinikettu", "kh/2026-09-14", "kh/2026-09-14/210", "12/2026")
PLACES = Places(
    meetings=frozenset({"kh/2026-09-14"}), items={"kh/2026-09-14/210": "12/2026", "kh/2026-09-14/211": "13/2026"}
)
Packed = Callable[[object], bytes]


def words(*each: str) -> bytes:
    """Return a list of words as an index holds it: each with the pages and places where it stands."""
    return PAGEFIND + cbor2.dumps([[[word, [[0, [5, 9], []]], []] for word in each]])


def fragment(text: str) -> bytes:
    return PAGEFIND + f'{{"url":"/kh/2026-09-14/210.html","content":"{text}"}}'.encode()


def found(folder: Path, path: str, content: bytes, *needles: Needle) -> tuple[Leak, ...]:
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_bytes(content)
    return scan(folder, needles, places=PLACES)


@pytest.mark.parametrize("pack", [bytes, lambda content: gzip.compress(content, mtime=0)], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    "content",
    [fragment(f"Hakija {CODE} on"), words("hakij", CODE), PAGEFIND + cbor2.dumps({"title": [CODE]})],
    ids=["fragment", "words", "names"],
)
def test_a_personal_identity_code_is_found_in_every_kind_of_file(tmp_path: Path, content: bytes, pack: Packed) -> None:
    assert [leak.kind for leak in found(tmp_path, "haku/fi/index/fi_1.pf_index", pack(content))] == [LeakKind.CODE]


def test_a_withheld_name_is_found_in_the_text_of_its_page(tmp_path: Path) -> None:
    path = "haku/fi/fragment/kh/2026-09-14/210.0a1b2c3d.pf_fragment"

    assert found(tmp_path, path, gzip.compress(fragment("Hakija on Sinikettu Kuunari.")), NAME) == (
        Leak(path, LeakKind.NAME, "kh/2026-09-14"),
    )


@pytest.mark.parametrize("language", ["", "sv/"])
def test_a_text_in_the_index_belongs_to_its_page(language: str) -> None:
    owner = PLACES.owner(f"haku/sv/fragment/{language}kh/2026-09-14/211.0a1b2c3d.pf_fragment")

    assert (owner.meeting, owner.item) == ("kh/2026-09-14", "kh/2026-09-14/211")


def test_a_name_withheld_in_one_case_may_stand_in_the_text_of_another(tmp_path: Path) -> None:
    path = "haku/fi/fragment/kh/2026-09-14/211.0a1b2c3d.pf_fragment"

    assert found(tmp_path, path, gzip.compress(fragment("Puheenjohtaja Kuunari Sinikettu.")), NAME) == ()


def test_words_side_by_side_in_the_alphabet_are_nobodys_name(tmp_path: Path) -> None:
    heikki = Needle(NeedleKind.NAME, "heikki heikkinen", "kh/2026-09-14", "kh/2026-09-14/210", "12/2026")

    assert found(tmp_path, "haku/fi/index/fi_1.pf_index", gzip.compress(words("heikki", "heikkinen")), heikki) == ()


@pytest.mark.parametrize(
    "inside",
    [b"\x82\x01", cbor2.dumps([1]) + b"behind", cbor2.dumps([b"bytes"]), cbor2.dumps(cbor2.CBORTag(99, "x"))],
    ids=["cut", "behind", "bytes", "tag"],
)
def test_what_is_no_index_is_a_hit(tmp_path: Path, inside: bytes) -> None:
    content = gzip.compress(PAGEFIND + inside)

    assert [leak.kind for leak in found(tmp_path, "haku/fi/index/fi_1.pf_index", content)] == [LeakKind.UNREADABLE]

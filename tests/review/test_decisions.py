"""The file of decisions: whoever changes a byte, a line or their order is told where."""

from collections.abc import Callable

import pytest

from generator.errors import ConfigurationError
from generator.model.decision import Verdict
from generator.review import decisions, keys
from tests.review.reviewers import DAY, KEYS, REVIEWERS, SITE_KEY, line, read, signed

THREE = (
    line("a"),
    line("b", Verdict.REJECT, "Väinö", ground="julkl-24-1-25", titles={"fi": "Henkilöstöasia", "sv": "Personalärende"}),
    line("c", recognizer="phone_number"),
)


def refused(content: bytes, seal: bytes | None = None) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as error:
        read(content, seal)
    return error.value


def test_what_was_signed_is_read_as_it_was() -> None:
    first, second, third = read(signed(*THREE))

    assert [(each.fingerprint[0], each.verdict, each.who, each.day) for each in (first, second, third)] == [
        ("a", "approve", "Aino", DAY),
        ("b", "reject", "Väinö", DAY),
        ("c", "approve", "Aino", DAY),
    ]
    assert (second.ground, second.titles) == ("julkl-24-1-25", {"fi": "Henkilöstöasia", "sv": "Personalärende"})


def test_a_site_without_decisions_has_none() -> None:
    assert decisions.read(b"", b"", b"", {}) == ()


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
def test_no_byte_can_be_another(flip: int) -> None:
    """0x20 changes the case of a letter, which hexadecimal and Base64 would forgive."""
    content = signed(*THREE[:2])
    seal = decisions.sealed(content, SITE_KEY)
    accepted = []
    for place in range(len(content)):
        changed = bytes([*content[:place], content[place] ^ flip, *content[place + 1 :]])
        try:
            read(changed, seal)
        except ConfigurationError as error:
            assert error.where.startswith("decisions.jsonl:")  # noqa: PT017 - any of some thousand
        else:
            accepted.append(place)

    assert accepted == []


def test_no_byte_of_the_seal_can_be_another() -> None:
    content = signed(*THREE)
    seal = decisions.sealed(content, SITE_KEY)
    flipped = [bytes([*seal[:n], seal[n] ^ 0x01, *seal[n + 1 :]]) for n in range(len(seal))]

    assert {refused(content, changed).where for changed in flipped} == {"decisions-seal.json"}


@pytest.mark.parametrize("place", range(len(signed(*THREE).splitlines()[1])))
def test_a_changed_byte_is_told_with_its_line(place: int) -> None:
    first, second, third = signed(*THREE).splitlines(keepends=True)
    changed = bytes([*second[:place], second[place] ^ 0x02, *second[place + 1 :]])

    assert refused(first + changed + third).where == "decisions.jsonl:2"


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (lambda a, b, c: b + a + c, "review.decision_out_of_order", "decisions.jsonl:1"),
        (lambda a, b, c: a + c + b, "review.decision_out_of_order", "decisions.jsonl:2"),
        (lambda a, _, c: a + c, "review.decision_out_of_order", "decisions.jsonl:2"),
        (lambda _, b, c: b + c, "review.decision_out_of_order", "decisions.jsonl:1"),
        (lambda a, b, c: a + a + b + c, "review.decision_out_of_order", "decisions.jsonl:2"),
        (lambda a, b, c: a + b + c[:40], "review.decision_cut", "decisions.jsonl:3"),
        (lambda a, b, c: a + b[:40] + c, "review.decision_unreadable", "decisions.jsonl:2"),
        (lambda a, b, c: a + b"\n" + b + c, "review.decision_unreadable", "decisions.jsonl:2"),
        (lambda a, b, c: a + b" " + b + c, "review.decision_unreadable", "decisions.jsonl:2"),
    ],
    ids=["swapped", "last two swapped", "middle gone", "first gone", "twice", "cut", "cut inside", "empty line", "space"],
)
def test_lines_cannot_be_moved_or_taken_away(change: Callable[..., bytes], code: str, where: str) -> None:
    error = refused(change(*signed(*THREE).splitlines(keepends=True)))

    assert (error.code, error.where) == (code, where)


@pytest.mark.parametrize("left", [0, 1, 2])
def test_lines_at_the_end_are_missed(left: int) -> None:
    whole = signed(*THREE)
    error = refused(b"".join(whole.splitlines(keepends=True)[:left]), decisions.sealed(whole, SITE_KEY))

    assert (error.code, error.where) == ("review.decisions_missing", f"decisions.jsonl:{left + 1}")


def test_a_seal_that_is_no_seal_is_refused() -> None:
    content = signed(*THREE)
    seal = decisions.sealed(content, SITE_KEY)
    others = (seal.replace(b'"code":"', '"code":"ä'.encode()), decisions.sealed(content, b"other"), b"{}\n", b"\xff", seal * 2)

    assert {refused(content, other).code for other in others} == {"review.seal_broken"}


def test_decisions_without_their_seal_are_refused() -> None:
    assert refused(signed(*THREE), b"").code == "review.seal_broken"


def test_a_line_that_came_before_its_seal_is_read() -> None:
    content = signed(*THREE)
    before = b"".join(content.splitlines(keepends=True)[:2])

    assert len(read(content, decisions.sealed(before, SITE_KEY))) == 3


def test_a_key_that_nobody_knows_is_refused() -> None:
    error = refused(signed(line("a"), line("b", who="Vieras")))

    assert (error.code, error.where) == ("review.decision_unknown_key", "decisions.jsonl:2")


def test_nobody_signs_in_the_name_of_another() -> None:
    error = refused(decisions.appended(b"", [line("a", who="Väinö")], KEYS["Aino"]))

    assert (error.code, error.where) == ("review.decision_changed", "decisions.jsonl:1")


def test_a_stranger_with_a_reviewers_name_is_refused() -> None:
    assert refused(decisions.appended(b"", [line("a")], KEYS["Vieras"])).code == "review.decision_changed"


def test_an_error_is_one_sentence_without_the_line() -> None:
    said = refused(signed(line("a"), line("b", who="Vieras"))).format_message()

    assert said.startswith("decisions.jsonl:2: ")
    assert "\n" not in said
    assert "b" * 64 not in said


def test_a_public_key_is_read_in_one_way_only() -> None:
    public = REVIEWERS["Aino"]

    assert keys.is_public_half(public)
    assert not any(keys.is_public_half(other) for other in (public[:-1], public.rstrip("="), f" {public}", "Aino", ""))

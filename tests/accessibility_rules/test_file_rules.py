"""Every rule for PDF files and for captions against its own files: the first word of a name is the outcome it must have."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from accessibility_rules import CAPTIONS_RULES, PDF_RULES, Captions, Outcome, read_captions, read_pdf
from accessibility_rules.pdf_file import Problem
from tests.accessibility_rules.pdf_cases import CASES
from tests.accessibility_rules.pdfs import going_round, pdf

HERE = Path(__file__).parent
PDFS = [(rule, name) for rule, cases in CASES.items() for name in cases]
TRACKS = sorted(track for rule in CAPTIONS_RULES for track in (HERE / rule).iterdir())
OUTCOMES = {outcome.value.lower(): outcome for outcome in Outcome}
# What a page says of the captions in a file stands in a comment at its beginning: "NOTE language=fi seconds=60 moments=5,30".
SAID = re.compile(r"(language|seconds|moments)=(\S+)")


def captions_of(track: Path) -> Captions:
    content = track.read_bytes()
    head = content.partition(b"-->")[0].decode("utf-8", "replace")
    said = dict(SAID.findall(head))
    return read_captions(
        None if track.suffix == ".elsewhere" else content,
        language=said.get("language", ""),
        seconds=float(said["seconds"]) if "seconds" in said else None,
        moments=[float(moment) for moment in said.get("moments", "").split(",") if moment],
    )


@pytest.mark.parametrize(("rule", "name"), PDFS, ids=lambda value: value)
def test_a_pdf_has_the_outcome_in_its_name(rule: str, name: str) -> None:
    expected = OUTCOMES[name.partition("-")[0]]

    outcomes = {outcome for _, outcome in PDF_RULES[rule].outcomes(read_pdf(CASES[rule][name]()))}

    assert expected in outcomes
    assert outcomes <= {expected, Outcome.PASSED}


@pytest.mark.parametrize("track", TRACKS, ids=lambda track: f"{track.parent.name}/{track.stem}")
def test_captions_have_the_outcome_in_their_name(track: Path) -> None:
    expected = OUTCOMES[track.name.partition("-")[0]]

    outcomes = {outcome for _, outcome in CAPTIONS_RULES[track.parent.name].outcomes(captions_of(track))}

    assert expected in outcomes
    assert outcomes <= {expected, Outcome.PASSED}


@pytest.mark.parametrize("rule", PDF_RULES)
def test_a_pdf_that_is_well_made_fails_no_rule(rule: str) -> None:
    outcomes = {outcome for _, outcome in PDF_RULES[rule].outcomes(read_pdf(pdf()))}

    assert outcomes <= {Outcome.PASSED, Outcome.INAPPLICABLE}


def test_a_figure_is_found_at_its_page() -> None:
    scanned = read_pdf(pdf("Selostus", "+", structure=None))

    assert list(PDF_RULES["pdf_scanned"].outcomes(scanned)) == [("#page=2", Outcome.CANT_TELL)]


def test_the_checker_of_pdf_ua_names_the_requirement() -> None:
    places = [place for place, _ in PDF_RULES["pdf_ua_failed"].outcomes(read_pdf(pdf(language="", structure=None)))]

    assert "PDFUA1-TAGGED-DOCUMENT-001" in places


def test_a_structure_that_leads_back_to_its_beginning_is_read_to_its_end() -> None:
    assert read_pdf(going_round()).problem is None
    assert read_pdf(going_round()).is_tagged


@pytest.mark.parametrize("at", range(0, 6000, 613))
def test_a_pdf_that_was_damaged_on_its_way_is_read_or_has_a_problem(at: int) -> None:
    whole = pdf("Selostus", "+Kartta", bookmarks=1)
    damaged = whole[:at] + b"\xff" * 40 + whole[at + 40 :]

    document = read_pdf(damaged)

    assert document.problem in {None, Problem.BROKEN, Problem.PASSWORD}
    assert document.problem is not None or document.leaves


def test_a_caption_is_found_at_its_second() -> None:
    captions = read_captions(b"WEBVTT\n\n00:01.000 --> 00:02.000\nHyv\xc3\xa4\n\n01:02:03.500 --> 01:02:03.000\nIlta\n")

    places = [place for place, outcome in CAPTIONS_RULES["captions_backwards"].outcomes(captions) if outcome is Outcome.FAILED]

    assert places == ["#t=3723.5"]


@pytest.mark.parametrize("rule", CAPTIONS_RULES)
def test_captions_that_are_well_made_fail_no_rule(rule: str) -> None:
    captions = captions_of(HERE / "captions_language_mismatched" / "passed-finnish.vtt")

    outcomes = {outcome for _, outcome in CAPTIONS_RULES[rule].outcomes(replace(captions, seconds=20.0, moments=(1.0,)))}

    assert outcomes == {Outcome.PASSED}

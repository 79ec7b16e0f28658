"""One thing broken at a time: what a machine can see is found, named by its criterion and held back; the rest is a person's.

`docs/audit-proof.md` says how; `kinds/` holds the kinds.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from accessibility_rules import BROWSER_RULES, CAPTIONS_RULES, LINKED_RULES, RULES, Outcome
from generator.audit.findings import Finding
from generator.config import Settings
from generator.pipeline import Outcome as Run
from generator.publishing import gate
from generator.reports.criteria import LEVELS, PERSON_CHECKS
from tests.defects.conftest import Shown, shown
from tests.defects.seeding import Defect, Seen, kinds

KINDS = kinds()
OWN_RULES = {**RULES, **LINKED_RULES, **BROWSER_RULES, **CAPTIONS_RULES}
FROM_FILES = (
    "alternative_is_a_file_name",
    "captions_end_before_they_start",
    "control_is_for_a_mouse_only",
    "header_cells_are_plain_cells",
    "link_says_here",
    "list_is_typed_with_bullets",
    "mask_is_black_bars",
    "page_has_no_language",
    "swedish_passage_is_read_in_finnish",
    "title_is_the_name_of_a_file",
)
whole_audit = [pytest.mark.browser, pytest.mark.slow]


def of(*seen: Seen) -> list[object]:
    """Return the kinds that are *seen* so."""
    return [pytest.param(kind, id=name, marks=whole_audit) for name, kind in KINDS.items() if kind.seen in seen]


def names(kind: Defect, finding: Finding) -> bool:
    """Say whether *finding* names the criterion; what our own policy asks for names the one that it supports."""
    own = OWN_RULES.get(finding.rule)
    return kind.criterion in finding.criteria or bool(own and not finding.criteria and own.criterion == kind.criterion)


def test_there_are_sixty_kinds_or_more_and_each_names_its_technique_and_criterion() -> None:
    assert len(KINDS) >= 60
    assert len({kind.technique for kind in KINDS.values() if kind.technique.startswith("F")}) >= 60
    assert [kind.name for kind in KINDS.values() if not re.fullmatch(r"[FGHC]\d{1,3}", kind.technique)] == []
    assert {kind.criterion for kind in KINDS.values()} <= set(LEVELS)


@pytest.mark.parametrize("kind", of(Seen.HELD, Seen.POLICY))
def test_what_a_machine_can_see_is_found_and_named(kind: Defect, everything: Shown) -> None:
    failed = [finding for finding in everything.new[kind.name] if finding.outcome is Outcome.FAILED]

    assert [finding for finding in failed if names(kind, finding) and bool(finding.criteria) is (kind.seen is Seen.HELD)]


@pytest.mark.parametrize("kind", of(Seen.HELD, Seen.POLICY))
def test_the_meeting_is_held_back_or_what_all_pages_share_holds_back_all(
    kind: Defect, everything: Shown, example: tuple[Settings, Run]
) -> None:
    own = everything.seeded[kind.name].own
    findings = everything.new[kind.name]
    meetings = example[1].decision.meetings
    held = {meeting.meeting for meeting in gate.decide(meetings, findings, {}).held}
    meeting = next((meeting.id for meeting in meetings if f"/{meeting.id}" in own), None)

    assert gate.blocking(findings)
    assert held == ({meeting} if meeting else set())


@pytest.mark.parametrize("kind", of(Seen.ASKED))
def test_what_a_machine_suspects_is_shown_to_a_person_at_its_place_and_holds_nothing_back(
    kind: Defect, everything: Shown
) -> None:
    found = everything.new[kind.name]

    assert [finding for finding in found if finding.outcome is Outcome.CANT_TELL and names(kind, finding)]
    assert gate.blocking(found) == ()


@pytest.mark.parametrize("kind", of(Seen.PERSON))
def test_what_no_machine_sees_is_really_not_found(kind: Defect, everything: Shown) -> None:
    """One that is found some day is told to its kind, so that no more is left to persons than must be."""
    assert [finding.rule for finding in everything.new[kind.name]] == []


@pytest.mark.parametrize("kind", of(Seen.PERSON, Seen.ASKED))
def test_the_report_gives_its_criterion_to_a_person(kind: Defect, report_rows: Mapping[str, str]) -> None:
    is_untested = "Not tested by machine" in report_rows[kind.criterion]

    assert is_untested or any(kind.criterion in criteria for criteria in PERSON_CHECKS.values())


@pytest.mark.browser
@pytest.mark.slow
def test_the_same_pages_whole_have_no_failed_finding(everything: Shown) -> None:
    assert [(finding.page, finding.rule) for finding in gate.blocking(everything.whole)] == []


@pytest.mark.browser
def test_ten_kinds_are_found_in_the_files_alone(example: tuple[Settings, Run], tmp_path: Path) -> None:
    found = shown(example[0].site_dir, tmp_path, {name: KINDS[name] for name in FROM_FILES}, in_browser=False)
    failed = {name: [finding for finding in found.new[name] if finding.outcome is Outcome.FAILED] for name in FROM_FILES}

    assert [name for name in FROM_FILES if not any(names(KINDS[name], finding) for finding in failed[name])] == []
    assert [finding.rule for finding in gate.blocking(found.whole)] == []

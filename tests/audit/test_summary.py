"""What the command `pykala audit` says."""

import pytest

from accessibility_rules import Outcome
from generator import causes
from generator.audit import audit_files
from generator.audit.findings import Totals, totals
from generator.audit.summary import has_failed, lines
from generator.reports import history
from generator.reports.history import NOTHING_BEFORE
from tests.audit.conftest import Folder
from tests.reports.made import DAY, an_audit, finding


def test_each_rule_has_a_line_failures_first(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    two_minutes = '<p><a href="1.html">Pöytäkirja</a> <a href="2.html">Pöytäkirja</a></p>'
    site = folder({"/a.html": two_minutes, "/b.html": '<p><a href="a.html">Tästä</a></p>'})

    told = lines(audit_files(site, language="en")).splitlines()

    assert told[0] == "Pages 2, failures 1, for a person to check 1."
    assert told[1].startswith("link_text_vague (failed): 1 places on 1 pages, for example /b.html html > ")
    assert told[2].startswith("link_text_ambiguous (to check): 1 places on 1 pages, for example /a.html html > ")


def test_what_pages_share_is_one_cause_and_what_stands_alone_another(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    shared, own = '<p><a href="a.html">Tästä</a></p>', '<p><a href="{n}.html" class="n{n}">Tästä</a></p>'
    site = folder({f"/{n}.html": shared + own.format(n=n) * (n == "b") for n in "abc"})

    told = [line for line in lines(audit_files(site, language="en")).splitlines() if line.startswith("link_text_vague")]

    assert [line.split(",")[0] for line in told] == [
        "link_text_vague (failed): 3 places on 3 pages",
        "link_text_vague (failed): 1 places on 1 pages",
    ]
    assert all("Remedy: Make the link text the name of what it leads to" in line for line in told)


def test_what_a_person_must_check_is_not_a_failure(folder: Folder) -> None:
    two_minutes = '<p><a href="1.html">Pöytäkirja</a> <a href="2.html">Pöytäkirja</a></p>'

    assert not has_failed(audit_files(folder({"/a.html": two_minutes}), language="fi"))
    assert has_failed(audit_files(folder({"/a.html": '<p><a href="a.html">Tästä</a></p>'}), language="fi"))


def test_what_only_wcag_2_2_asks_for_is_told_beside_and_is_not_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYKALA_LANGUAGE", "en")
    small = finding(rule="target-size", criteria=("2.5.8",), clauses=())

    told = lines(an_audit(small)).splitlines()

    assert not has_failed(an_audit(small))
    assert has_failed(an_audit(small, finding(criteria=("1.4.3", "2.5.8"))))
    assert told[0] == "Pages 1, failures 0, for a person to check 0."
    assert told[1] == "Beside them, what only WCAG 2.2 asks for and the law does not: 1."
    assert told[2].startswith("target-size (beside, WCAG 2.2): 1 places on 1 pages")


def test_what_all_counts_say_is_the_same() -> None:
    found = [
        finding(rule="target-size", criteria=("2.5.8",)),
        finding(waiver="w1"),
        finding(criteria=()),
        finding(outcome=Outcome.CANT_TELL),
    ]

    assert totals(found) == Totals(failed=2, beside=1, waived=1, to_check=1)
    assert history.entry(an_audit(*found), DAY, NOTHING_BEFORE, recorded=0).failed == 2
    assert [cause.rule for cause in causes.failed(an_audit(*found))] == ["image-alt"]

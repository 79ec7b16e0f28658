"""The auditors' report: complete, honest, the same every time, and itself without a finding."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from lxml import html as lxml_html

from accessibility_rules import Outcome
from generator import reports
from generator.audit import audit, audit_files
from generator.audit.findings import Audit, AuditedPage, Finding, RuleRun, Tool
from generator.errors import AuditError
from generator.messages import LANGUAGES
from generator.reports.criteria import LEVELS, PERSON_CHECKS

DAY = date(2026, 10, 15)


def finding(**overrides: object) -> Finding:
    """Return a whole finding, with *overrides*."""
    whole: dict[str, object] = {
        "page": "/a.html",
        "rule": "image-alt",
        "engine": "axe-core",
        "criteria": ("1.1.1",),
        "clauses": ("9.1.1.1",),
        "outcome": Outcome.FAILED,
        "impact": "critical",
        "selector": "html > body > img",
        "snippet": '<img src="…">',
        "message": "Images must have alternative text",
        "viewports": ("320x256",),
    }
    return msgspec.convert(whole | overrides, Finding)


def an_audit(*findings: Finding) -> Audit:
    """Return the audit of one page with *findings*."""
    return Audit(
        pages=(AuditedPage(path="/a.html", sha256="0" * 64, engines=("accessibility_rules", "axe-core")),),
        findings=findings,
        rules=(
            RuleRun(engine="accessibility_rules", rule="link_text_vague", criteria=("2.4.4",), applied_on=0),
            RuleRun(engine="axe-core", rule="image-alt", criteria=("1.1.1",), applied_on=1),
        ),
        tools=(Tool(name="axe-core", version="4.14.1", sha256="f" * 64), Tool(name="Chromium", version="156.0")),
        viewports=("1280x1024", "320x256"),
    )


def written(audit: Audit, folder: Path, language: str = "en") -> lxml_html.HtmlElement:
    """Return the report on *audit* as a page."""
    return lxml_html.document_fromstring(reports.write(audit, folder, [language], DAY).read_bytes())


def test_the_criteria_are_the_fifty_of_wcag_2_1_a_and_aa() -> None:
    assert len(LEVELS) == 50
    assert list(LEVELS.values()).count("A") == 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_one_heading_its_language_and_captioned_tables(tmp_path: Path, language: str) -> None:
    page = written(an_audit(finding(), finding(criteria=(), clauses=(), rule="heading_empty")), tmp_path, language)

    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//table")
    assert not page.xpath("//table[not(caption) or not(.//th[@scope])]")
    assert not page.xpath("//script")


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_passes_its_own_audit(tmp_path: Path, language: str) -> None:
    reports.write(an_audit(finding(), finding(criteria=(), rule="heading_empty")), tmp_path, [language], DAY)

    assert [found.rule for found in audit(tmp_path, language="fi").findings] == []


def test_every_criterion_is_listed_and_what_has_no_rule_is_said_to_be_untested(tmp_path: Path) -> None:
    rows = {row.xpath("string(th)").split()[0]: row.text_content() for row in written(an_audit(), tmp_path).xpath("//tr[th]")}

    assert set(LEVELS) <= set(rows)
    assert "Not tested by machine" in rows["2.4.3"]
    assert "no page had anything" in rows["2.4.4"]
    assert "In part" in rows["1.1.1"]


def test_the_report_names_the_tools_with_version_and_hash_and_the_pages_with_hash(tmp_path: Path) -> None:
    text = written(an_audit(), tmp_path).text_content()

    told = ("axe-core", "4.14.1", "f" * 64, "156.0", "/a.html", "0" * 64, "15.10.2026", "1280x1024, 320x256")
    assert all(word in text for word in told)


def test_a_finding_stands_under_its_criterion_with_place_and_remedy(tmp_path: Path) -> None:
    page = written(an_audit(finding(rule="link_text_vague", criteria=("2.4.4",))), tmp_path)
    [heading] = page.xpath("//h3")

    assert heading.text_content() == "2.4.4 Link Purpose (In Context) (EN 301 549: 9.2.4.4)"
    assert "Make the link text the name of what it leads to" in page.text_content()
    assert "html > body > img" in page.text_content()


def test_a_finding_says_in_which_window_it_was_seen(tmp_path: Path) -> None:
    audit = an_audit(finding(), finding(rule="link_text_vague", criteria=("2.4.4",), viewports=()))

    rows = {row.xpath("string(td[5])") for row in written(audit, tmp_path).xpath("//tr[td[5]]")}

    assert rows == {"320x256", "read from the file"}


def test_what_the_browser_noticed_has_its_remedy(tmp_path: Path) -> None:
    page = written(an_audit(finding(rule="file_missing", criteria=(), clauses=())), tmp_path)

    assert "Add the file to the site" in page.text_content()
    assert not page.xpath("//a[contains(@href, 'file_missing')]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_person_must_check_is_listed_with_its_criteria(tmp_path: Path, language: str) -> None:
    items = [item.text_content() for item in written(an_audit(), tmp_path, language).xpath("//ul/li")]

    assert len(items) == len(PERSON_CHECKS)
    assert {number for numbers in PERSON_CHECKS.values() for number in numbers} <= set(LEVELS)
    assert items[0].endswith("(2.1.1, 2.1.2, 2.4.3, 2.4.7)")


def test_a_finding_of_our_own_policy_stands_under_no_criterion(tmp_path: Path) -> None:
    page = written(an_audit(finding(rule="heading_empty", criteria=(), clauses=())), tmp_path)

    assert [heading.text_content() for heading in page.xpath("//h3")] == ["Findings by our own policy"]


def test_what_all_pages_share_is_told_once(tmp_path: Path) -> None:
    page = written(an_audit(*(finding(page=f"/{number:02}.html") for number in range(30))), tmp_path)

    assert len(page.xpath("//code[.='html > body > img']")) == 1
    assert "and 10 more pages" in page.text_content()


def test_markup_of_a_page_is_shown_and_never_becomes_markup(tmp_path: Path) -> None:
    page = written(an_audit(finding(snippet='<img src=x onerror="alert(1)">')), tmp_path)

    assert not page.xpath("//img")


def test_the_report_gives_no_score_and_says_so(tmp_path: Path) -> None:
    text = written(an_audit(), tmp_path).body.text_content()

    assert "gives no score and does not claim that the site meets the requirements" in text
    assert "%" not in text


def test_an_audit_without_a_browser_says_what_that_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html lang=fi><h1>Kokous</h1></html>", encoding="utf-8")

    assert "contrast, for one, was not checked" in written(audit_files(tmp_path, language="en"), tmp_path).text_content()


def test_the_same_audit_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        reports.write(an_audit(finding()), folder, LANGUAGES, DAY)

    assert sorted(path.name for path in first.iterdir()) == ["findings.json", "report.en.html", "report.html", "report.sv.html"]
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [path.read_bytes() for path in sorted(second.iterdir())]


def test_findings_json_has_the_documented_form(tmp_path: Path) -> None:
    reports.write(an_audit(finding()), tmp_path, ["fi"], DAY)

    whole = msgspec.json.decode((tmp_path / "findings.json").read_bytes())

    assert whole["findings"] == [
        {
            "page": "/a.html",
            "rule": "image-alt",
            "engine": "axe-core",
            "criteria": ["1.1.1"],
            "clauses": ["9.1.1.1"],
            "outcome": "failed",
            "impact": "critical",
            "selector": "html > body > img",
            "snippet": '<img src="…">',
            "message": "Images must have alternative text",
            "viewports": ["320x256"],
            "element": "",
            "answer": "",
            "waiver": "",
        }
    ]
    assert whole["pages"][0]["path"] == "/a.html"
    assert whole["date"] == "2026-10-15"


def test_the_reports_can_be_written_again_from_the_findings(tmp_path: Path) -> None:
    report = reports.write(an_audit(finding()), tmp_path / "4-findings", ["fi", "sv"], DAY)
    before = report.read_bytes()
    report.unlink()

    assert reports.again(tmp_path, ["fi", "sv"])[0] == report
    assert report.read_bytes() == before


def test_without_findings_there_is_nothing_to_report(tmp_path: Path) -> None:
    with pytest.raises(AuditError) as caught:
        reports.again(tmp_path, ["fi"])

    assert caught.value.code == "report.no_findings"

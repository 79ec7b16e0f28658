"""The auditors' report: complete, honest, the same every time, and itself without a finding."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from accessibility_rules import Outcome
from accessibility_rules.messages import accesslint_words
from generator import reports
from generator.audit import audit, audit_files
from generator.audit.findings import AuditedPage, RuleRun
from generator.errors import AuditError
from generator.messages import LANGUAGES
from generator.reports import Evidence, history
from generator.reports.criteria import LEVELS, LEVELS_OF_2_2, PERSON_CHECKS
from generator.reports.evidence import Recording
from generator.review.assessments import Answer, Judged, Standing
from tests.reports.made import DAY, an_audit, before, evidence, finding, record, texts, waiver, write, written


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


def test_what_fails_in_attached_files_is_told_apart(tmp_path: Path) -> None:
    pdf = AuditedPage(path="/a.pdf", sha256="1" * 64, engines=("accessibility_rules",))
    vtt = AuditedPage(path="/a.vtt", sha256="1" * 64, engines=("accessibility_rules",))
    found = an_audit(
        finding(),
        finding(page="/a.pdf", rule="pdf_untagged"),
        finding(page="/a.pdf", rule="pdf_title_missing", outcome="cantTell"),
        finding(page="/a.vtt", rule="captions_overlap"),
    )
    page = written(replace(found, files=(pdf, vtt)), tmp_path, "en")
    (row,) = page.xpath("//tr[th = 'Of these in attached files']")

    assert (row.getprevious().xpath("string(td)"), row.xpath("string(td)")) == ("3", "1")


@pytest.mark.browser
def test_the_reports_pass_their_own_audit(tmp_path: Path) -> None:
    write(full(), tmp_path, LANGUAGES)
    audited = audit(tmp_path, language="fi")

    assert len(audited.pages) == 2 * len(LANGUAGES)
    assert [(found.page, found.rule, found.selector) for found in audited.findings] == []


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_names_the_second_engine_where_it_was_asked(tmp_path: Path, language: str) -> None:
    asked = RuleRun(engine="accesslint", rule="landmarks/landmark-unique", criteria=("1.3.1",), applied_on=0)
    whole = an_audit()

    assert "accesslint" not in written(whole, tmp_path, language).text_content()
    told = written(replace(whole, rules=(*whole.rules, asked)), tmp_path, language).xpath("//main//p")
    assert len([text for text in texts(told) if "accesslint" in text]) == 1


def test_a_finding_of_the_second_engine_is_a_question_with_its_remedy_in_our_words(tmp_path: Path) -> None:
    rule = "landmarks/landmark-unique"
    found = finding(rule=rule, engine="accesslint", criteria=("1.3.1",), outcome=Outcome.CANT_TELL)

    page = written(an_audit(found), tmp_path, "sv").text_content()

    assert accesslint_words("sv")[rule]["remedy"] in page


def test_a_finding_stands_under_its_criterion_with_place_and_remedy(tmp_path: Path) -> None:
    page = written(an_audit(finding(rule="link_text_vague", criteria=("2.4.4",))), tmp_path)
    [heading] = page.xpath("//h3")

    assert heading.text_content() == "2.4.4 Link Purpose (In Context) (EN 301 549: 9.2.4.4)"
    assert "Make the link text the name of what it leads to" in page.text_content()
    assert "html > body > img" in page.text_content()


def test_a_finding_says_in_which_window_it_was_seen(tmp_path: Path) -> None:
    audit = an_audit(finding(), finding(rule="link_text_vague", criteria=("2.4.4",), viewports=()))

    rows = {row.xpath("string(td[5])") for row in written(audit, tmp_path).xpath("//tr[td[7]]")}

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
        write(full(), folder, LANGUAGES)

    assert {path.name for path in first.iterdir()} == {
        "findings.json", "findings.csv", "criteria.csv", "pages.csv", "earl.jsonld", "wcag-em.json", "openacr.yaml",
        "report.html", "report.sv.html", "report.en.html", "todo.html", "todo.sv.html", "todo.en.html",
    }  # fmt: skip
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [path.read_bytes() for path in sorted(second.iterdir())]


def test_findings_json_has_the_documented_form(tmp_path: Path) -> None:
    write(an_audit(finding()), tmp_path, ["fi"])

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


def test_without_findings_there_is_nothing_to_report(tmp_path: Path) -> None:
    with pytest.raises(AuditError) as caught:
        reports.last(tmp_path)

    assert caught.value.code == "report.no_findings"


def test_each_criterion_says_what_a_person_found_or_that_nobody_looked(tmp_path: Path) -> None:
    said = Standing(records={"2.4.3": record("2.4.3"), "1.1.1": record("1.1.1", Judged.FAILED, "Kuva ilman tekstiä.")})
    page = written(evidence(an_audit(finding()), said), tmp_path)
    rows = {row.xpath("string(th)").split()[0]: texts(row.xpath("td")) for row in page.xpath("//tr[th]") if row.xpath("td[5]")}

    assert set(LEVELS) | set(LEVELS_OF_2_2) <= set(rows)
    assert rows["2.4.3"][-1] == "passed (Aino, 30.9.2026). Sarkaimella läpi."
    assert rows["1.1.1"][-1] == "failed (Aino, 30.9.2026). Kuva ilman tekstiä."
    assert rows["2.5.8"][-1] == "Not checked by a person."
    assert "2 / 50" in page.text_content()


def test_what_is_waived_or_answered_stays_and_says_so(tmp_path: Path) -> None:
    answer = Answer(
        rule="image-alt", element="", page="/a.html", outcome=Judged.PASSED, note="", who="Väinö", day=date(2026, 9, 29)
    )
    said = Standing(waivers={"a1b2c3d4e5": waiver()}, answers={"f6": answer})
    found = an_audit(finding(waiver="a1b2c3d4e5"), finding(outcome="passed", answer="f6", selector="html > body > svg"))
    page = written(evidence(found, said), tmp_path)
    outcomes = texts(page.xpath("//tr[td[7]]/td[1]"))

    assert outcomes == ["failed; waiver a1b2c3d4e5", "passed (a person); answered by Väinö, 29.9.2026"]
    assert page.xpath("//span[@lang='fi'][.='Kuva tulee lähdejärjestelmästä.']")


def test_a_finding_says_when_it_was_first_seen_and_the_report_what_changed(tmp_path: Path) -> None:
    old, gone, new = finding(), finding(page="/gone.html"), finding(page="/new.html")
    first = history.entry(an_audit(old, gone), date(2026, 9, 1), before(), recorded=0)
    made = evidence(an_audit(old, new), past=before(first))
    page = written(made, tmp_path)

    assert {row.xpath("string(td[7])"): row.xpath("string(td[6])") for row in page.xpath("//tr[td[7]]")} == {
        "/a.html, /new.html": "1.9.2026"
    }
    assert "New (1)" in page.text_content()
    assert "image-alt: /new.html, first seen 15.10.2026" in page.text_content()
    assert "image-alt: /gone.html, first seen 1.9.2026" in page.text_content()
    assert "Still there: 1." in page.text_content()


def test_the_history_has_a_line_and_a_table_with_the_same_numbers(tmp_path: Path) -> None:
    entries = [history.entry(an_audit(*[finding()] * n), date(2026, n, 1), before(), recorded=n) for n in (3, 5, 9)]
    page = written(evidence(an_audit(), past=before(*entries)), tmp_path)
    [plot] = page.xpath("//svg")
    failed, to_check = (line.get("points").split() for line in plot.xpath("polyline"))

    assert plot.get("role") == "img"
    assert plot.get("aria-label")
    assert (len(failed), failed[0], failed[-1], failed[2]) == (4, "20,127", "580,180", f"{failed[2].split(',')[0]},20")
    assert {point.split(",")[1] for point in to_check} == {"180"}
    [table] = page.xpath("//table[caption[contains(., 'Audits by day')]]")
    assert texts(table.xpath(".//tr/td[2]")) == ["3", "5", "9", "0"]


def full() -> Evidence:
    """Return evidence with a bit of everything."""
    first = history.entry(an_audit(finding(page="/gone.html")), date(2026, 9, 1), before(), recorded=1)
    said = Standing(waivers={"a1": waiver(until=date(2026, 10, 20))}, records={"2.4.3": record("2.4.3")})
    found = an_audit(
        finding(waiver="a1"), finding(criteria=(), rule="heading_empty"), finding(outcome="cantTell", page="/b.html")
    )
    recording = Recording(meeting="valtuusto/2026-09-28", page="/valtuusto/2026-09-28.html", published=DAY, has_captions=False)
    return evidence(found, said, before(first), recordings=(recording,))

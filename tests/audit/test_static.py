"""Our own rules over a folder, without a browser."""

from pathlib import Path

import pytest

from accessibility_rules import CAPTIONS_RULES, LINKED_RULES, PDF_RULES, RULES, SITE_RULES, Outcome
from generator.audit import Level, audit_files, compared, pages_in
from generator.audit.findings import joined
from generator.audit.site_files import look_up_from
from generator.audit.snippets import as_written
from generator.errors import AuditError
from tests.audit.conftest import Folder

TITLES = "page_title_repeated"
VAGUE = '<p><a href="b.html">Tästä</a></p>'


def test_every_page_is_audited_redirects_and_subfolders_included(folder: Folder) -> None:
    site = folder({"/index.html": "", "/404.html": "", "/sv/2026/1.html": ""})
    (site / "data.json").write_text("{}", encoding="utf-8")

    assert pages_in(site) == ("/404.html", "/index.html", "/sv/2026/1.html")
    assert [page.path for page in audit_files(site, language="fi").pages] == list(pages_in(site))


def test_a_finding_says_where_and_against_which_criterion(folder: Folder) -> None:
    [finding] = audit_files(folder({"/a.html": VAGUE}), language="en").findings

    assert (finding.page, finding.rule, finding.outcome) == ("/a.html", "link_text_vague", Outcome.FAILED)
    assert (finding.criteria, finding.clauses) == (("2.4.4",), ("9.2.4.4",))
    assert finding.selector == "html > body > main > p:nth-child(2) > a"
    assert finding.message == "The text of the link does not say where it leads."


def test_a_finding_of_our_own_policy_names_no_criterion(folder: Folder) -> None:
    [finding] = audit_files(folder({"/a.html": "<h3>Päätös</h3>"}), language="fi").findings

    assert (finding.rule, finding.criteria, finding.clauses) == ("heading_level_skipped", (), ())


def test_a_finding_of_our_own_site_shows_no_text_of_the_page(folder: Folder) -> None:
    [finding] = audit_files(
        folder({"/a.html": '<p><a class="x" href="/Matti" title="Matti">Tästä</a></p>'}), language="fi"
    ).findings

    assert finding.snippet == '<a class="x" href="…" title="…">…</a>'


def test_a_finding_of_another_folder_shows_the_markup(folder: Folder) -> None:
    [finding] = audit_files(folder({"/a.html": VAGUE}), language="fi", snippet=as_written).findings

    assert finding.snippet == '<a href="b.html">Tästä</a>'


def test_pages_with_one_title_are_found_among_those_that_are_audited_together(folder: Folder) -> None:
    site = folder({"/a.html": "", "/b.html": "", "/c.html": ""})
    for page in ("a.html", "b.html"):
        (site / page).write_text((site / "c.html").read_text(encoding="utf-8").replace("/c.html", "§ 12"), encoding="utf-8")

    findings = audit_files(site, language="fi").findings

    assert [(finding.page, finding.rule, finding.outcome) for finding in findings] == [
        ("/a.html", "page_title_repeated", Outcome.CANT_TELL),
        ("/b.html", "page_title_repeated", Outcome.CANT_TELL),
    ]
    assert [finding.selector for finding in findings] == ["html > head > title:nth-child(2)"] * 2


def test_only_the_pages_asked_for_are_audited(folder: Folder) -> None:
    site = folder({"/a.html": VAGUE, "/b.html": VAGUE})

    assert [page.path for page in audit_files(site, ["/b.html"], language="fi").pages] == ["/b.html"]


def test_many_pages_in_processes_give_what_few_give(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site = folder({f"/{number:02}.html": VAGUE for number in range(12)})
    few = audit_files(site, language="fi")

    monkeypatch.setattr("generator.audit.static._MANY", 2)

    assert audit_files(site, language="fi") == few
    assert len(few.findings) == 12


def test_an_empty_page_stops_the_audit(folder: Folder) -> None:
    site = folder({"/a.html": ""})
    (site / "b.html").write_bytes(b"")

    with pytest.raises(AuditError) as caught:
        audit_files(site, language="fi")

    assert (caught.value.code, caught.value.where) == ("audit.page_unreadable", "/b.html")


def test_a_page_that_is_not_there_stops_the_audit(folder: Folder) -> None:
    with pytest.raises(AuditError) as caught:
        audit_files(folder({"/a.html": ""}), ["/a.html", "/b.html"], language="fi")

    assert (caught.value.code, caught.value.where) == ("audit.page_unreadable", "/b.html")


def test_a_folder_without_pages_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AuditError) as caught:
        audit_files(tmp_path, language="fi")

    assert caught.value.code == "audit.no_pages"


def test_an_audit_of_no_pages_is_empty_where_none_were_made(folder: Folder) -> None:
    assert audit_files(folder({"/a.html": VAGUE}), [], language="fi").pages == ()


def test_every_rule_is_listed_with_the_pages_it_applied_to(folder: Folder) -> None:
    rules = {rule.rule: rule for rule in audit_files(folder({"/a.html": VAGUE, "/b.html": ""}), language="fi").rules}

    assert set(rules) < {*RULES, *LINKED_RULES, *SITE_RULES, *PDF_RULES, *CAPTIONS_RULES}
    assert not {"link_text_bare", "recording_transcript_missing"} & set(rules)  # level AAA
    assert rules["link_text_vague"].applied_on == 1
    assert rules["table_header_missing"].applied_on == 0


def test_a_rule_of_level_aaa_is_run_only_when_it_is_asked_for(folder: Folder) -> None:
    site = folder({"/a.html": '<p>Katso <a href="b.html">lisää</a> esityslistasta.</p>'})

    at_aa = audit_files(site, language="fi").findings
    at_aaa = audit_files(site, language="fi", level=Level.AAA).findings

    [finding] = set(at_aaa) - set(at_aa)
    assert (finding.rule, finding.criteria, finding.clauses) == ("link_text_bare", ("2.4.9",), ("9.5",))


def test_two_links_of_one_text_are_told_apart_by_the_files_they_lead_to(folder: Folder) -> None:
    links = '<p><a href="k/b.html">Ohje</a>, <a href="/k/{}">ohje</a></p>'
    site = folder({"/a.html": links.format("c.html"), "/d.html": links.format("e.html"), "/k/b.html": "<p>1</p>"})
    first = (site / "k" / "b.html").read_text(encoding="utf-8")
    (site / "k" / "c.html").write_text(first, encoding="utf-8")
    (site / "k" / "e.html").write_text(first.replace("<p>1", "<p>2"), encoding="utf-8")

    found = audit_files(site, ["/a.html", "/d.html"], language="fi").findings

    assert [(finding.page, finding.rule, finding.outcome) for finding in found] == [
        ("/d.html", "link_text_ambiguous", Outcome.FAILED)
    ]


@pytest.mark.parametrize("address", ["../../secret.html", "//a.invalid/b.html", "http://[", "b.html/none", "mailto:b.html"])
def test_no_file_outside_of_the_folder_is_looked_at(folder: Folder, address: str) -> None:
    site = folder({"/k/b.html": ""})
    (site.parent / "secret.html").write_text("salassa", encoding="utf-8")

    assert look_up_from(site, "/k/a.html")(address) is None
    assert look_up_from(site, "/k/a.html")("b.html?x#y") == (site / "k" / "b.html").read_bytes()


def test_two_audits_make_one(folder: Folder) -> None:
    site = folder({"/a.html": VAGUE, "/b.html": VAGUE})

    both = joined(audit_files(site, ["/b.html"], language="fi"), audit_files(site, ["/a.html"], language="fi"))

    assert both == audit_files(site, language="fi")


def test_pages_that_were_audited_apart_are_compared_with_each_other(folder: Folder) -> None:
    site = folder({"/a.html": "", "/b.html": "", "/c.html": ""})
    (site / "b.html").write_text((site / "a.html").read_text(encoding="utf-8"), encoding="utf-8")
    apart = joined(audit_files(site, ["/a.html"], language="fi"), audit_files(site, ["/b.html", "/c.html"], language="fi"))
    whole = compared(apart, site, pages_in(site), language="fi")

    assert [finding.page for finding in apart.findings if finding.rule == TITLES] == []
    assert [finding.page for finding in whole.findings if finding.rule == TITLES] == ["/a.html", "/b.html"]
    assert whole == audit_files(site, language="fi")


def test_what_was_compared_before_a_page_changed_is_forgotten(folder: Folder) -> None:
    site = folder({"/a.html": "", "/b.html": "", "/c.html": ""})
    text = (site / "b.html").read_text(encoding="utf-8")
    (site / "b.html").write_text((site / "a.html").read_text(encoding="utf-8"), encoding="utf-8")
    before = audit_files(site, language="fi")
    (site / "b.html").write_text(text, encoding="utf-8")

    assert TITLES in {finding.rule for finding in before.findings}
    assert TITLES not in {finding.rule for finding in compared(before, site, pages_in(site), language="fi").findings}


def test_a_page_that_was_made_again_counts_once_and_as_it_was_seen_last(folder: Folder) -> None:
    site = folder({"/a.html": ""})
    first = audit_files(site, language="fi")
    (site / "a.html").write_text((site / "a.html").read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    second = audit_files(site, language="fi")

    assert first.pages != second.pages
    assert joined(first, second).pages == second.pages

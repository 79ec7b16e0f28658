"""The rules for PDF files and captions over a folder: which files are checked, what is said of them, and what that stops."""

from pathlib import Path

import pytest

from accessibility_rules import PDF_RULES, Outcome
from generator.audit import Level, audit_files, compared, file_rules
from generator.audit.findings import Audit, Finding
from generator.audit.offered import Track, held, offered
from generator.errors import AuditError
from generator.publishing import gate
from tests import broken
from tests.accessibility_rules.pdfs import pdf
from tests.audit.conftest import Folder

SPOKEN = "WEBVTT\n\n00:01.000 --> 00:04.000\nTämä kokous ja sen asiat.\n".encode()
BACKWARDS = b"WEBVTT\n\n00:04.000 --> 00:01.000\nAvaan kokouksen.\n"
PLAYER = '<video controls><source src="k.mp4#t=90"><track kind="captions" src="k.vtt" srclang="fi"></video>'


def put(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


def of_file(audit: Audit, path: str) -> list[Finding]:
    return [finding for finding in audit.findings if finding.page == path]


def test_a_pdf_that_a_page_leads_to_is_checked_and_named_by_its_address(folder: Folder) -> None:
    site = put(folder({"/a.html": '<p><a href="l.pdf">Liite: kaavakartta</a></p>'}), l_pdf=pdf(structure=None))

    audit = audit_files(site, ["/a.html"], language="en")

    assert [file.path for file in audit.files] == ["/l.pdf"]
    assert [page.path for page in audit.pages] == ["/a.html"]
    [finding] = [finding for finding in of_file(audit, "/l.pdf") if finding.rule == "pdf_untagged"]
    assert (finding.criteria, finding.clauses, finding.outcome) == (("1.3.1",), ("10.1.3.1",), Outcome.FAILED)
    assert finding.message == "A PDF has no structure (it is not tagged)."
    assert finding.snippet == ""


def test_a_folder_is_audited_with_the_files_that_no_page_leads_to(folder: Folder) -> None:
    site = put(folder({"/a.html": ""}), alone_pdf=pdf(), alone_vtt=BACKWARDS)

    audit = audit_files(site, language="fi")

    assert [file.path for file in audit.files] == ["/alone.pdf", "/alone.vtt"]
    assert [finding.rule for finding in of_file(audit, "/alone.vtt")] == ["captions_backwards"]


def test_only_what_the_given_pages_lead_to_is_checked_with_them(folder: Folder) -> None:
    site = put(folder({"/a.html": "", "/b.html": '<p><a href="l.pdf">Liite</a></p>'}), l_pdf=pdf())

    assert audit_files(site, ["/a.html"], language="fi").files == ()
    assert [file.path for file in audit_files(site, ["/b.html"], language="fi").files] == ["/l.pdf"]


def test_a_whole_site_lacks_no_file(folder: Folder) -> None:
    site = put(folder({"/a.html": '<p><a href="l.pdf">Liite</a></p>'}), l_pdf=pdf(), alone_pdf=pdf(structure=None))
    parts = audit_files(site, ["/a.html"], language="fi")

    whole = compared(parts, site, ["/a.html"], language="fi")

    assert [file.path for file in whole.files] == ["/alone.pdf", "/l.pdf"]
    assert "pdf_untagged" in {finding.rule for finding in of_file(whole, "/alone.pdf")}


def test_captions_are_known_with_their_language_their_recording_and_its_moments(folder: Folder) -> None:
    site = put(folder({"/a.html": PLAYER + PLAYER.replace("#t=90", "")}), k_vtt=SPOKEN, k_mp4=broken.movie(seconds=120))

    assert offered(site, ["/a.html"]).tracks == (Track("/k.vtt", "fi", "/k.mp4", (90.0,)),)
    assert [finding.rule for finding in of_file(audit_files(site, language="fi"), "/k.vtt")] == ["captions_incomplete"]


def test_captions_that_are_not_there_fail_and_those_of_another_site_are_for_a_person(folder: Folder) -> None:
    site = folder({"/a.html": PLAYER, "/b.html": PLAYER.replace("k.vtt", "https://a.example/k.vtt")})

    found = [finding for finding in audit_files(site, language="fi").findings if finding.rule == "captions_unreadable"]

    assert [(finding.page, finding.outcome) for finding in found] == [("/a.html", "failed"), ("/b.html", "cantTell")]


def test_what_waits_for_its_day_is_a_copy_and_no_file_of_its_own(folder: Folder) -> None:
    site = folder({"/a.html": "", "/_expiry/2026-12-01/a.html": ""})
    (site / "_expiry" / "2026-12-01" / "l.pdf").write_bytes(pdf())

    assert held(site, ["/a.html"]).paths == ()


def test_a_level_asks_for_no_more_of_a_file(folder: Folder) -> None:
    site = put(folder({"/a.html": ""}), scan_pdf=pdf("+", structure=None))

    at_a = {finding.rule for finding in audit_files(site, language="fi", level=Level.A).findings}

    assert "pdf_scanned" not in at_a  # 1.4.5 is of level AA
    assert "pdf_title_missing" not in at_a
    assert "pdf_scanned" in {finding.rule for finding in audit_files(site, language="fi").findings}


def test_many_files_are_checked_in_processes_with_the_same_result(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site = put(folder({"/a.html": ""}), **{f"l{number}_pdf": pdf(structure=None) for number in range(3)})
    alone = audit_files(site, language="fi")
    monkeypatch.setattr(file_rules, "_MANY", 2)

    assert audit_files(site, language="fi") == alone


def test_a_file_that_went_away_stops_the_audit(folder: Folder) -> None:
    site = put(folder({"/a.html": ""}), l_pdf=pdf())
    files = held(site, ["/a.html"])
    (site / "l.pdf").unlink()

    with pytest.raises(AuditError, match=r"l\.pdf"):
        file_rules.check(site, files, language="fi")


def test_a_pdf_of_somebody_else_holds_nothing_back_and_broken_captions_do(folder: Folder) -> None:
    site = put(folder({"/a.html": ""}), l_pdf=pdf(structure=None), k_vtt=BACKWARDS)

    found = audit_files(site, language="fi").findings

    assert {finding.rule for finding in found if finding.outcome is Outcome.FAILED} & PDF_RULES.keys()
    assert {finding.rule for finding in gate.blocking(found)} == {"captions_backwards"}

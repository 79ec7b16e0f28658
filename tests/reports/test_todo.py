"""The municipality's list: captions by their day, waivers that end, files, questions; and no score."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.audit.findings import AuditedPage
from generator.messages import LANGUAGES
from generator.reports import Evidence
from generator.reports.evidence import Attachment, Recording
from generator.reports.todo import todo
from generator.review.assessments import Standing
from tests.reports.made import DAY, all_recorded, an_audit, evidence, finding, texts, waiver, written


def recording(published: date, *, has_captions: bool = False) -> Recording:
    return Recording(
        meeting="valtuusto/2026-09-28", page="/valtuusto/2026-09-28.html", published=published, has_captions=has_captions
    )


@pytest.mark.parametrize(
    ("published", "due", "is_late"),
    [(date(2026, 10, 1), date(2026, 10, 15), False), (date(2026, 9, 30), date(2026, 10, 14), True)],
)
def test_captions_are_due_on_the_fourteenth_day(published: date, due: date, is_late: bool) -> None:  # noqa: FBT001
    [captions] = todo(evidence(an_audit(), recordings=(recording(published),)), "fi").captions

    assert (captions.due, captions.is_late) == (due, is_late)


def test_a_recording_with_captions_is_done() -> None:
    assert todo(evidence(an_audit(), recordings=(recording(DAY, has_captions=True),)), "fi").captions == ()


def test_waivers_are_told_when_they_end_soon_have_ended_or_meet_nothing() -> None:
    said = Standing(
        waivers={
            "later": waiver(until=date(2026, 11, 15)),
            "soon": waiver(until=date(2026, 11, 14)),
            "today": waiver(until=DAY),
            "ended": waiver(until=date(2026, 10, 14)),
        }
    )
    own = todo(replace(evidence(an_audit(), said), idle=("later",)), "fi")

    assert [name for name, _ in own.ending] == ["soon", "today"]
    assert [name for name, _ in own.ended] == ["ended"]
    assert [name for name, _ in own.idle] == ["later"]


def test_files_that_failed_and_those_that_nobody_looked_at_are_told() -> None:
    attachments = tuple(Attachment(path=f"liitteet/{n}.pdf", media_type="application/pdf") for n in (1, 2, 3))
    files = tuple(AuditedPage(path=f"/liitteet/{n}.pdf", sha256="0" * 64, engines=("pdf",)) for n in (1, 2))
    own = todo(evidence(an_audit(finding(page="/liitteet/1.pdf"), finding()), attachments=attachments, files=files), "fi")

    assert (own.files, own.unassessed) == (("/liitteet/1.pdf",), 1)


def test_questions_wait_until_a_person_answers() -> None:
    asked = [finding(outcome="cantTell", page=f"/{n}.html", rule="link_text_vague") for n in (1, 2)]
    own = todo(evidence(an_audit(*asked, finding(outcome="passed", answer="f6")), all_recorded()), "fi")

    assert [(question.rule, question.pages) for question in own.questions] == [("link_text_vague", 2)]
    assert own.unrecorded == ()
    assert len(todo(evidence(an_audit()), "fi").unrecorded) == 50


def test_a_statement_is_looked_through_once_a_year() -> None:
    made = evidence(an_audit(), all_recorded())

    assert not todo(made, "fi").is_statement_old
    assert todo(reviewed(made, date(2025, 10, 14)), "fi").is_statement_old
    assert not todo(reviewed(made, date(2025, 10, 15)), "fi").is_statement_old
    assert todo(reviewed(made, None), "fi").is_statement_old


def reviewed(made: Evidence, day: date | None) -> Evidence:
    return replace(made, publisher=replace(made.publisher, reviewed=day))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_a_page_of_headings_and_lists_without_a_score(tmp_path: Path, language: str) -> None:
    page = written(
        evidence(an_audit(finding(outcome="cantTell")), recordings=(recording(DAY),)), tmp_path, language, "todo.html"
    )

    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//h2")) == 2
    assert "%" not in page.body.text_content()
    assert "2026-09-28" in texts(page.xpath("//li"))[0]


def test_a_day_without_anything_says_so(tmp_path: Path) -> None:
    page = written(evidence(an_audit(), all_recorded()), tmp_path, "en", "todo.html")

    assert "There is nothing to do today." in page.text_content()
    assert page.xpath("//h2") == []

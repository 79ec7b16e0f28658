"""What the municipality has to do next: captions by their day, files that are not accessible, waivers that end, questions."""

from collections import Counter
from datetime import date, timedelta

import msgspec

from accessibility_rules import Outcome
from generator.audit.remedies import told
from generator.reports import conformance, templates
from generator.reports.evidence import Evidence
from generator.review.assessments import Waiver

# Law 306/2019, 3 § 2 mom.: what was broadcast live and stays on the web has captions within 14 days of its publication.
CAPTIONS_WITHIN = timedelta(days=14)
SOON = timedelta(days=30)
# Decision (EU) 2018/1523, article 2: a statement is reviewed at least once a year.
REVIEWED_WITHIN = timedelta(days=365)


class Captions(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A recording without captions, and the last day by which it must have them."""

    due: date
    meeting: str
    is_late: bool


class Question(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What a rule cannot tell, and on how many pages."""

    rule: str
    message: str
    pages: int


class Todo(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to do, in order of urgency.

    *ended*, *ending* and *idle* are waivers by name; *files* are attachments that failed a rule, *unassessed* counts those that
    no rule looked at; *unrecorded* are the criteria without a person's record.
    """

    captions: tuple[Captions, ...]
    files: tuple[str, ...]
    unassessed: int
    ended: tuple[tuple[str, Waiver], ...]
    ending: tuple[tuple[str, Waiver], ...]
    idle: tuple[tuple[str, Waiver], ...]
    questions: tuple[Question, ...]
    unrecorded: tuple[str, ...]
    is_statement_old: bool


def todo(evidence: Evidence, language: str) -> Todo:
    """Return what is to be done on the day of the audit, with questions in *language*."""
    audit, day, waivers = evidence.audit, evidence.audit.date, evidence.said.waivers
    looked_at = {file.path for file in audit.files}
    waiting = Counter((finding.rule, finding.page) for finding in audit.findings if finding.outcome is Outcome.CANT_TELL)
    pages = Counter(rule for rule, _ in waiting)
    messages = {finding.rule: finding.message for finding in audit.findings}
    missing = (recording for recording in audit.recordings if not recording.has_captions)
    dues = [(recording.published + CAPTIONS_WITHIN, recording.meeting) for recording in missing]
    reviewed = evidence.publisher.reviewed
    return Todo(
        captions=tuple(sorted(Captions(due=due, meeting=meeting, is_late=due < day) for due, meeting in dues)),
        files=tuple(sorted({f.page for f in audit.findings if f.outcome is Outcome.FAILED and not f.page.endswith(".html")})),
        unassessed=sum(f"/{attachment.path}" not in looked_at for attachment in audit.attachments),
        ended=tuple((name, waiver) for name, waiver in waivers.items() if waiver.until < day),
        ending=tuple((name, waiver) for name, waiver in waivers.items() if day <= waiver.until <= day + SOON),
        idle=tuple((name, waivers[name]) for name in evidence.idle),
        questions=tuple(
            Question(rule=rule, message=told(rule, language).get("message", messages[rule]), pages=count)
            for rule, count in sorted(pages.items())
        ),
        unrecorded=tuple(each.number for each in conformance.of_2_1(audit, evidence.said.records) if each.record is None),
        is_statement_old=reviewed is None or reviewed + REVIEWED_WITHIN < day,
    )


def html(evidence: Evidence, language: str) -> str:
    """Return the list in *language*."""
    own = todo(evidence, language)
    is_nothing = not any(getattr(own, field) for field in own.__struct_fields__)
    return templates.render("todo.html", language, todo=own, audit=evidence.audit, is_nothing=is_nothing)

"""Minutes that nobody has marked as checked: a person may say that they are, of the text as it is (K 140 §)."""

from generator.model.checking import as_checked, is_unchecked
from generator.model.decision import Subject, Verdict
from generator.model.meeting import Meeting
from generator.redaction.judging import words_of
from generator.redaction.ledger import Ledger
from generator.redaction.matter import Matter

REASON = "publishing.minutes_unchecked"


def as_decided(meeting: Meeting, matter: Matter, ledger: Ledger) -> Meeting:
    """Return *meeting* as checked where a person has said so of its text; otherwise as it is, with a doubt in *ledger*."""
    if not is_unchecked(meeting):
        return meeting
    words = _words(meeting)
    doubt = matter.doubt(Subject.MINUTES, REASON, words)
    ledger.doubt(doubt, words)
    return as_checked(meeting) if doubt.verdict is Verdict.APPROVE else meeting


def _words(meeting: Meeting) -> str:
    """Return all that the minutes say. Whether attachments came, too, is not part of it."""
    present = (f"{who.name}\t{who.role or ''}\t{who.group or ''}\t{who.present}" for who in meeting.attendance)
    cover = (meeting.organization.name, meeting.day.isoformat(), meeting.number or "", meeting.place or "")
    return "\n\n".join((*cover, *present, *(f"{item.number or ''}\n{words_of(item)}" for item in meeting.items)))

"""From the sources to meetings that may be shown: import, give addresses, join recordings, redact."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from generator import importers, redaction
from generator.config import Settings, Source
from generator.importers import ReadExport
from generator.media import recordings
from generator.model.identifiers import identified, item_key
from generator.model.meeting import Meeting
from generator.model.message import Level, Message
from generator.model.redacted import RedactedMeeting
from generator.redaction import Policy, Redaction, Unmarked


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read, after redaction. *addresses* is {source key: id} of all that has an address."""

    redactions: tuple[Redaction, ...]
    messages: tuple[Message, ...]
    addresses: dict[str, str]

    @property
    def meetings(self) -> tuple[RedactedMeeting, ...]:
        """Return the meetings as they may be shown."""
        return tuple(r.meeting for r in self.redactions)

    @property
    def withheld(self) -> dict[str, int]:
        """Return how often what was withheld, by ground or recognizer."""
        return dict(sorted(sum((Counter(r.withheld) for r in self.redactions), Counter[str]()).items()))


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting with the export and the source that it came from."""

    source: Source
    export: ReadExport
    meeting: Meeting


def take_in(settings: Settings, given: dict[str, str]) -> Intake:
    """Read every source. *given* holds the addresses given before; whatever cannot be used becomes a message."""
    read, messages = _imported(settings, given)
    found = [recordings.find(source.path) for source in settings.sources]
    meetings, told = recordings.attach([r.meeting for r in read], [recording for these, _ in found for recording in these])
    redactions = tuple(
        redaction.redact(meeting, _policy(settings, r.source), r.export.export.read)
        for r, meeting in zip(read, meetings, strict=True)
    )
    return Intake(
        redactions=redactions,
        messages=(*messages, *(m for _, these in found for m in these), *told, *(m for r in redactions for m in r.messages)),
        addresses={m.source_id: m.id for m in meetings} | {item_key(m, item): item.id for m in meetings for item in m.items},
    )


def _imported(settings: Settings, given: dict[str, str]) -> tuple[list[Read], list[Message]]:
    exports = [(source, export) for source in settings.sources for export in importers.read_all(source.path)]
    messages = [message for _, export in exports for message in export.messages]
    read = [Read(source=source, export=export, meeting=m) for source, export in exports for m in export.meetings]
    single, told = _without_twins(read)
    meetings = identified([r.meeting for r in single], given)
    return [replace(r, meeting=meeting) for r, meeting in zip(single, meetings, strict=True)], [*messages, *told]


def _without_twins(read: Sequence[Read]) -> tuple[list[Read], list[Message]]:
    """Set aside a meeting that two exports hold and tell differently: nobody but a person knows which is right."""
    by_key: dict[str, list[Read]] = {}
    for r in read:
        by_key.setdefault(r.meeting.source_id, []).append(r)
    agreeing = [twins[0] for twins in by_key.values() if all(twin.meeting == twins[0].meeting for twin in twins)]
    differing = [twins for twins in by_key.values() if any(twin.meeting != twins[0].meeting for twin in twins)]
    return agreeing, [_twins(twins) for twins in differing]


def _twins(twins: Sequence[Read]) -> Message:
    first, second, *_ = (twin.export.export.name for twin in twins)
    return Message(level=Level.ERROR, code="importers.meeting_twice", where=first, arguments={"other": second})


def _policy(settings: Settings, source: Source) -> Policy:
    return Policy(
        unmarked=Unmarked(source.unmarked),
        secret_titles=tuple((t.function_class, t.title) for t in settings.secret_titles),
        languages=settings.languages,
    )

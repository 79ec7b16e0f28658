"""From the sources to meetings that may be shown: import, give addresses, join recordings, redact."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from generator import attachments, importers, redaction, remembering
from generator.attachments import Desk
from generator.config import Settings, Source
from generator.importers import ReadExport
from generator.media import recordings
from generator.model.checking import as_checked
from generator.model.decision import NOTHING_DECIDED, Decided
from generator.model.identifiers import Known, identified, is_same_start, item_key, slug
from generator.model.meeting import Meeting, State
from generator.model.message import Level, Message
from generator.model.redacted import RedactedMeeting
from generator.redaction import Cases, NamedDecisions, Names, Policy, Redaction, Unmarked
from generator.redaction.names import Known as PeopleKnown
from generator.redaction.people import public_people
from generator.redaction.register import NOTHING as NOTHING_WITHHELD
from generator.redaction.register import Register, without
from generator.redaction.repeated import concerns, with_what_is_withheld


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read, after redaction: *meetings* as they may be shown, and what *redactions* say besides.

    *addresses* is {source key: id} of all that has an address. *disputed* are versions of a meeting that contradict each
    other: nothing of them is shown, but what one of them withholds must go. *register* is what is withheld in each case, now
    and earlier.
    """

    meetings: tuple[RedactedMeeting, ...]
    redactions: tuple[Redaction, ...]
    disputed: tuple[Redaction, ...]
    messages: tuple[Message, ...]
    addresses: dict[str, str]
    register: Register

    @property
    def withheld(self) -> dict[str, int]:
        """Return how often what was withheld, by ground or recognizer."""
        return dict(sorted(sum((Counter(r.withheld) for r in self.redactions), Counter[str]()).items()))


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting with the export and the source that it came from."""

    source: Source
    export: ReadExport
    meeting: Meeting


def take_in(
    settings: Settings, known: Known, decided: Decided = NOTHING_DECIDED, register: Register = NOTHING_WITHHELD
) -> Intake:
    """Read every source. *known* is what earlier runs gave and published, *decided* what persons have decided.

    *register* is what earlier runs withheld. Whatever cannot be used becomes a message.
    """
    read, disputed, messages = _imported(settings, known)
    found = [recordings.find(source.path) for source in settings.sources]
    meetings, told = recordings.attach([r.meeting for r in read], [recording for these, _ in found for recording in these])
    with Desk() as desk:
        joined = [replace(r, meeting=_with_files_read(r, m, desk)) for r, m in zip(read, meetings, strict=True)]
        disputed = [replace(r, meeting=_with_files_read(r, r.meeting, desk)) for r in disputed]
    cases = _cases(settings, [r.meeting for r in (*joined, *disputed)], decided.key)
    register = replace(register, people=public_people([r.meeting for r in joined]) | frozenset(settings.public_people))
    first = tuple(_redacted(settings, r, decided, cases, register) for r in joined)
    of_disputed = tuple(_redacted(settings, r, decided, cases, register) for r in disputed)
    register = with_what_is_withheld(register, (*first, *of_disputed))
    # One text may say what another withholds: whatever does is made again, now that all of them are known.
    again = (
        _redacted(settings, r, decided, cases, register) if concerns(register, redaction) else redaction
        for r, redaction in zip(joined, first, strict=True)
    )
    redactions, changed = _unchanged(read, tuple(again))
    of_redactions = (m for r in redactions for m in r.messages)
    of_recordings = (m for _, these in found for m in these)
    return Intake(
        meetings=tuple(r.meeting for r in redactions),
        redactions=redactions,
        disputed=of_disputed,
        messages=tuple(map(redaction.masked_message, [*messages, *of_recordings, *told, *changed, *of_redactions])),
        addresses={m.source_id: m.id for m in meetings} | {item_key(m, item): item.id for m in meetings for item in m.items},
        register=without(register, (ended for r in redactions for ended in r.ended)),
    )


def _with_files_read(read: Read, meeting: Meeting, desk: Desk) -> Meeting:
    return attachments.read_all(meeting, read.export.export.read, desk)


def _cases(settings: Settings, meetings: Sequence[Meeting], key: bytes) -> Cases:
    """Return who is named in which case; what an earlier run read and found is not read again."""
    names = Names(settings.private_names)
    if names is Names.LEAVE:
        return Cases(names=names)
    memory = remembering.recalled(settings.work_dir, key)
    places = frozenset((*settings.municipality.values(), *settings.place_names))
    known = PeopleKnown(public=frozenset(settings.public_people), places=places)
    cases = redaction.all_cases(meetings, names, known, memory)
    remembering.keep(cases.memory, settings.work_dir)
    return cases


def _redacted(settings: Settings, read: Read, decided: Decided, cases: Cases, register: Register) -> Redaction:
    return redaction.redact(read.meeting, _policy(settings, read.source, decided), read.export.export.read, cases, register)


def _imported(settings: Settings, known: Known) -> tuple[list[Read], list[Read], list[Message]]:
    exports = [(source, export) for source in settings.sources for export in importers.read_all(source.path)]
    messages = [message for _, export in exports for message in export.messages]
    read = [
        Read(source=source, export=export, meeting=_as_said(source, m)) for source, export in exports for m in export.meetings
    ]
    single, disputed, told = _one_of_each(read)
    meetings = identified([r.meeting for r in single], known)
    return (
        [replace(r, meeting=meeting) for r, meeting in zip(single, meetings, strict=True)],
        [replace(r, meeting=identified([r.meeting], known)[0]) for r in disputed],
        [*messages, *told],
    )


def _as_said(source: Source, meeting: Meeting) -> Meeting:
    """Return *meeting* as checked where the municipality says that *source* exports none but checked minutes."""
    return as_checked(meeting) if source.minutes == "checked" else meeting


def _one_of_each(read: Sequence[Read]) -> tuple[list[Read], list[Read], list[Message]]:
    """Return the furthest version of each meeting: minutes before their agenda, corrected ones before checked ones.

    Of two that are as far but tell differently, nobody but a person knows which is right: both are disputed.
    """
    chosen: list[Read] = []
    disputed: list[Read] = []
    messages: list[Message] = []
    for twins in _by_meeting(read):
        furthest = max(_progress(twin) for twin in twins)
        first, *others = [twin for twin in twins if _progress(twin) == furthest]
        differing = next((other for other in others if not _tells_the_same(first, other)), None)
        if differing:
            messages.append(_about(first, "importers.meeting_twice", Level.ERROR, other=differing))
            disputed += [first, *others]
            continue
        chosen.append(first)
        older = (twin for twin in twins if _progress(twin) < furthest)
        messages += [_about(twin, "importers.meeting_replaced", Level.INFO, other=first) for twin in older]
    return chosen, disputed, messages


def _by_meeting(read: Sequence[Read]) -> list[list[Read]]:
    """Return *read* in groups of one meeting each, in order of coming."""
    groups: list[list[Read]] = []
    for r in read:
        own = next((group for group in groups if _is_same_meeting(group[0].meeting, r.meeting)), None)
        if own is None:
            groups.append([r])
        else:
            own.append(r)
    return groups


def _is_same_meeting(one: Meeting, other: Meeting) -> bool:
    if one.source_id == other.source_id:
        return True
    same_name = slug(one.organization.name) == slug(other.organization.name)
    return same_name and one.day == other.day and is_same_start(one.start, other.start)


def _progress(read: Read) -> int:
    return tuple(State).index(read.meeting.state)


def _tells_the_same(one: Read, other: Read) -> bool:
    return replace(one.meeting, source_id="") == replace(other.meeting, source_id="")


def _about(read: Read, code: str, level: Level, *, other: Read) -> Message:
    return Message(level=level, code=code, where=read.export.export.name, arguments={"other": other.export.export.name})


def _unchanged(read: Sequence[Read], redactions: Sequence[Redaction]) -> tuple[tuple[Redaction, ...], list[Message]]:
    """Set aside what came of exports that changed before all of them was read: their parts may not belong together."""
    exports = {id(r.export): r.export.export for r in read}
    changed = {key: importers.changed(export) for key, export in exports.items() if export.is_changed()}
    kept = tuple(redaction for r, redaction in zip(read, redactions, strict=True) if id(r.export) not in changed)
    return kept, list(changed.values())


def _policy(settings: Settings, source: Source, decided: Decided) -> Policy:
    return Policy(
        unmarked=Unmarked(source.unmarked),
        names=Names(settings.private_names),
        secret_titles=tuple((t.function_class, t.title) for t in settings.secret_titles),
        named_decisions=tuple(
            NamedDecisions(beginning=kind.function_class, organization=kind.organization) for kind in settings.named_decisions
        ),
        languages=settings.languages,
        decided=decided,
    )

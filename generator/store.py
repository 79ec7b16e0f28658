"""The folders that outlive a run: `private/`, which cannot be made again, and its lock."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from generator.errors import ConfigurationError
from generator.model import expiry
from generator.model.checking import CHECKED
from generator.model.redacted import RedactedMeeting
from generator.publishing.linking import linked_copy

PRIVATE = 0o700
OWNER_ONLY = 0o600
KEY_LENGTH = 32
KEY, DECISIONS, SEAL = "key", "decisions.jsonl", "decisions-seal.json"
ASSESSMENTS, ASSESSMENTS_SEAL = "assessments.jsonl", "assessments-seal.json"
AUDITS = "audits"
ADDRESSES = "addresses.jsonl"
PUBLICATIONS = "publications.jsonl"
PUBLISHED = "published"
RELEASES = "releases.json"
WITHHELD = "withheld.jsonl"
SNAPSHOTS = "releases"


class Releases(msgspec.Struct, frozen=True, kw_only=True):
    """Which release stands on the site, and which are *kept*: by when they were replaced, the latest last.

    *coming* is one that was to take the site's place when a run broke off. *meetings* are the ids of what is published.
    *decided* is the hash of the last decision that a run has carried out, on the site and in what is kept.
    """

    current: str | None = None
    kept: tuple[str, ...] = ()
    coming: str | None = None
    meetings: tuple[str, ...] = ()
    decided: str = ""


class Store:
    """The municipality's private folder. A class because every call needs the same folder.

    addresses.jsonl     {"source", "id"}: an address once given is never given to another thing
    publications.jsonl  {"meeting", "first_published"}, {"meeting", "checked"} and {"meeting", "recording"}: the days from
                        which clocks run
    decisions.jsonl     what persons decided, signed and chained; decisions-seal.json says how many there are
    assessments.jsonl   what persons said of accessibility, signed, chained and sealed in the same way
    audits/             what each day's audit found, for the next report to compare with
    key                 what fingerprints of texts are made with: without it, no decision is found again
    withheld.jsonl      what is withheld in each case, sealed with the key: it holds for texts to come
    published/          the last published version of each meeting, for when the next one is held back
    releases.json       which release stands on the site, and which are kept
    releases/           published/ as it was with each release that is kept
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for one run.

        Raises:
            ConfigurationError: another run holds it.
        """
        self.folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        self.folder.chmod(PRIVATE)
        with (self.folder / "lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise ConfigurationError("publishing.locked", where=self.folder.name) from error
            yield

    def addresses(self) -> dict[str, str]:
        """Return {source key: id} of every address given so far."""
        return {line["source"]: line["id"] for line in self._lines(ADDRESSES)}

    def publications(self) -> dict[str, str]:
        """Return {meeting id: day of its first publication}."""
        return self._days("first_published")

    def checked(self) -> dict[str, date]:
        """Return {meeting id: day on which its checked minutes were first published}: no clock starts later than that."""
        return {meeting: date.fromisoformat(day) for meeting, day in self._days("checked").items()}

    def recordings(self) -> dict[str, date]:
        """Return {meeting id: day on which its recording was first published}: captions are due from that day."""
        return {meeting: date.fromisoformat(day) for meeting, day in self._days("recording").items()}

    def published(self) -> dict[str, RedactedMeeting]:
        """Return {meeting id: its last published version}, in order of id."""
        return self._meetings(self.folder / PUBLISHED)

    def published_with(self, release: str) -> dict[str, RedactedMeeting]:
        """Return {meeting id: version that was published with *release*}; empty where nobody remembers."""
        return self._meetings(self.snapshots / release)

    def releases(self) -> Releases:
        """Return which releases there are."""
        path = self.folder / RELEASES
        if not path.exists():
            return Releases()
        try:
            return msgspec.json.decode(path.read_bytes(), type=Releases)
        except msgspec.DecodeError as error:
            raise ConfigurationError("publishing.private_damaged", where=RELEASES) from error

    def keep_releases(self, releases: Releases) -> None:
        """Record which releases there are."""
        _replace(self.folder / RELEASES, msgspec.json.format(msgspec.json.encode(releases), indent=1) + b"\n")

    @property
    def snapshots(self) -> Path:
        """Return the folder with what was published with each kept release."""
        return self.folder / SNAPSHOTS

    def remember(self, release: str) -> None:
        """Keep what is published now as what was published with *release*."""
        linked_copy(self.folder / PUBLISHED, self.snapshots / release)

    def return_to(self, release: str) -> None:
        """Make what was published with *release* the last published versions again."""
        beside = self.folder / f".{PUBLISHED}-next"
        shutil.rmtree(beside, ignore_errors=True)
        linked_copy(self.snapshots / release, beside)
        shutil.rmtree(self.folder / PUBLISHED, ignore_errors=True)
        beside.rename(self.folder / PUBLISHED)

    def keep_addresses(self, given: Iterable[tuple[str, str]]) -> None:
        """Add the addresses in *given* that are not there yet."""
        known = self.addresses()
        self._append(ADDRESSES, [{"source": s, "id": i} for s, i in sorted(set(given)) if s not in known])

    def prepare_published(self, meetings: Iterable[RedactedMeeting]) -> None:
        """Write *meetings* beside their last published versions: what does not fit on the disk is known before the release."""
        for meeting in meetings:
            _write_beside(self._path(meeting), _formatted(meeting))

    def keep_published(self, meetings: Iterable[RedactedMeeting], day: date) -> None:
        """Record *meetings*, which are prepared, as published on *day*, and keep them as their last published versions."""
        first, checked, recorded = self.publications(), self.checked(), self.recordings()
        lines: list[dict[str, str]] = []
        for meeting in meetings:
            path = self._path(meeting)
            _beside(path).replace(path)
            if meeting.id not in first:
                lines.append({"meeting": meeting.id, "first_published": day.isoformat()})
            if meeting.state in CHECKED and meeting.id not in checked:
                lines.append({"meeting": meeting.id, "checked": _first_checked(meeting, day).isoformat()})
            if meeting.recording and meeting.id not in recorded:
                lines.append({"meeting": meeting.id, "recording": day.isoformat()})
        self._append(PUBLICATIONS, lines)

    def take_off(self, day: date) -> None:
        """Take from what was published, also with the releases that are kept, what its time has come for on *day*.

        Goes on after a file that cannot be read, so that one does not keep the others from it.

        Raises:
            ConfigurationError: a file is damaged.
        """
        damaged: list[ConfigurationError] = []
        for folder in (self.folder / PUBLISHED, self.snapshots):
            for left in folder.rglob(".*-next"):
                if left.is_file():
                    left.unlink()  # of a run that broke off
            for path in sorted(folder.rglob("*.json")):
                try:
                    _take_off(path, self._meeting(path), day)
                except ConfigurationError as error:
                    damaged.append(error)
        if damaged:
            raise damaged[0]

    def key(self) -> bytes:
        """Return the key of fingerprints, empty when none was needed so far."""
        return self._bytes(KEY)

    def made_key(self) -> bytes:
        """Return the key of fingerprints, and make it at its first use: 32 random bytes that only their owner may read.

        Raises:
            ConfigurationError: it is lost; another would join nothing to what was sealed with it.
        """
        if not self.key():
            sealed = next((name for name in (DECISIONS, ASSESSMENTS) if self._bytes(name)), None)
            if sealed:
                raise ConfigurationError("review.decisions_without_key", where=sealed, key=KEY)
            _replace(self.folder / KEY, os.urandom(KEY_LENGTH))
            (self.folder / KEY).chmod(OWNER_ONLY)
        return self.key()

    def withheld(self) -> bytes:
        """Return what earlier runs withheld in each case, as it stands in the file."""
        return self._bytes(WITHHELD)

    def keep_withheld(self, content: bytes) -> None:
        """Put *content* in the place of what was withheld, readable by its owner only."""
        if content != self.withheld() or not (self.folder / WITHHELD).exists():
            _replace(self.folder / WITHHELD, content)
            (self.folder / WITHHELD).chmod(OWNER_ONLY)

    def decisions(self) -> bytes:
        """Return the lines that persons signed, as they stand in the file."""
        return self._bytes(DECISIONS)

    def seal(self) -> bytes:
        """Return what says how many decisions there are."""
        return self._bytes(SEAL)

    def keep_decisions(self, content: bytes) -> None:
        """Put *content*, with every earlier decision in it, in the place of the decisions."""
        _replace(self.folder / DECISIONS, content)

    def keep_seal(self, content: bytes) -> None:
        """Put *content* in the place of the seal."""
        _replace(self.folder / SEAL, content)

    def assessments(self) -> bytes:
        """Return the lines on accessibility that persons signed, as they stand in the file."""
        return self._bytes(ASSESSMENTS)

    def assessments_seal(self) -> bytes:
        """Return what says how many assessments there are."""
        return self._bytes(ASSESSMENTS_SEAL)

    def keep_assessments(self, content: bytes) -> None:
        """Put *content*, with every earlier line in it, in the place of the assessments."""
        _replace(self.folder / ASSESSMENTS, content)

    def keep_assessments_seal(self, content: bytes) -> None:
        """Put *content* in the place of the seal of the assessments."""
        _replace(self.folder / ASSESSMENTS_SEAL, content)

    def audits(self) -> list[bytes]:
        """Return what each day's audit found, as it was kept, oldest first."""
        return [path.read_bytes() for path in sorted((self.folder / AUDITS).glob("*.json"))]

    def keep_audit(self, day: date, content: bytes) -> None:
        """Keep *content* as what the audit of *day* found."""
        _replace(self.folder / AUDITS / f"{day.isoformat()}.json", content)

    def _bytes(self, name: str) -> bytes:
        path = self.folder / name
        return path.read_bytes() if path.exists() else b""

    def _path(self, meeting: RedactedMeeting) -> Path:
        return self.folder / PUBLISHED / f"{meeting.id}.json"

    def _days(self, event: str) -> dict[str, str]:
        return {line["meeting"]: line[event] for line in self._lines(PUBLICATIONS) if event in line}

    def _lines(self, name: str) -> list[dict[str, str]]:
        path = self.folder / name
        if not path.exists():
            return []
        try:
            return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            raise ConfigurationError("publishing.private_damaged", where=name) from error

    def _append(self, name: str, lines: list[dict[str, str]]) -> None:
        """Add *lines* by replacing the file whole: a crash leaves the old file, never half a line."""
        if not lines:
            return
        path = self.folder / name
        old = path.read_bytes() if path.exists() else b""
        new = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
        _replace(path, old + new.encode())

    def _meetings(self, folder: Path) -> dict[str, RedactedMeeting]:
        meetings = (self._meeting(path) for path in sorted(folder.rglob("*.json")))
        return {meeting.id: meeting for meeting in meetings}

    def _meeting(self, path: Path) -> RedactedMeeting:
        try:
            return msgspec.json.decode(path.read_bytes(), type=RedactedMeeting)
        except (OSError, msgspec.DecodeError) as error:
            raise ConfigurationError("publishing.private_damaged", where=path.name) from error


def _take_off(path: Path, meeting: RedactedMeeting, day: date) -> None:
    left = expiry.at(meeting, day)
    if left != meeting:
        _replace(path, _formatted(left))


def _first_checked(meeting: RedactedMeeting, day: date) -> date:
    """Return when checked minutes of *meeting* were first published, as its versions tell it; otherwise *day*."""
    return next((version.published for version in meeting.versions if version.state in CHECKED), day)


def _formatted(meeting: RedactedMeeting) -> bytes:
    return msgspec.json.format(msgspec.json.encode(meeting), indent=1) + b"\n"


def _replace(path: Path, content: bytes) -> None:
    _write_beside(path, content)
    _beside(path).replace(path)


def _write_beside(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path).open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}-next")

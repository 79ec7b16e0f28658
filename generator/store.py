"""The folders that outlive a run: `private/`, which cannot be made again, and its lock."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from generator.errors import ConfigurationError
from generator.model.redacted import RedactedMeeting

PRIVATE = 0o700


class Store:
    """The municipality's private folder. A class because every call needs the same folder.

    addresses.jsonl     {"source", "id"}: an address once given is never given to another thing
    publications.jsonl  {"meeting", "first_published"}: the day from which clocks run
    published/          the last published version of each meeting, for when the next one is held back
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
        return {line["source"]: line["id"] for line in self._lines("addresses.jsonl")}

    def publications(self) -> dict[str, str]:
        """Return {meeting id: day of its first publication}."""
        return {line["meeting"]: line["first_published"] for line in self._lines("publications.jsonl")}

    def published(self) -> dict[str, RedactedMeeting]:
        """Return {meeting id: its last published version}, in order of id."""
        paths = sorted((self.folder / "published").rglob("*.json"))
        meetings = (self._meeting(path) for path in paths)
        return {meeting.id: meeting for meeting in meetings}

    def keep_addresses(self, given: Iterable[tuple[str, str]]) -> None:
        """Add the addresses in *given* that are not there yet."""
        known = self.addresses()
        self._append("addresses.jsonl", [{"source": s, "id": i} for s, i in sorted(set(given)) if s not in known])

    def prepare_published(self, meetings: Iterable[RedactedMeeting]) -> None:
        """Write *meetings* beside their last published versions: what does not fit on the disk is known before the release."""
        for meeting in meetings:
            _write_beside(self._path(meeting), _formatted(meeting))

    def keep_published(self, meetings: Iterable[RedactedMeeting], day: date) -> None:
        """Record *meetings*, which are prepared, as published on *day*, and keep them as their last published versions."""
        known = self.publications()
        for meeting in meetings:
            path = self._path(meeting)
            _beside(path).replace(path)
            if meeting.id not in known:
                self._append("publications.jsonl", [{"meeting": meeting.id, "first_published": day.isoformat()}])

    def _path(self, meeting: RedactedMeeting) -> Path:
        return self.folder / "published" / f"{meeting.id}.json"

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

    def _meeting(self, path: Path) -> RedactedMeeting:
        try:
            return msgspec.json.decode(path.read_bytes(), type=RedactedMeeting)
        except (OSError, msgspec.DecodeError) as error:
            raise ConfigurationError("publishing.private_damaged", where=path.name) from error


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

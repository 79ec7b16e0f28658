"""Reads the attachments of many meetings in one process apart, which may not take too much memory or time.

A hostile file can make a parser crash, swell or run for ever. In a process of its own it takes nothing else with it: the file
is set aside with a reason, and a new process reads the next.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Protocol, Self

import msgspec
from msgspec.structs import replace

from generator.attachments.reading import reading
from generator.errors import ExportError, ReadingError
from generator.model.attachment import Attachment, Reading
from generator.model.meeting import AgendaItem, Meeting

if sys.platform != "win32":
    import resource

Reader = Callable[[str], bytes]
# Seconds of work on one file, which are the same on a busy machine; and seconds by the clock, for what waits and does not work.
WORK, SECONDS = 180, 1800.0
STARTING, READY = 300.0, b"ready"
MEMORY = 3 * 2**30
MAX_SIZE = 100 * 2**20


class Reads(Protocol):
    """What reads one file: a `Desk`."""

    def read(self, name: str, content: bytes, language: str) -> Reading:
        """Return what the file *name* says."""


class _Task(msgspec.Struct, frozen=True):
    name: str
    content: bytes
    language: str


class Desk:
    """Where files are read. A class because its process is started once, for the first file, and lives for many."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._known: dict[tuple[str, str, str], Reading] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, name: str, content: bytes, language: str) -> Reading:
        """Return what the file *name* says; one that takes too long, or ends the process, says why it is not read.

        Raises:
            ReadingError: no process can be started, of which the file is innocent.
        """
        digest = sha256(content).hexdigest()
        key = (digest, name.rpartition(".")[2].casefold(), language)
        if key not in self._known:
            self._known[key] = self._asked(_Task(name, content, language), digest)
        return self._known[key]

    def _asked(self, task: _Task, digest: str) -> Reading:
        if len(task.content) > MAX_SIZE:
            return Reading(problem="too_large", digest=digest)
        line = self._line or self._start()
        try:
            line.send_bytes(msgspec.msgpack.encode(task))
            if line.poll(self._seconds):
                return msgspec.msgpack.decode(line.recv_bytes(), type=Reading)
        except (EOFError, OSError):
            self._stop()
            return Reading(problem="too_heavy", digest=digest)
        self._stop()
        return Reading(problem="too_slow", digest=digest)

    def _start(self) -> Connection:
        context = get_context("forkserver")
        line, theirs = context.Pipe()
        self._line = line
        process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
        try:
            process.start()
            self._process = process
            theirs.close()
            is_ready = line.poll(STARTING) and line.recv_bytes() == READY  # the time for a file begins now
        except (EOFError, OSError) as error:
            self._stop()
            raise ReadingError("importers.reader_died") from error
        if not is_ready:
            self._stop()
            raise ReadingError("importers.reader_died")
        return line

    def _stop(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._line = self._process = None


def read_all(meeting: Meeting, read: Reader, desk: Reads) -> Meeting:
    """Return *meeting* with what the files of its attachments say; *read* gives the bytes of a file of its export."""
    one = partial(_read, read=read, desk=desk)
    items = tuple(_of_item(item, one) for item in meeting.items)
    return replace(meeting, items=items, attachments=tuple(one(a, language=meeting.language) for a in meeting.attachments))


def _of_item(item: AgendaItem, one: Callable[..., Attachment]) -> AgendaItem:
    return replace(item, attachments=tuple(one(a, language=item.language) for a in item.attachments))


def _read(attachment: Attachment, *, language: str, read: Reader, desk: Reads) -> Attachment:
    if attachment.file is None:
        return attachment
    try:
        content = read(attachment.file)
    except ExportError:
        return replace(attachment, reading=Reading(problem="unreadable"))
    return replace(attachment, reading=desk.read(attachment.file, content, attachment.language or language))


def _serve(line: Connection, memory: int) -> None:
    """Read files until nobody asks any more, in silence: what a library says of a file may quote it."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _bound(memory)
    with suppress(EOFError, OSError):
        line.send_bytes(READY)
        for task in _tasks(line):
            _bound_work()
            line.send_bytes(msgspec.msgpack.encode(reading(task.name, task.content, task.language)))


def _tasks(line: Connection) -> Iterator[_Task]:
    while True:
        yield msgspec.msgpack.decode(line.recv_bytes(), type=_Task)


def _bound(memory: int) -> None:
    """Let this process have no more than *memory* bytes, and leave no core behind."""
    if sys.platform != "win32":  # where time by the clock alone is bounded
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_work() -> None:
    """Let the next file take no more than its seconds of work; a process that goes on is ended."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + WORK, most))

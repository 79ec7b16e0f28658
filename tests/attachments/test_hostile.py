"""Hostile files are withheld, each with a sentence, and neither stop nor stall what is read after them."""

import errno
import os
import time
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

import pytest

from generator.attachments import Desk, reading
from generator.attachments import batch as batch_module
from generator.attachments.formats import FORMATS
from generator.errors import ReadingError
from generator.messages import LANGUAGES, catalog
from generator.model.attachment import Reading
from generator.model.text import text
from tests.attachments.channels import CANARY, CONTROL
from tests.attachments.hostile import HOSTILE, Hostile

ENOUGH = 30
SLOW, LIMIT = 60.0, 15.0


def named(file: Hostile) -> str:
    return file[0]


@pytest.mark.parametrize("file", HOSTILE, ids=named)
def test_a_hostile_file_is_withheld_with_a_reason(file: Hostile) -> None:
    begun = time.monotonic()
    result = reading(f"liite.{file[1]}", file[2], "fi")

    assert _outcome(result) == file[3]
    assert CANARY not in text(result.blocks)
    assert time.monotonic() - begun < SLOW


@pytest.mark.parametrize("reason", sorted({file[3] for file in HOSTILE}))
def test_each_reason_is_a_sentence_in_every_language(reason: str) -> None:
    assert all(f"redaction.attachment_{reason}" in catalog(language) for language in LANGUAGES)


def test_there_are_thirty_and_more() -> None:
    assert len(HOSTILE) >= ENOUGH


def test_what_comes_after_a_hostile_file_is_read() -> None:
    with Desk() as desk:
        results = [desk.read(f"{n}.{file[1]}", file[2], "fi") for n, file in enumerate(HOSTILE[:8])]
        after = desk.read("liite.txt", CONTROL.encode(), "fi")

    assert [_outcome(result) for result in results] == [file[3] for file in HOSTILE[:8]]
    assert text(after.blocks) == CONTROL


def test_a_file_that_stalls_its_reader_is_set_aside_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_module, "_serve", _stalling)
    with Desk(seconds=LIMIT) as desk:
        stalled = desk.read("hidas.txt", b"jumi", "fi")
        killed = desk.read("kuoleva.txt", b"kuole", "fi")
        after = desk.read("liite.txt", CONTROL.encode(), "fi")

    assert (stalled.problem, killed.problem) == ("too_slow", "too_heavy")
    assert text(after.blocks) == CONTROL


def test_a_process_that_does_not_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_module, "_serve", _ending)
    with Desk() as desk, pytest.raises(ReadingError, match="vapauta muistia"):
        desk.read("liite.txt", CONTROL.encode(), "fi")


def test_a_machine_that_lets_no_process_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_self: object) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(ForkServerProcess, "start", start)
    with Desk() as desk, pytest.raises(ReadingError, match="vapauta muistia"):
        desk.read("liite.txt", CONTROL.encode(), "fi")


def _ending(line: Connection, _memory: int) -> None:
    """End before the first file, as a machine without memory would have it."""
    line.close()


def _stalling(line: object, memory: int) -> None:
    """Serve as the real one does, but stall at one word and die at another, as a broken parser would."""
    import os  # noqa: PLC0415 - in the process that is served by

    from generator.attachments import batch  # noqa: PLC0415 - the same

    real = batch.reading

    def told(name: str, content: bytes, language: str) -> Reading:
        if content == b"jumi":
            time.sleep(60)
        if content == b"kuole":
            os._exit(1)
        return real(name, content, language)

    batch.reading = told  # type: ignore[assignment]
    batch._serve(line, memory)  # type: ignore[arg-type]  # noqa: SLF001 - the real one, with a parser that breaks


def test_memory_is_bounded() -> None:
    with Desk(memory=600 * 2**20) as desk:
        heavy = desk.read("a.csv", b"a;b;c;d;e;f;g;h\n" * 1_200_000, "fi")
        after = desk.read("liite.txt", CONTROL.encode(), "fi")

    assert heavy.problem in {"too_deep", "too_heavy", "too_large", "damaged"}
    assert text(after.blocks) == CONTROL


def test_every_ending_belongs_to_one_format() -> None:
    endings = [ending for each in FORMATS.values() for ending in each.endings]

    assert len(endings) == len(set(endings))


def _outcome(result: Reading) -> str | None:
    return result.problem or (None if result.blocks or result.copy else "no_text")

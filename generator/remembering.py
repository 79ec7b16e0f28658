"""What was found in the texts of cases before, kept in the scratch folder, readable by its owner only."""

import os
from pathlib import Path

import msgspec

from generator.redaction import Memory
from generator.redaction.cases import Marks

FILE = "2-names.msgpack"
OWNER_ONLY = 0o600


def recalled(work: Path, key: bytes) -> Memory:
    """Return what earlier runs found, or nothing where that cannot be read: then it is found anew."""
    path = work / FILE
    try:
        found = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, Marks]) if path.is_file() else {}
    except msgspec.DecodeError:
        found = {}
    return Memory(key=key, found=found)


def keep(memory: Memory, work: Path) -> None:
    """Keep what *memory* holds for the next run; it names no text, and only who has its key can ask it for one."""
    work.mkdir(parents=True, exist_ok=True)
    beside = work / f".{FILE}-next"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(msgspec.msgpack.encode(memory.found))
    beside.replace(work / FILE)

"""Text from pictures, by Tesseract where it is installed with Finnish and Swedish; without it nothing changes."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache, reduce

import pypdfium2

from generator.attachments.unreadable import UnreadableFileError
from generator.importers._pdf import LOCK
from generator.importers._tweb_layout import joined

LANGUAGES = frozenset({"fin", "swe"})
DOTS_PER_INCH, POINTS_PER_INCH = 200, 72
# By the clock, for a page: on a busy machine one took 45, otherwise about 4.
SECONDS = 300
MAX_PIXELS = 40_000_000
BLANK_LINES = re.compile(r"\n\s*\n")


@cache
def is_available() -> bool:
    """Tell whether Tesseract is installed with the languages of the municipality's documents."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    told = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=SECONDS)  # noqa: S603 - found above
    return set(told.stdout.decode(errors="replace").split()) >= LANGUAGES


def read_pages(content: bytes) -> Iterator[str]:
    """Yield the paragraphs of every page of the PDF in *content*, as a machine reads them.

    Raises:
        UnreadableFileError: a page is too large, or reading it failed.

    """
    for picture in _rendered(content):
        yield from (_one_line(part) for part in BLANK_LINES.split(_read(picture)) if part.strip())


def _one_line(paragraph: str) -> str:
    return " ".join(reduce(joined, (line.strip() for line in paragraph.splitlines())).split())


def _rendered(content: bytes) -> Iterator[bytes]:
    with LOCK:
        document = pypdfium2.PdfDocument(content)
        try:
            for page in document:
                width, height = page.get_size()
                scale = DOTS_PER_INCH / POINTS_PER_INCH
                if width * height * scale**2 > MAX_PIXELS:
                    raise UnreadableFileError("too_large")
                buffer = io.BytesIO()
                page.render(scale=scale, grayscale=True).to_pil().save(buffer, "PNG")
                yield buffer.getvalue()
        finally:
            document.close()


def _read(picture: bytes) -> str:
    """Return the text of *picture*; it goes in and out by pipes, so that nothing lies in a temporary file."""
    program = shutil.which("tesseract") or "tesseract"
    command = [program, "stdin", "stdout", "-l", "+".join(sorted(LANGUAGES))]
    # Where cores are few, its threads wait for each other more than they work.
    around = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        told = subprocess.run(command, input=picture, capture_output=True, check=True, timeout=SECONDS, env=around)  # noqa: S603 - ours
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableFileError("no_text") from error
    return told.stdout.decode(errors="replace")

"""Runs pagefind's program, which comes in a wheel, over a folder of HTML."""

import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from generator.errors import RenderingError


def run(pages: Path, made: Path) -> None:
    """Index *pages* into *made*.

    Raises:
        RenderingError: the program is not there, or failed. What it says may hold text of pages, and is not passed on.
    """
    try:
        command = (str(get_executable()), "--silent", "--site", str(pages), "--output-path", str(made))
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own folders, no text of a page
    except (OSError, subprocess.CalledProcessError) as error:
        raise RenderingError("rendering.search_failed", reason=type(error).__name__) from error

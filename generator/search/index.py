"""Makes the index of every language from the staged pages, and puts it where the search page looks for it."""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import RenderingError
from generator.model.expiry import FOLDER
from generator.model.identifiers import SEARCH
from generator.search import bundle, pagefind
from generator.search.extract import MARK, Extract, extracted


def write_index(staging: Path, work: Path) -> tuple[str, ...]:
    """Write the index of the pages in *staging* into it, one for each language, and return the languages; *work* is scratch.

    Only what `rendering` marked is in it, from pages as they are now: what waits for its day is no page yet.

    Raises:
        RenderingError: pagefind did not run, left pages out, or writes what we do not know.
    """
    shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(staging / SEARCH, ignore_errors=True)
    counts: dict[str, int] = defaultdict(int)
    for page in _marked(staging):
        _write(page, work / "pages" / page.language)
        counts[page.language] += 1
    for language, count in sorted(counts.items()):
        made = work / "made" / language
        pagefind.run(work / "pages" / language, made)
        bundle.publish(made, language, count, staging / SEARCH / language)
    shutil.rmtree(work, ignore_errors=True)
    return tuple(sorted(counts))


def _marked(staging: Path) -> Iterator[Extract]:
    for path in _pages(staging):
        content = (staging / path).read_bytes()
        if MARK in content:
            yield extracted(path, content)


def _pages(staging: Path) -> Sequence[str]:
    names = (path.relative_to(staging).as_posix() for path in staging.rglob("*.html"))
    return sorted(name for name in names if not name.startswith(f"{FOLDER}/"))


def _write(page: Extract, folder: Path) -> None:
    path = folder / page.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.html, encoding="utf-8")
    except OSError as error:
        raise RenderingError("rendering.search_failed", reason=type(error).__name__) from error

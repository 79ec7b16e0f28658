"""What a release carries so that time can take something off it without us: lists, a status, a script for the web host."""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator import rendering
from generator.model.expiry import FOLDER, at, dates, end_of_page, prepared
from generator.model.redacted import RedactedMeeting
from generator.publishing import expiry
from generator.redaction import Needle, names_of
from generator.rendering import fragments, meetings, urls
from generator.rendering.site import Site
from generator.rendering.write import write_text

ASSETS = "assets"
EXECUTABLE = 0o755


def complete(shown: Sequence[RedactedMeeting], site: Site, staging: Path, day: date) -> None:
    """Write beside the pages of *shown*, all that *staging* holds on *day*, what their endings need."""
    days = {ending for meeting in shown for ending in dates(meeting)}
    for path in staging.glob(f"{FOLDER}/*"):
        if path.name not in {ending.isoformat() for ending in days}:
            shutil.rmtree(path)  # of a meeting that was held back since
    for ending, paths in _deleted(shown, site, staging).items():
        expiry.prepare_deletion(staging, ending, paths)
    script = staging / expiry.SCRIPT
    write_text(script, f"{fragments.render('expire.sh.html')}\n")
    script.chmod(EXECUTABLE)
    expiry.prepare(staging, day)


def names_by_path(shown: Sequence[RedactedMeeting], site: Site) -> dict[str, tuple[Needle, ...]]:
    """Return {path: names that may stand there}, for the site as it is and for every day on which it changes."""
    found: dict[str, tuple[Needle, ...]] = {}
    for meeting in shown:
        found |= _names(meeting, "", site)
        for day in dates(meeting):
            found |= _names(at(meeting, day), f"{prepared(day)}/", site)
    return found


@contextmanager
def in_place(staging: Path) -> Iterator[None]:
    """Let the pages that wait for their day find the styles, as they will when they are in place."""
    links = [folder / ASSETS for folder in staging.glob(f"{FOLDER}/*") if folder.is_dir()]
    for link in links:
        link.symlink_to(staging / ASSETS, target_is_directory=True)
    try:
        yield
    finally:
        for link in links:
            link.unlink()


def _names(meeting: RedactedMeeting, prefix: str, site: Site) -> Mapping[str, tuple[Needle, ...]]:
    of_items = names_of(meeting)
    if not of_items:
        return {}
    own = {f"{prefix}{urls.item(item, site)}": of_items[item.id] for item in meeting.items if item.id in of_items}
    together = tuple(needle for needles in of_items.values() for needle in needles)
    whole = {f"{prefix}{urls.whole(meeting, own, site)}": together for own in urls.meeting_languages(meeting, site)}
    return own | whole


def _deleted(shown: Sequence[RedactedMeeting], site: Site, staging: Path) -> dict[date, list[str]]:
    """Return {day: what is deleted then}: the files of meetings that end, and the pages of cases of which nothing is left."""
    found: dict[date, list[str]] = defaultdict(list)
    for meeting in shown:
        if day := end_of_page(meeting):
            stays = {page.path for page in meetings.pages(at(meeting, day), site)}
            found[day] += [path for path in _files(meeting, site, staging) if path not in stays]
    for day, gone in found.items():
        cases = rendering.ended_cases(shown, day, site)
        gone += [path for name in cases for path in urls.in_every_language(name, site).values() if (staging / path).is_file()]
    return found


def _files(meeting: RedactedMeeting, site: Site, staging: Path) -> Iterator[str]:
    for language in site.languages:
        folder = staging / urls.page(meeting.id, language, site.languages).removesuffix(".html")
        yield from (path.relative_to(staging).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())

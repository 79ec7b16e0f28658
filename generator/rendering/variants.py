"""What takes the place of pages when time has come: without names, or without the text. Made with the pages themselves."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.model import expiry
from generator.model.redacted import RedactedMeeting
from generator.rendering import case_page, organization_page
from generator.rendering.cases import Case, cases
from generator.rendering.meetings import pages
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.write import Page, stamp, write_text


def render_variants(meetings: Iterable[RedactedMeeting], site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write what the pages of *meetings* below *staging* will be on each of their days, and return the paths."""
    return tuple(path for meeting in meetings for path in _of_meeting(meeting, site, shells, staging))


def _of_meeting(meeting: RedactedMeeting, site: Site, shells: Shells, staging: Path) -> Iterator[str]:
    days = expiry.dates(meeting)
    for place, day in enumerate(days):
        for page in pages(expiry.at(meeting, day), site):
            yield from _written(page, days[: place + 1], site, shells, staging)


def render_shared_variants(meetings: Sequence[RedactedMeeting], site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write what the pages that *meetings* share will be once one of them ends, and return the paths.

    Those of cases and organizations that the ended meetings are part of: all others hold no text of them.
    """
    days = sorted({day for meeting in meetings if (day := expiry.end_of_page(meeting))})
    now = cases(meetings, site) if days else ()
    return tuple(
        path
        for place, day in enumerate(days)
        for page in _shared(meetings, now, day, site)
        for path in _written(page, days[: place + 1], site, shells, staging)
    )


def ended_cases(meetings: Sequence[RedactedMeeting], day: date, site: Site) -> tuple[str, ...]:
    """Return the names of the cases of which nothing is left on *day*."""
    left = {case.name for case in cases([expiry.at(meeting, day) for meeting in meetings], site)}
    return tuple(case.name for case in cases(meetings, site) if case.name not in left)


def _shared(meetings: Sequence[RedactedMeeting], now: Sequence[Case], day: date, site: Site) -> Iterator[Page]:
    then = [expiry.at(meeting, day) for meeting in meetings]
    ending = {meeting.id for meeting in meetings if expiry.end_of_page(meeting) == day}
    organizations = {meeting.organization.id for meeting in meetings if meeting.id in ending}
    touched = {case.name for case in now if any(handling.meeting.id in ending for handling in case.handlings)}
    left = [case for case in cases(then, site) if case.name in touched]
    of_organizations = [meeting for meeting in then if meeting.organization.id in organizations]
    for language in site.languages:
        yield from case_page.pages_of(left, language, site)
        yield from organization_page.pages(of_organizations, language, site)


def _written(page: Page, days: Sequence[date], site: Site, shells: Shells, staging: Path) -> Iterator[str]:
    """Write *page* as of the last of *days* where it differs from what stands there until then."""
    *earlier, day = days
    text = stamp(page, site, shells)
    places = (*(f"{expiry.prepared(each)}/{page.path}" for each in reversed(earlier)), page.path)
    before = next((staging / place for place in places if (staging / place).is_file()), None)
    if before is None or before.read_bytes() != text.encode():
        path = f"{expiry.prepared(day)}/{page.path}"
        write_text(staging / path, text)
        yield path

"""All that belongs to single meetings: their pages, their items' pages, their captions."""

from collections.abc import Sequence
from pathlib import Path

from generator.model.redacted import RedactedMeeting
from generator.rendering import attachment_page, captions, ended_page, item_page, meeting_page, video_page, whole_page
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.write import Page, write_page, write_text


def render_meetings(meetings: Sequence[RedactedMeeting], site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write the pages and captions of *meetings* below *staging*, and return the paths of the pages."""
    return tuple(path for meeting in meetings for path in _render(meeting, site, shells, staging))


def _render(meeting: RedactedMeeting, site: Site, shells: Shells, staging: Path) -> list[str]:
    for track in meeting.recording.captions if meeting.recording else ():
        write_text(staging / track.path, captions.webvtt(track))
    return [write_page(page, site, shells, staging) for page in pages(meeting, site)]


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return every page of *meeting* and of its items."""
    kinds = (ended_page,) if meeting.is_ended else (meeting_page, item_page, attachment_page, whole_page, video_page)
    return [page for kind in kinds for page in kind.pages(meeting, site)]

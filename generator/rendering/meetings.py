"""All that belongs to single meetings: their pages, their items' pages, their captions."""

from collections.abc import Sequence
from pathlib import Path

from generator.model.redacted import RedactedMeeting
from generator.rendering import captions, item_page, meeting_page, video_page, whole_page
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.write import write_page, write_text


def render_meetings(meetings: Sequence[RedactedMeeting], site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write the pages and captions of *meetings* below *staging*, and return the paths of the pages."""
    return tuple(path for meeting in meetings for path in _render(meeting, site, shells, staging))


def _render(meeting: RedactedMeeting, site: Site, shells: Shells, staging: Path) -> list[str]:
    for track in meeting.recording.captions if meeting.recording else ():
        write_text(staging / track.path, captions.webvtt(track))
    pages = [kind.pages(meeting, site) for kind in (meeting_page, item_page, whole_page, video_page)]
    return [write_page(page, site, shells, staging) for of_kind in pages for page in of_kind]

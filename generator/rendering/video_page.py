"""The page of a meeting's recording: the player, its chapters, and what was said as text."""

import msgspec

from generator.model.redacted import PublicCaptions, PublicRecording, RedactedMeeting
from generator.rendering import fragments, item_page, labels, moments, urls
from generator.rendering.moments import Moment
from generator.rendering.site import Site
from generator.rendering.transcript import Chapter, chapters
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page


class Transcript(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one caption track; *language* is set where it is not the page's."""

    language: str | None
    chapters: tuple[Chapter, ...]


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the page of the recording in every language of the meeting, or none."""
    if meeting.recording is None or not urls.has_video(meeting):
        return []
    return [_page(meeting, meeting.recording, language, site) for language in urls.meeting_languages(meeting, site)]


def _page(meeting: RedactedMeeting, recording: PublicRecording, language: str, site: Site) -> Page:
    t = words(language)
    path = urls.video(meeting, language, site)
    name = labels.meeting(meeting, language, site)
    alternates = {own: urls.video(meeting, own, site) for own in urls.meeting_languages(meeting, site)}
    found = moments.moments(meeting, t)
    content = fragments.render(
        "video.html",
        t=t,
        root=urls.root(path),
        meeting_path=urls.meeting(meeting, language, site),
        organization=labels.organization(meeting, language, site),
        name=t(f"pages.on_{labels.kind(meeting)}", day=labels.day(meeting, t)),
        recording=recording,
        moments=found,
        transcript=_transcript(recording, found, t),
    )
    return Page(
        path=path,
        language=language,
        title=f"{t('pages.recording')}: {name} – {site.name(language)}",
        description=t("pages.video_description", name=name),
        content=content,
        crumbs=(*item_page.crumbs(meeting, language, site), Crumb(t("pages.recording"))),
        alternates=alternates,
        switch=urls.in_every_language(meeting.organization.id, site) | alternates,
    )


def _transcript(recording: PublicRecording, found: list[Moment], t: Words) -> Transcript | None:
    """Return the text of the captions in the page's language, or of the first."""
    if not recording.captions:
        return None
    track = min(recording.captions, key=lambda captions: _order(captions, recording, t))
    return Transcript(language=labels.other(track.language, t.language), chapters=chapters(track, found))


def _order(captions: PublicCaptions, recording: PublicRecording, t: Words) -> tuple[bool, int]:
    return captions.language != t.language, recording.captions.index(captions)

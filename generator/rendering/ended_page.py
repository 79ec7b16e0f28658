"""The pages of a meeting whose time on the site is over: its addresses answer, and say where to ask."""

from generator.model.redacted import RedactedMeeting
from generator.rendering import fragments, item_page, labels, urls
from generator.rendering.site import Site
from generator.rendering.words import words
from generator.rendering.write import Crumb, Page


def pages(meeting: RedactedMeeting, site: Site) -> list[Page]:
    """Return the pages of the meeting and of its whole document in every language, and those of its items."""
    languages = urls.meeting_languages(meeting, site)
    own = [page for language in languages for page in (_meeting(meeting, language, site), _whole(meeting, language, site))]
    return [*own, *item_page.pages(meeting, site)]


def _meeting(meeting: RedactedMeeting, language: str, site: Site) -> Page:
    paths = {own: urls.meeting(meeting, own, site) for own in urls.meeting_languages(meeting, site)}
    return _page(paths, words(language)("expiry.ended"), meeting, language, site)


def _whole(meeting: RedactedMeeting, language: str, site: Site) -> Page:
    paths = {own: urls.whole(meeting, own, site) for own in urls.meeting_languages(meeting, site)}
    return _page(paths, words(language)(f"pages.whole_title_{labels.document(meeting)}"), meeting, language, site)


def _page(paths: dict[str, str], document: str, meeting: RedactedMeeting, language: str, site: Site) -> Page:
    t = words(language)
    content = fragments.render(
        "ended.html",
        t=t,
        item=None,
        meeting=meeting,
        organization=labels.organization(meeting, language, site),
        kind=labels.kind(meeting),
        day=labels.day(meeting, t),
        document=document,
        office=site.registry_office.get(language, ""),
    )
    return Page(
        path=paths[language],
        language=language,
        title=f"{document}: {labels.meeting(meeting, language, site)} – {site.name(language)}",
        description=t("expiry.ended"),
        content=content,
        crumbs=(*item_page.crumbs(meeting, language, site)[:-1], Crumb(labels.day(meeting, t))),
        alternates=paths,
        switch=urls.in_every_language(meeting.organization.id, site) | paths,
    )

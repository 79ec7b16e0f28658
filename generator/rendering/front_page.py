"""The front page: what comes, what is new, who decides."""

from collections.abc import Sequence

from generator.model.redacted import RedactedMeeting
from generator.rendering import fragments, labels, urls
from generator.rendering.listings import meeting_row, newest_first, organization_rows
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.words import words
from generator.rendering.write import Page

NEWEST = 10
NEWEST_OF_POSTS = 5


def page(meetings: Sequence[RedactedMeeting], language: str, site: Site, shells: Shells) -> Page:
    t = words(language)
    path = urls.page(urls.FRONT, language, site.languages)
    of_posts = [meeting for meeting in meetings if labels.is_post(meeting)]
    of_bodies = [meeting for meeting in meetings if not labels.is_post(meeting)]
    ordered = newest_first(of_bodies)
    content = fragments.render(
        "front.html",
        t=t,
        root=urls.root(path),
        own_heading=shells.own_heading(urls.FRONT, language),
        own_words=shells.own_words(urls.FRONT, language),
        name=site.name(language),
        search_path=urls.page(urls.SEARCH, language, site.languages),
        coming=[meeting_row(m, language, site) for m in reversed(ordered) if m.day > site.at],
        newest=[meeting_row(m, language, site) for m in ordered if m.day <= site.at][:NEWEST],
        organizations=organization_rows(of_bodies, language, site),
        decided=[meeting_row(m, language, site) for m in newest_first(of_posts)[:NEWEST_OF_POSTS]],
        posts=organization_rows(of_posts, language, site),
    )
    paths = urls.in_every_language(urls.FRONT, site)
    return Page(
        path=path,
        language=language,
        title=t("pages.front_title", name=site.name(language)),
        description=t("pages.front_description", name=site.name(language)),
        content=content,
        alternates=paths,
        switch=paths,
        current=urls.FRONT,
    )

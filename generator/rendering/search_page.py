"""The page with the site's search: a form that our script serves, and for readers without scripts the ways to browse."""

from collections.abc import Iterable, Sequence

import msgspec

from generator.model.redacted import RedactedMeeting
from generator.rendering import found, fragments, labels, urls
from generator.rendering.labels import Label
from generator.rendering.listings import by_organization, newest_first
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.words import words
from generator.rendering.write import Page

SCRIPT = "assets/search.js"
KINDS = ("minutes", "agenda", "post")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a filter, and what it is called."""

    value: str
    label: Label


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """An organization to browse: its page, and {year: page} where it has several years."""

    name: Label
    path: str
    years: dict[int, str]


def page(meetings: Sequence[RedactedMeeting], language: str, site: Site, shells: Shells) -> Page:
    t = words(language)
    paths = urls.in_every_language(urls.SEARCH, site)
    searched = [meeting for meeting in meetings if found.is_searched(meeting)]
    kinds = {labels.document(meeting) for meeting in searched}
    content = fragments.render(
        "search.html",
        t=t,
        root=urls.root(paths[language]),
        index=urls.SEARCH,
        page_language=language,
        own_heading=shells.own_heading(urls.SEARCH, language),
        own_words=shells.own_words(urls.SEARCH, language),
        organizations=_organizations(searched, language, site),
        years=sorted({meeting.day.year for meeting in searched}, reverse=True),
        kinds=[kind for kind in KINDS if kind in kinds],
        languages=found.languages(searched, site),
        is_partial=any(meeting.page_until is not None and not meeting.is_ended for meeting in meetings),
        ways=_ways(meetings, language, site),
    )
    return Page(
        path=paths[language],
        language=language,
        title=t("search.title", name=site.name(language)),
        description=t("search.description", name=site.name(language)),
        content=content,
        alternates=paths,
        switch=paths,
        current=urls.SEARCH,
        script=SCRIPT if searched else "",
    )


def _organizations(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[Choice]:
    return [
        Choice(value=identity, label=labels.organization(newest_first(own)[0], language, site))
        for identity, own in by_organization(meetings).items()
    ]


def _ways(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[Way]:
    return [
        Way(
            name=labels.organization(newest_first(own)[0], language, site),
            path=urls.page(identity, language, site.languages),
            years=_years(identity, own, language, site),
        )
        for identity, own in by_organization(meetings).items()
    ]


def _years(identity: str, own: Iterable[RedactedMeeting], language: str, site: Site) -> dict[int, str]:
    years = sorted({meeting.day.year for meeting in own}, reverse=True)
    if len(years) == 1:
        return {}
    return {year: urls.page(urls.year(identity, year), language, site.languages) for year in years}

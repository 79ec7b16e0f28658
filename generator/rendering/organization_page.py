"""The pages of an organization: its meetings, or an office-holder's decisions, a year at a time."""

from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from generator.model.redacted import RedactedMeeting
from generator.rendering import fragments, labels, meeting_page, urls
from generator.rendering.labels import Label
from generator.rendering.listings import by_organization, meeting_row, newest_first
from generator.rendering.meeting_page import Row
from generator.rendering.site import Site
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of an office-holder, and its day."""

    row: Row
    meeting: RedactedMeeting


class YearLink(msgspec.Struct, frozen=True, kw_only=True):
    """A year of the organization; *path* is empty for the one that is shown."""

    year: int
    path: str


class ByYear(msgspec.Struct, frozen=True, kw_only=True):
    """What an organization did, by year, the newest first; *name* is what it is called on the page."""

    id: str
    name: Label
    years: dict[int, list[RedactedMeeting]]


def pages(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[Page]:
    """Return the pages of every organization in *language*.

    Its own page shows the newest year; each year has one of its own where there are several, so that a new meeting changes
    two pages however many years there are.
    """
    found: list[Page] = []
    for identity, own in by_organization(meetings).items():
        held = _held(identity, own, language, site)
        found.append(_newest_page(held, language, site))
        if len(held.years) > 1:
            found += [_year_page(held, year, language, site) for year in held.years]
    return found


def _held(identity: str, meetings: Sequence[RedactedMeeting], language: str, site: Site) -> ByYear:
    years: dict[int, list[RedactedMeeting]] = {}
    ordered = newest_first(meetings)
    for meeting in ordered:
        years.setdefault(meeting.day.year, []).append(meeting)
    return ByYear(id=identity, name=labels.organization(ordered[0], language, site), years=years)


def _newest_page(held: ByYear, language: str, site: Site) -> Page:
    t = words(language)
    paths = urls.in_every_language(held.id, site)
    year = next(iter(held.years))
    kind = labels.kind(held.years[year][0])
    names = {"organization": held.name.text, "name": site.name(language)}
    return Page(
        path=paths[language],
        language=language,
        title=t(f"pages.title_{kind}", **names),
        description=t(f"pages.organization_description_{kind}", **names),
        content=_content(held, year, paths[language], t, site),
        crumbs=(_front(t, site), Crumb(held.name.text, language=held.name.language)),
        alternates=paths,
        switch=paths,
    )


def _year_page(held: ByYear, year: int, language: str, site: Site) -> Page:
    t = words(language)
    paths = urls.in_every_language(urls.year(held.id, year), site)
    kind = labels.kind(held.years[year][0])
    names = {"organization": held.name.text, "name": site.name(language)}
    organization = urls.page(held.id, language, site.languages)
    return Page(
        path=paths[language],
        language=language,
        title=t(f"pages.year_title_{kind}", year=year, **names),
        description=t(f"pages.year_description_{kind}", year=year, **names),
        content=_content(held, year, paths[language], t, site),
        crumbs=(_front(t, site), Crumb(held.name.text, organization, held.name.language), Crumb(str(year))),
        alternates=paths,
        switch=paths,
    )


def _content(held: ByYear, year: int, path: str, t: Words, site: Site) -> Markup:
    shown = held.years[year]
    is_of_post = labels.is_post(shown[0])
    return fragments.render(
        "organization.html",
        t=t,
        root=urls.root(path),
        name=held.name,
        kind=labels.kind(shown[0]),
        year=year,
        meetings=[] if is_of_post else [meeting_row(m, t.language, site) for m in shown],
        decisions=_decisions(shown, t, site) if is_of_post else [],
        years=_years(held, path, t, site),
    )


def _decisions(days: Sequence[RedactedMeeting], t: Words, site: Site) -> list[Decision]:
    """Return the decisions of *days*, the newest first."""
    return [Decision(row=meeting_page.row(i, day, t, site), meeting=day) for day in days for i in reversed(day.items)]


def _years(held: ByYear, path: str, t: Words, site: Site) -> list[YearLink]:
    """Return a link to every year, or none where there is only one."""
    if len(held.years) == 1:
        return []
    paths = {year: urls.page(urls.year(held.id, year), t.language, site.languages) for year in held.years}
    return [YearLink(year=year, path="" if own == path else own) for year, own in paths.items()]


def _front(t: Words, site: Site) -> Crumb:
    return Crumb(t("pages.nav_front"), urls.page(urls.FRONT, t.language, site.languages))

"""The page of a case: all its handlings, the newest first."""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

from generator.model.meeting import EarlierHandling
from generator.model.redacted import RedactedMeeting
from generator.rendering import fragments, labels, sections, urls
from generator.rendering.cases import Case, Handling, Told, cases
from generator.rendering.labels import Label, other
from generator.rendering.markup import Tables, Writer
from generator.rendering.site import Site
from generator.rendering.words import Words, words
from generator.rendering.write import Crumb, Page


class HandlingView(msgspec.Struct, frozen=True, kw_only=True):
    """A published handling. *path* is empty where the item's text is not there; *outcome* is what was decided or proposed."""

    meeting: RedactedMeeting
    organization: Label
    day: str
    number: str
    title: Label
    path: str
    hreflang: str | None
    state: str
    outcome: Markup
    language: str | None


class ToldView(msgspec.Struct, frozen=True, kw_only=True):
    """A handling of which only later ones tell; *language* is that of its organization's name."""

    handling: EarlierHandling
    language: str | None


def pages(meetings: Sequence[RedactedMeeting], language: str, site: Site) -> list[Page]:
    """Return the pages of the cases that have an item in *language*."""
    return pages_of(cases(meetings, site), language, site)


def pages_of(shown: Iterable[Case], language: str, site: Site) -> list[Page]:
    """Return the pages of those of the cases *shown* that have an item in *language*."""
    return [_page(case, language, site) for case in shown if language in _languages(case, site)]


def _page(case: Case, language: str, site: Site) -> Page:
    t = words(language)
    path = urls.page(case.name, language, site.languages)
    tables = Tables()
    title = _title(case, language, site)
    number = t("pages.case_number", number=case.register_number)
    alternates = {own: urls.page(case.name, own, site.languages) for own in _languages(case, site)}
    return Page(
        path=path,
        language=language,
        title=f"{number}: {title.text} – {site.name(language)}",
        description=t("pages.case_description", number=case.register_number, title=title.text),
        content=fragments.render(
            "case.html",
            t=t,
            root=urls.root(path),
            number=number,
            title=title,
            handlings=[_handling(handling, t, tables, site) for handling in case.handlings],
            told=[_told(told, language) for told in case.told],
        ),
        crumbs=(Crumb(t("pages.nav_front"), urls.page(urls.FRONT, language, site.languages)), Crumb(number)),
        alternates=alternates,
        switch=urls.in_every_language(urls.FRONT, site) | alternates,
    )


def _languages(case: Case, site: Site) -> tuple[str, ...]:
    """Return the languages of the case's own items, in the order of the site."""
    own = {site.chrome(h.item.language) for h in case.handlings if urls.case(h.item.register_number) == case.name}
    return tuple(language for language in site.languages if language in own)


def _title(case: Case, language: str, site: Site) -> Label:
    """Return what the case was last called in *language*."""
    own = next(handling.item for handling in case.handlings if site.chrome(handling.item.language) == language)
    return labels.title(own, words(language))


def _handling(handling: Handling, t: Words, tables: Tables, site: Site) -> HandlingView:
    meeting, item = handling.meeting, handling.item
    writer = Writer(words(item.language), tables)
    return HandlingView(
        meeting=meeting,
        organization=labels.organization(meeting, t.language, site),
        day=labels.day(meeting, t),
        number=labels.number(item, meeting, t),
        title=labels.title(item, t),
        path=urls.item(item, site) if urls.has_page(item) else "",
        hreflang=other(site.chrome(item.language), t.language),
        state=labels.short_state(meeting, meeting.state, t),
        outcome=writer.blocks(sections.outcome(sections.parted(item, meeting.stage, meeting.state)), under=3),
        language=other(item.language, t.language),
    )


def _told(told: Told, language: str) -> ToldView:
    return ToldView(handling=told.earlier, language=other(told.teller.item.language, language))

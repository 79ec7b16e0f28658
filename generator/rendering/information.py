"""Pages that explain: what is withheld, how accessible the site is, that there is no such page; and those written by hand."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from generator.messages import catalog
from generator.rendering import fragments, navigation, urls
from generator.rendering.labels import Label, other
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.words import words
from generator.rendering.write import Page

GROUND = "grounds."
SHORT = "_short"
MASK = "redaction.mask_"


def withheld_page(language: str, site: Site, shells: Shells) -> Page:
    """Return the explanation of what is withheld: every mask and every ground that may be met."""
    sentences = catalog(language)
    codes = (code.removeprefix(GROUND) for code in sentences if code.startswith(GROUND) and not code.endswith(SHORT))
    grounds = sorted(codes, key=_by_number)
    masks = [sentences[code] for code in sorted(sentences) if code.startswith(MASK)]
    return _page("withheld.html", urls.WITHHELD, language, site, shells, masks=masks, grounds=grounds)


def statement_page(language: str, site: Site, shells: Shells) -> Page:
    """Return the accessibility statement: every field of law 306/2019, 9 §, and of the model in (EU) 2018/1523."""
    own, found = site.statement, site.conformance
    return _page(
        "statement.html",
        urls.STATEMENT,
        language,
        site,
        shells,
        statement=own,
        conformance=found,
        waived=[(_in(language, each.reasons), each.until) for each in found.waived],
        issues=[_in(language, issue) for issue in own.known_issues],
        burden=[_in(language, issue) for issue in own.disproportionate_burden],
        out_of_scope=[_in(language, issue) for issue in own.out_of_scope],
        registry_office=_in(language, site.registry_office) if site.registry_office else None,
        supervisor_host=urlsplit(own.supervisor.url).netloc.removeprefix("www."),
    )


def written_pages(site: Site, shells: Shells) -> list[Page]:
    """Return the pages that the municipality wrote by hand."""
    written = navigation.pages(shells.written)
    return [
        Page(
            path=urls.page(own.name, own.language, site.languages),
            language=own.language,
            title=f"{own.title} – {site.name(own.language)}",
            content=fragments.render(
                "written.html",
                title=own.title,
                content=shells.own_words(own.name, own.language),
            ),
            alternates={o.language: urls.page(o.name, o.language, site.languages) for o in written if o.name == own.name},
            switch=urls.in_every_language(urls.FRONT, site)
            | {o.language: urls.page(o.name, o.language, site.languages) for o in written if o.name == own.name},
            current=own.name.replace("/", "-"),
        )
        for own in written
    ]


def not_found_page(site: Site) -> Page:
    """Return the one page that a server shows for any wrong address, so its links start at the server's root."""
    language = site.languages[0]
    root = "/" + site.url.partition("://")[2].partition("/")[2].strip("/")
    root = root if root.endswith("/") else f"{root}/"
    fronts = urls.in_every_language(urls.FRONT, site)
    languages = [(own, words(own), root + fronts[own]) for own in site.languages]
    return Page(
        path=urls.NOT_FOUND,
        language=language,
        title=f"{words(language)('pages.not_found')} – {site.name(language)}",
        content=fragments.render("not_found.html", languages=languages, page_language=language),
        switch=fronts,
        indexed=False,
        root=root,
    )


def _in(language: str, texts: Mapping[str, str]) -> Label:
    """Return the one of *texts* that is in *language*, or the first of those that there are."""
    found = language if language in texts else min(texts)
    return Label(texts[found], other(found, language))


def _by_number(code: str) -> tuple[tuple[bool, int, str], ...]:
    """Order "24-1-9" before "24-1-10", and what has no number last."""
    return tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in code.split("-"))


def _page(fragment: str, name: str, language: str, site: Site, shells: Shells, **context: object) -> Page:
    t = words(language)
    paths = urls.in_every_language(name, site)
    heading = t(f"pages.{fragment.removesuffix('.html')}_heading")
    content = fragments.render(
        fragment,
        t=t,
        root=urls.root(paths[language]),
        site=site,
        name=site.name(language),
        language=language,
        heading=heading,
        own_heading=shells.own_heading(name, language),
        own_words=shells.own_words(name, language),
        **context,
    )
    return Page(
        path=paths[language],
        language=language,
        title=f"{heading} – {site.name(language)}",
        content=content,
        alternates=paths,
        switch=paths,
        current=name,
    )

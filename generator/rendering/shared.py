"""All that several meetings share: front page, organizations, explanations, sitemap, styles. Made after the gate's decision."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.model.redacted import RedactedMeeting
from generator.rendering import case_page, fragments, front_page, information, organization_page, search_page, urls
from generator.rendering.shell import Shells
from generator.rendering.site import Site
from generator.rendering.write import Page, write_page, write_text

# Scripts are no part of the site; material's icon and palettes are not used; maps are for its developers.
NOT_COPIED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
NOT_COPIED_TYPES = (".map", ".html", ".xml", ".gz")


def render_shared(meetings: Sequence[RedactedMeeting], site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write what *meetings* share below *staging*, and return the paths of the pages."""
    pages = [page for language in site.languages for page in _pages(meetings, language, site, shells)]
    pages += [*information.written_pages(site, shells), information.not_found_page(site)]
    paths = tuple(write_page(page, site, shells, staging) for page in pages)
    _write_for_robots(meetings, [page.path for page in pages if page.indexed], site, staging)
    return paths


def render_statement(site: Site, shells: Shells, staging: Path) -> tuple[str, ...]:
    """Write the accessibility statement below *staging*, and return the paths of its pages."""
    pages = (information.statement_page(language, site, shells) for language in site.languages)
    return tuple(write_page(page, site, shells, staging) for page in pages)


def _pages(meetings: Sequence[RedactedMeeting], language: str, site: Site, shells: Shells) -> list[Page]:
    return [
        front_page.page(meetings, language, site, shells),
        search_page.page(meetings, language, site, shells),
        *organization_page.pages(meetings, language, site),
        *case_page.pages(meetings, language, site),
        information.withheld_page(language, site, shells),
        information.statement_page(language, site, shells),
    ]


def copy_assets(shells: Shells, staging: Path) -> None:
    """Copy the styles that every page needs: before the audit, which sees pages as readers do."""
    for path in sorted(shells.assets.rglob("*")):
        name = path.relative_to(shells.assets).as_posix()
        if path.is_dir() or name.startswith(NOT_COPIED) or name.endswith(NOT_COPIED_TYPES):
            continue
        target = staging / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _write_for_robots(meetings: Sequence[RedactedMeeting], shared: Sequence[str], site: Site, staging: Path) -> None:
    base = site.url.rstrip("/")
    write_text(staging / "robots.txt", fragments.render("robots.txt.html", base=base))
    if base:
        paths = sorted({*urls.of_meetings(meetings, site), *shared})
        write_text(staging / "sitemap.xml", fragments.render("sitemap.xml.html", base=base, paths=paths))

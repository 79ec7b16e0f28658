"""Where each thing lives in the site: flat files, ids, one folder for each language but the first."""

from collections.abc import Iterable
from typing import TypeGuard

from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting, SecretItem, ShownItem
from generator.rendering.site import Site

PagedItem = PublicItem | SecretItem

FRONT = "index"
WITHHELD = "salatut-tiedot"
STATEMENT = "saavutettavuusseloste"
NOT_FOUND = "404.html"


def page(name: str, language: str, languages: tuple[str, ...]) -> str:
    """Return the path of the page *name* in *language*, which is one of the site's *languages*."""
    return f"{name}.html" if language == languages[0] else f"{language}/{name}.html"


def item(shown: ShownItem, site: Site) -> str:
    return page(shown.id, site.chrome(shown.language), site.languages)


def meeting(shown: RedactedMeeting, language: str, site: Site) -> str:
    """Return the path of the meeting's page in *language*, or in the nearest language that it has."""
    own = meeting_languages(shown, site)
    return page(shown.id, language if language in own else own[0], site.languages)


def meeting_languages(shown: RedactedMeeting, site: Site) -> tuple[str, ...]:
    """Return the languages in which the meeting has a page, in the order of the site."""
    chromes = {site.chrome(language) for language in shown.languages}
    return tuple(language for language in site.languages if language in chromes)


def in_every_language(name: str, site: Site) -> dict[str, str]:
    """Return {language: path} of a navigation page."""
    return {language: page(name, language, site.languages) for language in site.languages}


def root(path: str) -> str:
    """Return the relative way from the page at *path* to the root of the site."""
    return "../" * path.count("/")


def has_page(shown: ShownItem) -> TypeGuard[PagedItem]:
    """Tell whether *shown* has a page: an item that waits, or whose text is not there, is only named on its meeting's page."""
    match shown:
        case HeldItem():
            return False
        case PublicItem():
            return shown.has_text
        case SecretItem():
            return True


def organization_ids(meetings: Iterable[RedactedMeeting]) -> tuple[str, ...]:
    return tuple(sorted({shown.organization.id for shown in meetings}))


def of_meetings(meetings: Iterable[RedactedMeeting], site: Site) -> tuple[str, ...]:
    """Return the paths of all meeting and item pages, sorted."""
    paths: set[str] = set()
    for shown in meetings:
        paths.update(meeting(shown, language, site) for language in meeting_languages(shown, site))
        paths.update(item(i, site) for i in shown.items if has_page(i))
    return tuple(sorted(paths))

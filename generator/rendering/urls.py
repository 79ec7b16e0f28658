"""Where each thing lives in the site: flat files, ids, one folder for each language but the first."""

import re
from collections.abc import Iterable
from typing import TypeGuard

from generator.model import expiry, identifiers
from generator.model.identifiers import slug
from generator.model.redacted import (
    EndedItem,
    HeldItem,
    PublicAttachment,
    PublicItem,
    RedactedMeeting,
    SecretItem,
    ShownItem,
)
from generator.rendering.site import Site

PagedItem = PublicItem | SecretItem | EndedItem

FRONT = "index"
WITHHELD = "salatut-tiedot"
STATEMENT = "saavutettavuusseloste"
NOT_FOUND = "404.html"
CASES = "asiat"
SEARCH = identifiers.SEARCH
WHOLE = "kokonaan"
VIDEO = "tallenne"
# Two groups of digits at least: what stands in a field without being a register number, a mask among it, joins no items.
REGISTER_NUMBER = re.compile(r"(?=.*\d\D+\d)[\w .:,/()-]{3,60}")


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


def whole(shown: RedactedMeeting, language: str, site: Site) -> str:
    """Return the path of the page that holds all of the meeting's items."""
    return _below(meeting(shown, language, site), WHOLE)


def attachment(shown: PublicAttachment, site: Site, part: int = 1) -> str:
    """Return the path of the page of the attachment *shown*, which has a text, or of a later *part* of that."""
    name = shown.text.id if shown.text else ""
    own = site.chrome(shown.language or site.languages[0])
    return page(name if part == 1 else f"{name}-osa-{part}", own, site.languages)


def video(shown: RedactedMeeting, language: str, site: Site) -> str:
    """Return the path of the page with the meeting's recording and its transcript."""
    return _below(meeting(shown, language, site), VIDEO)


def has_video(shown: RedactedMeeting) -> bool:
    """Tell whether the meeting has a recording to show or to read; one that is only a link is a link on its page."""
    return shown.recording is not None and bool(shown.recording.file or shown.recording.captions)


def year(organization: str, number: int) -> str:
    """Return the name of the page of an organization's year."""
    return f"{organization}/{number}"


def case(register_number: str | None) -> str:
    """Return the name of the page of the case with *register_number*, or nothing for what is none."""
    if register_number is None or not REGISTER_NUMBER.fullmatch(register_number):
        return ""
    return f"{CASES}/{slug(register_number)}"


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
        case SecretItem() | EndedItem():
            return True


def of_meetings(meetings: Iterable[RedactedMeeting], site: Site) -> tuple[str, ...]:
    """Return the paths of all pages of meetings and items that are to be found, sorted.

    A meeting on one page is for reading and printing: its items are found one by one. What names a person for a time is not
    to be found by a search at all.
    """
    paths: set[str] = set()
    for shown in meetings:
        if shown.is_ended:
            continue
        languages = meeting_languages(shown, site)
        paths.update(meeting(shown, language, site) for language in languages)
        paths.update(video(shown, language, site) for language in languages if has_video(shown))
        lasting = [i for i in shown.items if not expiry.is_timed(i)]
        paths.update(item(i, site) for i in lasting if has_page(i))
        files = (*shown.attachments, *(a for i in lasting if isinstance(i, PublicItem) for a in i.attachments))
        paths.update(attachment(each, site) for each in files if each.text)
    return tuple(sorted(paths))


def _below(path: str, name: str) -> str:
    return f"{path.removesuffix('.html')}/{name}.html"

"""The links at the top of every page: front page, search, what the municipality wrote by hand, and the two explanations."""

from collections.abc import Iterable

import msgspec

from generator.rendering import urls
from generator.rendering.shell import Written
from generator.rendering.words import words

OWN_WORDS = (urls.FRONT, urls.SEARCH, urls.WITHHELD, urls.STATEMENT)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    path: str
    label: str


def entries(written: Iterable[Written], language: str, languages: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the navigation in *language*, in order."""
    t = words(language)
    own = [(page.name, page.title) for page in pages(written) if page.language == language]
    labels = [
        (urls.FRONT, t("pages.nav_front")),
        (urls.SEARCH, t("search.nav")),
        *own,
        (urls.WITHHELD, t("pages.nav_withheld")),
        (urls.STATEMENT, t("pages.nav_statement")),
    ]
    return tuple(
        Entry(key=name.replace("/", "-"), path=urls.page(name, language, languages), label=label) for name, label in labels
    )


def pages(written: Iterable[Written]) -> tuple[Written, ...]:
    """Return the hand-written pages that stand by themselves; the others are words for a page of ours."""
    return tuple(page for page in written if page.name not in OWN_WORDS)

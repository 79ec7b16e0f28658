"""What the pages need to know of the municipality."""

from datetime import date
from typing import NamedTuple

import msgspec

from generator.deadlines import Rules
from generator.rendering.conformance import Conformance
from generator.statement import Statement


class Place(NamedTuple):
    """Where an item lies: its *path* from the root of the site, and the language around it."""

    path: str
    language: str


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The municipality's site. The first of *languages* is at the root, each other in a folder of its own.

    *names*, *feedback_unit* and *registry_office* are texts by language; *statement* is the municipality's part of the
    accessibility statement, *conformance* what was found; *organization_names* is
    {organization id: {language: name}}; *url* is the site's own address, or empty. *at* is the day of the run. *places* are
    those of the items that the site will hold, by organization (a slug of any of its names), day and number.
    """

    names: dict[str, str]
    languages: tuple[str, ...]
    at: date
    organization_names: dict[str, dict[str, str]] = {}
    places: dict[tuple[str, date, str], Place] = {}
    url: str = ""
    feedback_unit: dict[str, str] = {}
    feedback_email: str = ""
    feedback_phone: str = ""
    registry_office: dict[str, str] = {}
    statement: Statement = Statement()
    conformance: Conformance = Conformance()
    deadlines: Rules = msgspec.field(default_factory=Rules)

    def chrome(self, language: str) -> str:
        """Return the language of the navigation around a text in *language*."""
        return language if language in self.languages else self.languages[0]

    def name(self, language: str) -> str:
        return self.names[self.chrome(language)]

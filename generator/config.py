"""Every option, with type, default and meaning: the `pykala` plugin's part of mkdocs.yml."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec
import yaml
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.errors import ConfigurationError

SITE_LANGUAGES = ("fi", "sv", "en")


class SourceOptions(base.Config):
    """One folder, file or ZIP with exports."""

    path = c.Type(str)
    """Where the exports are, relative to mkdocs.yml: one export, or a folder of several."""

    unmarked = c.Choice(("public", "hold"))
    """What an item or attachment is whose source says nothing of its publicity. No default: the municipality decides."""


class SecretTitleOptions(base.Config):
    """What a secret item is called on the site, by the kind of its matter (K 140 § 2 mom.; OKV/231/1/2017)."""

    function_class = c.Type(str)
    """The beginning of the task class (tehtäväluokka), such as "01.02". The longest that fits is taken."""

    title = c.Type(dict)
    """The title by language: {fi: "Henkilöstöä koskeva asia", sv: "Personalärende"}."""


class FeedbackOptions(base.Config):
    """Whom a reader reaches about accessibility, and who answers for the statement (law 306/2019, 9 §)."""

    unit = c.Type(dict, default={})
    """The responsible unit by language."""

    email = c.Type(str, default="")
    """Its e-mail address."""

    phone = c.Type(str, default="")
    """Its telephone number."""


class StatementOptions(base.Config):
    """What only the municipality can say in its accessibility statement."""

    drawn_up = c.Optional(c.Type(date))
    """The day the statement was drawn up."""

    reviewed = c.Optional(c.Type(date))
    """The day it was last looked through."""

    known_issues = c.ListOfItems(c.Type(dict), default=[])
    """What is not accessible and why, a text by language each."""


class PykalaConfig(base.Config):
    """Options of the `pykala` plugin."""

    municipality = c.Type(dict)
    """The municipality's name by language: {fi: Kuutamoniemi, sv: Månudden}."""

    languages = c.ListOfItems(c.Choice(SITE_LANGUAGES), default=["fi"])
    """Languages of the navigation. The first one's pages are at the root, each other's in a folder of its own."""

    sources = c.ListOfItems(c.SubConfig(SourceOptions), default=[])
    """Where the exports are."""

    organizations = c.Type(dict, default={})
    """Names of organizations in other languages than the export's: {kaupunginhallitus: {sv: Stadsstyrelsen}}."""

    secret_titles = c.ListOfItems(c.SubConfig(SecretTitleOptions), default=[])
    """Titles of secret items by kind of matter."""

    feedback = c.SubConfig(FeedbackOptions)
    """Contact for feedback on accessibility."""

    registry_office = c.Type(dict, default={})
    """Where to ask for what is not on the site (kirjaamo), a text by language."""

    statement = c.SubConfig(StatementOptions)
    """The municipality's part of the accessibility statement."""

    private_dir = c.Type(str, default="private")
    """What cannot be made again: addresses, first publications, last published versions. Keep it backed up."""

    work_dir = c.Type(str, default="work")
    """Scratch; may be deleted at any time."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    path: Path
    unmarked: str


class SecretTitle(msgspec.Struct, frozen=True, kw_only=True):
    function_class: str
    title: dict[str, str]


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    unit: dict[str, str]
    email: str
    phone: str


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    drawn_up: date | None
    reviewed: date | None
    known_issues: tuple[dict[str, str], ...]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The options as values, with every path made absolute. *url* is the site's own address, or empty."""

    config_file: Path
    municipality: dict[str, str]
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    organizations: dict[str, dict[str, str]]
    secret_titles: tuple[SecretTitle, ...]
    feedback: Feedback
    registry_office: dict[str, str]
    statement: Statement
    url: str
    site_dir: Path
    private_dir: Path
    work_dir: Path


# mkdocs-material prints a notice of its own end of life, which a clerk can do nothing about; ARCHITECTURE.md can.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def load(config_file: Path) -> Settings:
    """Return the settings in *config_file*.

    Raises:
        ConfigurationError: the file is missing, has no `pykala` plugin, or holds an option that cannot be used.
    """
    if not config_file.is_file():
        raise ConfigurationError("config.missing", where=config_file.name)
    with _complaints() as complaints:
        try:
            loaded = load_config(str(config_file.resolve()))
        except (MkDocsException, yaml.YAMLError, OSError, UnicodeDecodeError) as error:
            reason = "; ".join(complaints) or type(error).__name__
            raise ConfigurationError("config.unusable", where=config_file.name, reason=reason) from error
    plugin = loaded.plugins.get("pykala")
    if plugin is None:
        raise ConfigurationError("config.no_plugin", where=config_file.name)
    return _settings(config_file.resolve(), loaded, plugin.config)


def _settings(config_file: Path, loaded: MkDocsConfig, options: PykalaConfig) -> Settings:
    root = config_file.parent
    settings = Settings(
        config_file=config_file,
        municipality=options.municipality,
        languages=tuple(options.languages),
        sources=tuple(Source(path=root / s.path, unmarked=s.unmarked) for s in options.sources),
        organizations=options.organizations,
        secret_titles=tuple(
            SecretTitle(function_class=t.function_class, title=t.title)
            for t in sorted(options.secret_titles, key=lambda t: (-len(t.function_class), t.function_class))
        ),
        feedback=Feedback(unit=options.feedback.unit, email=options.feedback.email, phone=options.feedback.phone),
        registry_office=options.registry_office,
        statement=Statement(
            drawn_up=options.statement.drawn_up,
            reviewed=options.statement.reviewed,
            known_issues=tuple(options.statement.known_issues),
        ),
        url=loaded.site_url or "",
        site_dir=Path(loaded.site_dir).resolve(),
        private_dir=(root / options.private_dir).resolve(),
        work_dir=(root / options.work_dir).resolve(),
    )
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    where = settings.config_file.name
    if not settings.sources:
        raise ConfigurationError("config.no_sources", where=where)
    for source in settings.sources:
        if not source.path.exists():
            raise ConfigurationError("config.source_missing", where=where, path=source.path.name)
    for language in settings.languages:
        if language not in settings.municipality:
            raise ConfigurationError("config.name_missing", where=where, language=language)
    site = settings.site_dir
    for name, folder in (("private_dir", settings.private_dir), ("work_dir", settings.work_dir)):
        # Rule: private/ and work/ are never under the web root, and publishing never swaps them away.
        if folder == site or site in folder.parents or folder in site.parents:
            raise ConfigurationError("config.folders_nested", where=where, option=name)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what mkdocs logs about a configuration, instead of letting it print."""
    found: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]  # a handler of one line
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate

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

from generator import complaints
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
    if not os.access(config_file, os.R_OK):
        raise ConfigurationError("config.unreadable", where=config_file.name)
    with _complaints() as said:
        try:
            loaded = load_config(str(config_file.resolve()))
        except (MkDocsException, yaml.YAMLError, OSError, UnicodeDecodeError) as error:
            raise complaints.unusable(config_file.name, error, said) from error
    if unknown := complaints.unknown_option(config_file.name, said):
        raise unknown
    plugin = loaded.plugins.get("pykala")
    if plugin is None:
        raise ConfigurationError("config.no_plugin", where=config_file.name)
    return _settings(config_file.resolve(), loaded, plugin.config)


def _settings(config_file: Path, loaded: MkDocsConfig, options: PykalaConfig) -> Settings:
    root, where = config_file.parent, config_file.name
    settings = Settings(
        config_file=config_file,
        municipality=_texts(options.municipality, "municipality", where),
        languages=tuple(options.languages),
        sources=tuple(Source(path=root / s.path, unmarked=s.unmarked) for s in options.sources),
        organizations={name: _texts(of, "organizations", where) for name, of in options.organizations.items()},
        secret_titles=tuple(
            SecretTitle(function_class=t.function_class, title=_texts(t.title, "secret_titles", where))
            for t in sorted(options.secret_titles, key=lambda t: (-len(t.function_class), t.function_class))
        ),
        feedback=Feedback(
            unit=_texts(options.feedback.unit, "feedback", where), email=options.feedback.email, phone=options.feedback.phone
        ),
        registry_office=_texts(options.registry_office, "registry_office", where),
        statement=Statement(
            drawn_up=options.statement.drawn_up,
            reviewed=options.statement.reviewed,
            known_issues=tuple(_texts(issue, "statement: known_issues", where) for issue in options.statement.known_issues),
        ),
        url=loaded.site_url or "",
        site_dir=Path(loaded.site_dir).resolve(),
        private_dir=(root / options.private_dir).resolve(),
        work_dir=(root / options.work_dir).resolve(),
    )
    _check(settings)
    _check_folders(settings, Path(loaded.docs_dir).resolve())
    return settings


def _texts(value: object, option: str, where: str) -> dict[str, str]:
    """Return *value*, which must be a text by language."""
    if not isinstance(value, dict) or not all(isinstance(part, str) for pair in value.items() for part in pair):
        raise ConfigurationError("config.option_by_language", where=where, option=option)
    return value


def _check(settings: Settings) -> None:
    where = settings.config_file.name
    if not settings.sources:
        raise ConfigurationError("config.no_sources", where=where)
    for source in settings.sources:
        if not source.path.exists():
            raise ConfigurationError("config.source_missing", where=where, path=source.path.name)
    if not settings.languages or len(set(settings.languages)) < len(settings.languages):
        raise ConfigurationError("config.languages", where=where)
    for language in settings.languages:
        if language not in settings.municipality:
            raise ConfigurationError("config.name_missing", where=where, language=language)


def _check_folders(settings: Settings, pages: Path) -> None:
    """Refuse folders that hold each other: the site is swapped away, work/ may be deleted, and all of *pages* is published."""
    where = settings.config_file.name
    folders = {
        "site_dir": settings.site_dir,
        "private_dir": settings.private_dir,
        "work_dir": settings.work_dir,
        "docs_dir": pages,
        **{f"sources: {source.path.name}": source.path.resolve() for source in settings.sources},
    }
    names = [name for name in folders if not name.startswith("sources")]
    for name in ("private_dir", "work_dir"):
        if _overlap(folders[name], settings.site_dir):
            raise ConfigurationError("config.folders_nested", where=where, option=name)
    for name, folder in folders.items():
        other = next((other for other in names if other != name and _overlap(folder, folders[other])), None)
        if other:
            raise ConfigurationError("config.folders_overlap", where=where, option=name, other=other)


def _overlap(one: Path, other: Path) -> bool:
    return one == other or one in other.parents or other in one.parents


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

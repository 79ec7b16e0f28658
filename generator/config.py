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
from generator.deadlines import Rules, Start, Whose
from generator.deadlines import options as deadline_options
from generator.errors import ConfigurationError
from generator.review.classes import decidable
from generator.review.keys import is_public_half
from generator.statement import Statement
from generator.statement import read as read_statement

SITE_LANGUAGES = ("fi", "sv", "en")
AT_LEAST_TWO = 2


class SourceOptions(base.Config):
    """One folder, file or ZIP with exports."""

    path = c.Type(str)
    """Where the exports are, relative to mkdocs.yml: one export, or a folder of several."""

    unmarked = c.Choice(("public", "hold"))
    """What an item or attachment is whose source says nothing of its publicity. No default: the municipality decides."""

    minutes = c.Choice(("as_marked", "checked"), default="as_marked")
    """Whether minutes are checked only when the export says so, or all that this source exports are (K 140 §)."""


class SecretTitleOptions(base.Config):
    """What a secret item is called on the site, by the kind of its matter (K 140 § 2 mom.; OKV/231/1/2017)."""

    function_class = c.Type(str)
    """The beginning of the task class (tehtäväluokka), such as "01.02". The longest that fits is taken."""

    title = c.Type(dict)
    """The title by language: {fi: "Henkilöstöä koskeva asia", sv: "Personalärende"}."""


class NamedDecisionOptions(base.Config):
    """A kind of decision that must name the private persons whom it concerns, until the time for appeal is over (K 140 §)."""

    function_class = c.Type(str)
    """The beginning of the task class (tehtäväluokka) or of the register number, such as "10.03"."""

    organization = c.Type(str, default="")
    """The id of the only organization meant, such as "lupalautakunta"; empty for all."""


class AppealOptions(base.Config):
    """A kind of appeal: one of Pykälä's own changed, or one more (docs/appeals.md)."""

    id = c.Type(str)
    """The kind's id in generator/deadlines/kinds.toml, or a new one."""

    days = c.Optional(c.Type(int))
    """How many days the period is."""

    months = c.Optional(c.Type(int))
    """How many months it is, instead of days."""

    starts = c.Optional(c.Choice(tuple(Start)))
    """What starts it: web, given, notice or served."""

    whose = c.Optional(c.Choice(tuple(Whose)))
    """Whose date it is: member, anyone or party. Follows from starts where it is not said."""

    statute = c.Optional(c.Type(dict))
    """The statute that gives the period, by language."""

    name = c.Optional(c.Type(dict))
    """What the appeal is called, by language."""

    words = c.Optional(c.Type(list))
    """Beginnings of words that recognise it in a heading or a first sentence; three dots stand for words between."""


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

    assessed_by = c.Choice(("self", "third_party"), default="self")
    """Whether the municipality assessed the site itself or had it assessed."""

    state = c.Optional(c.Choice(("partially", "not")))
    """How far the site conforms, where that is less than what was found."""

    known_issues = c.ListOfItems(c.Type(dict), default=[])
    """What is not accessible and why, a text by language each."""

    disproportionate_burden = c.ListOfItems(c.Type(dict), default=[])
    """What is left inaccessible because the burden would be disproportionate, and why (306/2019, 5 §)."""

    out_of_scope = c.ListOfItems(c.Type(dict), default=[])
    """What the law does not ask for, such as old recordings (306/2019, 3 §)."""

    supervisor = c.Type(dict, default={})
    """Who supervises, when it is no longer Traficom: name by language, url, email, phone."""


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

    private_names = c.Choice(("ask", "mask", "leave"), default="ask")
    """Names of private persons in running text: mask the sure and ask about the others (K 140 §), mask, or leave them."""

    public_people = c.ListOfItems(c.Type(str), default=[])
    """Names of elected people and office-holders that no export tells in a role: left alone, but not as parties of a case."""

    place_names = c.ListOfItems(c.Type(str), default=[])
    """Names of the municipality's villages, districts and other places, in the nominative: rarely a person's name there."""

    named_decisions = c.ListOfItems(c.SubConfig(NamedDecisionOptions), default=[])
    """Kinds of decisions that name private persons for a time; in all others, and in agendas, no private person is named."""

    appeals = c.ListOfItems(c.SubConfig(AppealOptions), default=[])
    """Kinds of appeal changed or added."""

    display = c.Type(dict, default={})
    """How long data stands, by organization id ("*" is every other): {kaupunginhallitus: {personal_data_days, page_days}}."""

    feedback = c.SubConfig(FeedbackOptions)
    """Contact for feedback on accessibility."""

    registry_office = c.Type(dict, default={})
    """Where to ask for what is not on the site (kirjaamo), a text by language."""

    statement = c.SubConfig(StatementOptions)
    """The municipality's part of the accessibility statement."""

    reviewers = c.Type(dict, default={})
    """Who may decide on what a machine may not: the public key of each by name, as `pykala key new` prints it."""

    two_persons = c.ListOfItems(c.Type(str), default=[])
    """Reasons (codes of `pykala review --list --json`), recognizers and publicity classes that two persons must agree on."""

    private_dir = c.Type(str, default="private")
    """What cannot be made again: addresses, first publications, last published versions. Keep it backed up."""

    work_dir = c.Type(str, default="work")
    """Scratch; may be deleted at any time."""

    releases_dir = c.Type(str, default="releases")
    """Sites that were replaced, for `pykala release --rollback`. On the disk of the site, unchanged files cost nothing."""

    keep_releases = c.Type(int, default=2)
    """How many replaced sites are kept; 0 keeps none."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    path: Path
    unmarked: str
    minutes: str = "as_marked"


class SecretTitle(msgspec.Struct, frozen=True, kw_only=True):
    function_class: str
    title: dict[str, str]


class NamedDecision(msgspec.Struct, frozen=True, kw_only=True):
    function_class: str
    organization: str | None


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    unit: dict[str, str]
    email: str
    phone: str


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The options as values, with every path made absolute. *url* is the site's own address, or empty."""

    config_file: Path
    municipality: dict[str, str]
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    organizations: dict[str, dict[str, str]]
    secret_titles: tuple[SecretTitle, ...]
    private_names: str
    public_people: tuple[str, ...]
    place_names: tuple[str, ...]
    named_decisions: tuple[NamedDecision, ...]
    deadlines: Rules
    feedback: Feedback
    registry_office: dict[str, str]
    statement: Statement
    reviewers: dict[str, str]
    two_persons: frozenset[str]
    url: str
    site_dir: Path
    private_dir: Path
    work_dir: Path
    releases_dir: Path
    keep_releases: int


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
        sources=tuple(Source(path=root / s.path, unmarked=s.unmarked, minutes=s.minutes) for s in options.sources),
        organizations={name: _texts(of, "organizations", where) for name, of in options.organizations.items()},
        secret_titles=tuple(
            SecretTitle(function_class=t.function_class, title=_texts(t.title, "secret_titles", where))
            for t in sorted(options.secret_titles, key=lambda t: (-len(t.function_class), t.function_class))
        ),
        private_names=options.private_names,
        public_people=tuple(options.public_people),
        place_names=tuple(options.place_names),
        named_decisions=tuple(
            NamedDecision(function_class=kind.function_class, organization=kind.organization or None)
            for kind in options.named_decisions
        ),
        deadlines=deadline_options.rules(options.appeals, options.display, options.languages, where),
        feedback=Feedback(
            unit=_texts(options.feedback.unit, "feedback", where), email=options.feedback.email, phone=options.feedback.phone
        ),
        registry_office=_texts(options.registry_office, "registry_office", where),
        statement=read_statement(dict(options.statement), where),
        reviewers=_reviewers(options.reviewers, where),
        two_persons=frozenset(options.two_persons),
        url=loaded.site_url or "",
        site_dir=Path(loaded.site_dir).resolve(),
        private_dir=(root / options.private_dir).resolve(),
        work_dir=(root / options.work_dir).resolve(),
        releases_dir=(root / options.releases_dir).resolve(),
        keep_releases=options.keep_releases,
    )
    _check(settings)
    _check_folders(settings, Path(loaded.docs_dir).resolve())
    return settings


def _texts(value: object, option: str, where: str) -> dict[str, str]:
    """Return *value*, which must be a text by language."""
    if not isinstance(value, dict) or not all(isinstance(part, str) for pair in value.items() for part in pair):
        raise ConfigurationError("config.option_by_language", where=where, option=option)
    return value


def _reviewers(value: dict[object, object], where: str) -> dict[str, str]:
    """Return *value*, which must be a public key by name, no key twice."""
    reviewers = {str(name): str(key) for name, key in value.items()}
    for name, key in reviewers.items():
        if not is_public_half(key):
            raise ConfigurationError("config.reviewer_without_key", where=where, name=name)
    if len(set(reviewers.values())) < len(reviewers):
        raise ConfigurationError("config.reviewers_share_key", where=where)
    return reviewers


def _check(settings: Settings) -> None:
    where = settings.config_file.name
    if not settings.sources:
        raise ConfigurationError("config.no_sources", where=where)
    for source in settings.sources:
        if not source.path.exists():
            raise ConfigurationError("config.source_missing", where=where, path=source.path.name)
    if settings.keep_releases < 0:
        raise ConfigurationError("config.keep_releases", where=where)
    if unknown := sorted(settings.two_persons - decidable()):
        raise ConfigurationError("config.two_persons_unknown", where=where, name=unknown[0])
    if settings.two_persons and len(settings.reviewers) < AT_LEAST_TWO:
        raise ConfigurationError("config.two_persons_too_few", where=where)
    if settings.named_decisions and settings.private_names == "leave":  # a name that nobody looks for never goes
        raise ConfigurationError("config.named_not_looked_for", where=where)
    _check_languages(settings, where)


def _check_languages(settings: Settings, where: str) -> None:
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
        "releases_dir": settings.releases_dir,
        "docs_dir": pages,
        **{f"sources: {source.path.name}": source.path.resolve() for source in settings.sources},
    }
    names = [name for name in folders if not name.startswith("sources")]
    for name in ("private_dir", "work_dir", "releases_dir"):
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

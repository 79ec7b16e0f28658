"""The mkdocs plugin: one build gives the shells and the hand-written pages; mkdocs itself writes no page."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from lxml.html import fragment_fromstring, tostring
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.config import PykalaConfig
from generator.errors import RenderingError
from generator.messages import LANGUAGES
from generator.rendering import navigation, policy, shell
from generator.rendering.fragments import theme_folder
from generator.rendering.shell import Shells, Written
from generator.rendering.words import words

SHELL = "pykala-shell"
SKIP_TARGET = "sisalto"
THEME = "mkdocs-material"


def shells(config_file: Path, folder: Path) -> Shells:
    """Let mkdocs build *config_file* into *folder*, and return what it rendered.

    Raises:
        RenderingError: mkdocs could not build, or the theme is not as we know it.
    """
    with _quiet():
        try:
            theme = {"name": "material", "custom_dir": str(theme_folder())}
            config = load_config(str(config_file), site_dir=str(folder), use_directory_urls=False, theme=theme)
            plugin = cast("DecisionPages", config.plugins["pykala"])  # its entry point says so
            plugin.start_capturing()
            build(config)
        except MkDocsException as error:
            raise RenderingError("rendering.mkdocs_failed", where=config_file.name, reason=type(error).__name__) from error
    written = plugin.written_pages()
    return Shells(
        shells={language: shell.cut(html, plugin.keys(language), _theme()) for language, html in plugin.rendered.items()},
        written=written,
        assets=folder,
    )


class DecisionPages(BasePlugin[PykalaConfig]):
    """Adds an empty page for each language, keeps what is rendered, and lets mkdocs write none of it.

    In `mkdocs serve` it leaves the hand-written pages as they are, to be looked at.
    """

    def __init__(self) -> None:
        self.capturing = False
        self.written: dict[str, Written] = {}
        self.rendered: dict[str, str] = {}

    def start_capturing(self) -> None:
        """Keep what the next build renders, and nothing of an earlier one: mkdocs uses a plugin again in the same process."""
        self.capturing = True
        self.written.clear()
        self.rendered.clear()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - mkdocs'
        """Refuse what would publish past the gate; `pykala publish` does not come this way."""
        if command != "serve":
            raise RenderingError("rendering.use_publish", command=command)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave the error page and the sitemap to us: mkdocs knows neither our pages nor a build without a clock."""
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in [file for file in files.documentation_pages() if self._is_of_other_language(file)]:
            files.remove(file)
        for language in self.config.languages if self.capturing else ():
            empty = File.generated(config, f"{language}.{SHELL}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(empty)
        return files

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        if not _is_shell(page):
            language, name = self._place(page)
            heading, content = _parted(html)
            self.written[page.file.src_uri] = Written(
                name=name, language=language, title=heading or str(page.title), heading=heading, content=content
            )
        return html

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Let every link of a shell start at a slot: one shell then serves pages at any depth, and the error page."""
        if self.capturing:
            env.filters["url"] = shell.rooted
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
        language, name = self._place(page)
        config.theme["language"] = language  # material asks the theme for its language, not the page
        page.toc = TableOfContents([AnchorLink("", SKIP_TARGET, 1)])  # the theme's skip link goes to the first entry
        tokens = {slot: shell.token(slot) for slot in shell.SLOTS}
        native = dict.fromkeys(shell.SLOTS, "")
        native |= {"policy": policy.WITHOUT_SCRIPTS, "title": str(page.title), "content": page.content or ""}
        ours = {
            "slots": tokens if _is_shell(page) else native,
            "name": self.config.municipality[language],
            "language": language,
            "t": words(language),
            "entries": self._entries(language),
            "current": "" if _is_shell(page) else name.replace("/", "-"),
            "capturing": _is_shell(page),
        }
        return cast("TemplateContext", {**context, **ours})  # a context may hold more than mkdocs' own names

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        if not self.capturing:
            return output
        if _is_shell(page):
            self.rendered[self._place(page)[0]] = output
        return ""

    def written_pages(self) -> tuple[Written, ...]:
        return tuple(self.written[uri] for uri in sorted(self.written))

    def keys(self, language: str) -> tuple[str, ...]:
        """Return the keys of the navigation's entries in *language*."""
        return tuple(entry.key for entry in self._entries(language))

    def _entries(self, language: str) -> tuple[navigation.Entry, ...]:
        return navigation.entries(self.written_pages(), language, tuple(self.config.languages))

    def _is_of_other_language(self, file: File) -> bool:
        """Tell whether *file* is in the folder of a language that the site does not have (yet)."""
        folder = file.src_uri.partition("/")[0]
        return folder in LANGUAGES and folder not in self.config.languages

    def _place(self, page: Page) -> tuple[str, str]:
        """Return the language and the name of *page*."""
        if _is_shell(page):
            return page.file.name.partition(".")[0], SHELL
        path = page.file.src_uri.removesuffix(".md")
        first, _, rest = path.partition("/")
        return (first, rest) if rest and first in self.config.languages[1:] else (self.config.languages[0], path)


def _parted(html: str) -> tuple[str, str]:
    """Return the text of the first h1 of a hand-written page, or nothing, and the page without it: a page has one h1."""
    body = fragment_fromstring(html, create_parent="div")
    heading = body.find("h1")
    if heading is None:
        return "", html
    heading.drop_tree()
    return heading.text_content().strip(), "".join([body.text or "", *(tostring(part, encoding="unicode") for part in body)])


def _is_shell(page: Page) -> bool:
    return page.file.src_uri.endswith(f".{SHELL}.md")


def _theme() -> str:
    return f"{THEME} {version(THEME)}"


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep mkdocs' progress and errors to itself: the command prints its own, in a sentence."""
    logger = getLogger("mkdocs")
    level = logger.level
    logger.setLevel(CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)

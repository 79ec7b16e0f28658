"""The Jinja environment of the page fragments: autoescape on, an unknown name is an error, compiled once a process."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

PACKAGE = Path(__file__).parent.parent


@cache
def theme_folder() -> Path:
    """Return the theme's folder: inside the package in a wheel, beside it in a checkout."""
    installed = PACKAGE / "themes" / "kunta"
    return installed if installed.is_dir() else PACKAGE.parent / "themes" / "kunta"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(theme_folder() / "fragments", encoding="utf-8")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def render(name: str, /, **context: object) -> Markup:
    """Return the fragment *name*; everything in *context* is escaped but what `rendering.markup` wrote."""
    return Markup(_template(name).render(context))  # noqa: S704 - the output of an environment that escapes

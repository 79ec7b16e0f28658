"""The Jinja environment of the reports: autoescape on, an unknown name is an error; they share a page and its styles."""

from datetime import date
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator.messages import sentence


def render(name: str, language: str, **context: object) -> str:
    """Return the template *name* in *language*, with *context*, of which every text is escaped."""
    return _environment().get_template(name).render(language=language, words=partial(_words, language), day=_day, **context)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _source(name: str) -> str:
    return files("generator.reports").joinpath(name).read_text(encoding="utf-8")


def _words(language: str, key: str, **arguments: str | int) -> str:
    return sentence(key, arguments, language=language)


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"

"""Accessibility rules, one a file; usable without the generator. The file's name is the rule's id."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from accessibility_rules import browser, html, linked, media, pdf, site
from accessibility_rules.captions_file import Captions, read_captions
from accessibility_rules.criteria import Level
from accessibility_rules.page import PageUnreadableError, parse
from accessibility_rules.pdf_file import Document, read_pdf
from accessibility_rules.rule import (
    BrowserRule,
    FileRule,
    Impact,
    LinkedRule,
    LookUp,
    Norm,
    Outcome,
    Requirement,
    Rule,
    SiteRule,
    Window,
)

__all__ = [
    "BROWSER_RULES",
    "CAPTIONS_RULES",
    "LINKED_RULES",
    "PDF_RULES",
    "RULES",
    "SITE_RULES",
    "BrowserRule",
    "Captions",
    "Document",
    "FileRule",
    "Impact",
    "Level",
    "LinkedRule",
    "LookUp",
    "Norm",
    "Outcome",
    "PageUnreadableError",
    "Requirement",
    "Rule",
    "SiteRule",
    "Window",
    "parse",
    "read_captions",
    "read_pdf",
]


def _load(package: ModuleType) -> dict[str, Any]:  # Any: what a file holds is its folder's business
    ids = sorted(module.name for module in iter_modules(package.__path__) if not module.name.startswith("_"))
    return {i: import_module(f"{package.__name__}.{i}").RULE for i in ids}


RULES: dict[str, Rule[Any]] = _load(html)
LINKED_RULES: dict[str, LinkedRule[Any]] = _load(linked)
SITE_RULES: dict[str, SiteRule] = _load(site)
BROWSER_RULES: dict[str, BrowserRule] = _load(browser)
PDF_RULES: dict[str, FileRule[Document, Any]] = _load(pdf)
CAPTIONS_RULES: dict[str, FileRule[Captions, Any]] = _load(media)

"""Accessibility rules, one a file; usable without the generator. The file's name is the rule's id."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from accessibility_rules import html
from accessibility_rules.page import PageUnreadableError, parse
from accessibility_rules.rule import Impact, Norm, Outcome, Rule

__all__ = ["RULES", "Impact", "Norm", "Outcome", "PageUnreadableError", "Rule", "parse"]


def _load(package: ModuleType) -> dict[str, Rule[Any]]:  # Any: a rule's targets are its own business
    ids = sorted(module.name for module in iter_modules(package.__path__) if not module.name.startswith("_"))
    return {i: import_module(f"{package.__name__}.{i}").RULE for i in ids}


RULES: dict[str, Rule[Any]] = _load(html)

"""One mechanism for every folder that holds one thing a file: the file's name is the thing's id."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def load(package: ModuleType, name: str) -> dict[str, Any]:  # Any: each registry states its own type
    """Return {module name: its *name*} for every public module of *package*, in order of file name."""
    ids = sorted(module.name for module in iter_modules(package.__path__) if not module.name.startswith("_"))
    return {i: getattr(import_module(f"{package.__name__}.{i}"), name) for i in ids}

"""Where the site and what belongs to it lie, read from mkdocs.yml without mkdocs: what a timer runs must not need it."""

import os
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator.errors import ConfigurationError

DEFAULTS = {"site_dir": "site", "private_dir": "private", "releases_dir": "releases"}
INHERIT = "INHERIT"
PLUGIN = "pykala"


class Folders(msgspec.Struct, frozen=True, kw_only=True):
    """The folders of one site, absolute."""

    site_dir: Path
    private_dir: Path
    releases_dir: Path


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # yaml has no types
    """Reads mkdocs.yml: *!ENV* as mkdocs does, every other tag of its plugins' as nothing."""


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """Return the first of the variables that is set, otherwise the last value, if there are several: [A, B, default]."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    *names, default = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [None]
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def read(config_file: Path) -> Folders:
    """Return the folders that *config_file* names.

    Raises:
        ConfigurationError: the file is missing or no YAML, has no `pykala` plugin, or a folder in it is no text.
    """
    root, where = config_file.resolve().parent, config_file.name
    whole = _whole(config_file.resolve())
    options = _options(whole.get("plugins"))
    if options is None:
        raise ConfigurationError("config.no_plugin", where=where)
    said = {**DEFAULTS, **{name: value for name, value in {**whole, **options}.items() if name in DEFAULTS}}
    for name, value in said.items():
        if not isinstance(value, str):
            raise ConfigurationError("expiry.unreadable_option", where=where, option=name)
    return Folders(**{name: (root / value).resolve() for name, value in said.items()})


def _whole(path: Path) -> dict[str, Any]:  # Any: what YAML holds
    """Return the file with what it inherits, as far as names of folders need it."""
    if not path.is_file():
        raise ConfigurationError("config.missing", where=path.name)
    try:
        own = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - derived from SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigurationError("config.line_broken", where=path.name, line=line) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError("config.not_text", where=path.name) from error
    if not isinstance(own, dict):
        raise ConfigurationError("config.no_plugin", where=path.name)
    parent = own.get(INHERIT)
    return {**_whole((path.parent / parent).resolve()), **own} if isinstance(parent, str) else own


def _options(plugins: object) -> dict[str, Any] | None:
    """Return the options of our plugin, which stands in a list or in a mapping; None where it is not there."""
    entries = [plugins] if isinstance(plugins, dict) else plugins if isinstance(plugins, list) else []
    for entry in entries:
        if entry == PLUGIN:
            return {}
        if isinstance(entry, dict) and PLUGIN in entry:
            return entry[PLUGIN] or {}
    return None

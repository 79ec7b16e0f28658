"""`pykala new`: a municipality's own site, ready for its first export."""

import json
from pathlib import Path

from generator.errors import ConfigurationError
from generator.messages import catalog, command_language

FOLDERS = ("content", "exports")
IGNORED = "exports/\nprivate/\nwork/\nsite/\nreleases/\n"


def make(folder: Path, *, name: str, unmarked: str) -> None:
    """Write mkdocs.yml, content/ and exports/ into *folder*, which must be empty or not there.

    Raises:
        ConfigurationError: the folder has something in it.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ConfigurationError("config.folder_not_empty", where=folder.name)
    for part in FOLDERS:
        (folder / part).mkdir(parents=True, exist_ok=True)
    texts = catalog(command_language())
    # A JSON string is a YAML string: a name with a colon or a quote stays one.
    settings = texts["new.settings"].replace("@name@", json.dumps(name, ensure_ascii=False)).replace("@unmarked@", unmarked)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "content" / "index.md").write_text(texts["new.front"].replace("@name@", name), encoding="utf-8")
    (folder / ".gitignore").write_text(IGNORED, encoding="utf-8")

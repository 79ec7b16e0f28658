"""A folder of pages from keywords."""

from collections.abc import Callable
from pathlib import Path

import pytest

Folder = Callable[..., Path]
_ARMS = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a maker of folders: {address: what stands in the body}; a picture, vaakuna.svg, lies at the root."""

    def make(pages: dict[str, str]) -> Path:
        for address, body in pages.items():
            file = tmp_path / "site" / address.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_page(body, title=f"Kokous {address}"), encoding="utf-8")
        (tmp_path / "site" / "vaakuna.svg").write_text(_ARMS, encoding="utf-8")
        return tmp_path / "site"

    return make


def _page(body: str, *, title: str) -> str:
    return (
        f'<!doctype html>\n<html lang="fi"><head><meta charset="utf-8"><title>{title}</title>'
        """<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'none'"></head>"""
        f"<body><main><h1>Kokous</h1>{body}</main></body></html>"
    )

"""The files of an audited folder by the addresses that its pages write."""

from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from accessibility_rules import LookUp

_HERE = "http://site.invalid"


def look_up_from(folder: Path, page: str) -> LookUp:
    """Return the function that finds a file of *folder* by its address on *page*; None for what is not in the folder."""
    return partial(_file, folder.resolve(), _HERE + quote(page))


def _file(folder: Path, page: str, address: str) -> bytes | None:
    try:
        url = urlsplit(urljoin(page, address.strip()))
        if f"{url.scheme}://{url.netloc}" != _HERE:
            return None
        file = (folder / unquote(url.path).lstrip("/")).resolve()
        if not file.is_relative_to(folder):
            return None
        return (file / "index.html" if file.is_dir() else file).read_bytes()
    except (OSError, ValueError):  # not there, or not an address at all
        return None

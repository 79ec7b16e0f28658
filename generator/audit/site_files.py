"""The files of an audited folder by the addresses that its pages write."""

from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from accessibility_rules import LookUp

_HERE = "http://site.invalid"


def look_up_from(folder: Path, page: str) -> LookUp:
    """Return the function that finds a file of *folder* by its address on *page*; None for what is not in the folder."""
    return partial(_file, folder.resolve(), _HERE + quote(page))


def file_at(folder: Path, page: str, address: str) -> str | None:
    """Return where in *folder* the file is to which *address* on *page* leads, from its root; None when it is not there."""
    file = _path(folder.resolve(), _HERE + quote(page), address)
    return f"/{file.relative_to(folder.resolve()).as_posix()}" if file and file.is_file() else None


def leads_out(page: str, address: str) -> bool:
    """Say whether *address* on *page* is on another site."""
    try:
        url = urlsplit(urljoin(_HERE + quote(page), address.strip()))
    except ValueError:
        return False
    return f"{url.scheme}://{url.netloc}" != _HERE


def _file(folder: Path, page: str, address: str) -> bytes | None:
    file = _path(folder, page, address)
    try:
        return (file / "index.html" if file.is_dir() else file).read_bytes() if file else None
    except (OSError, ValueError):  # not there, or not a name that a file can have
        return None


def _path(folder: Path, page: str, address: str) -> Path | None:
    try:
        url = urlsplit(urljoin(page, address.strip()))
        if f"{url.scheme}://{url.netloc}" != _HERE:
            return None
        file = (folder / unquote(url.path).lstrip("/")).resolve()
        return file if file.is_relative_to(folder) else None
    except (OSError, ValueError):  # not an address at all
        return None

"""Putting the new site where the old one is, so that a reader never sees half of either."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from generator.errors import ReleaseError

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# A kernel or a file system without renameat2 answers with one of these.
UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def swap(staging: Path, site: Path) -> None:
    """Put *staging* in the place of *site* in one step, and delete what was there.

    Both names are exchanged by the kernel, so a crash at any point leaves either site whole. Where the kernel cannot, the
    old site is renamed aside first, and `recover` puts it back after a crash between the two renames.

    Raises:
        ReleaseError: the folders cannot be renamed; the old site stands.
    """
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        ready = _on_same_disk(staging, site)
        os.sync()
        _exchange(ready, site)
        shutil.rmtree(ready, ignore_errors=True)
    except OSError as error:
        raise ReleaseError("publishing.swap_failed", where=site.name, reason=error.strerror or "") from error


def recover(site: Path) -> None:
    """Put the old site back if a crash came between the two renames of `swap`, and clear what a crash left beside it."""
    aside = _aside(site)
    if aside.exists() and not site.exists():
        aside.rename(site)
    for left in (aside, _next(site)):
        shutil.rmtree(left, ignore_errors=True)


def _exchange(ready: Path, site: Path) -> None:
    """Exchange the two names; afterwards *ready* is the old site, if there was one."""
    if not site.exists():
        ready.rename(site)
        return
    library = ctypes.CDLL(None, use_errno=True)
    renameat2 = getattr(library, "renameat2", None)
    if renameat2 and not renameat2(AT_FDCWD, os.fsencode(ready), AT_FDCWD, os.fsencode(site), RENAME_EXCHANGE):
        return
    number = ctypes.get_errno()
    if renameat2 and number not in UNSUPPORTED:
        raise OSError(number, os.strerror(number))
    aside = _aside(site)
    site.rename(aside)
    ready.rename(site)
    aside.rename(ready)


def _on_same_disk(staging: Path, site: Path) -> Path:
    """Return the new site under a name beside *site*, to which a rename is one step."""
    beside = _next(site)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        staging.rename(beside)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copytree(staging, beside)
        shutil.rmtree(staging)
    return beside


def _next(site: Path) -> Path:
    return site.with_name(f".{site.name}-next")


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")

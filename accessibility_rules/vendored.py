"""Scripts of others that are carried here unchanged, each known by its hash."""

import hashlib
from importlib.resources import files


class VendoredFileChangedError(RuntimeError):
    """A file is not the one that was vendored."""


def vendored(package: str, name: str, sha256: str) -> str:
    """Return the script *name* that lies in *package*, whose hash is *sha256*.

    Raises:
        VendoredFileChangedError: it is another file.

    """
    script = files(package).joinpath(name).read_bytes()
    if hashlib.sha256(script).hexdigest() != sha256:
        raise VendoredFileChangedError(f"{name} is not as it was vendored; install the package again.")
    return script.decode("utf-8")

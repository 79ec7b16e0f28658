"""axe-core 4.14.1 as npm carries it (MPL-2.0, see LICENSE beside it), and how it is run: WCAG 2.1 A and AA, nothing else.

To take a newer one: copy axe.min.js and both licence files from the npm package, and set the two constants.
"""

import hashlib
from functools import cache
from importlib.resources import files

VERSION = "4.14.1"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"


class AxeChangedError(RuntimeError):
    """The file axe.min.js is not the one whose hash stands here."""


@cache
def source() -> str:
    """Return axe.min.js.

    Raises:
        AxeChangedError: it is not the file that was vendored.

    """
    script = files(__name__).joinpath("axe.min.js").read_bytes()
    if hashlib.sha256(script).hexdigest() != SHA256:
        raise AxeChangedError(f"axe.min.js is not version {VERSION} as it was vendored; install the package again.")
    return script.decode("utf-8")


def run_options() -> str:
    """Return the argument of `axe.run` as JSON; best practices are left out, because they are no one's requirement."""
    return files(__name__).joinpath("run_options.json").read_text(encoding="utf-8")

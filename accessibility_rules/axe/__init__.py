"""axe-core 4.14.1 as npm carries it (MPL-2.0, see LICENSE beside it), and how it is run: WCAG 2.1, and 2.2 beside it.

To take a newer one: copy axe.min.js and both licence files from the npm package, and set the two constants.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from accessibility_rules.criteria import Level
from accessibility_rules.vendored import vendored

VERSION = "4.14.1"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"


@cache
def source() -> str:
    """Return axe.min.js.

    Raises:
        VendoredFileChangedError: it is not the file that was vendored.

    """
    return vendored(__name__, "axe.min.js", SHA256)


_TAGS = {
    Level.A: ["wcag2a", "wcag21a", "wcag22a"],
    Level.AA: ["wcag2aa", "wcag21aa", "wcag22aa"],
    Level.AAA: ["wcag2aaa"],
}
# Off in axe itself: those of level AAA and of WCAG 2.2, one that it calls an experiment, and one that says whether it could
# look into every frame.
_OFF_BY_DEFAULT = {
    "frame-tested": Level.A,
    "css-orientation-lock": Level.AA,
    "target-size": Level.AA,
    "color-contrast-enhanced": Level.AAA,
    "meta-refresh-no-exceptions": Level.AAA,
}


def run_options(level: Level = Level.AA) -> dict[str, Any]:
    """Return the argument of `axe.run` up to *level*; best practices are left out: they are no one's requirement."""
    asked = list(Level)[: list(Level).index(level) + 1]
    return {
        **json.loads(files(__name__).joinpath("run_options.json").read_text(encoding="utf-8")),
        "runOnly": {"type": "tag", "values": [tag for one in asked for tag in _TAGS[one]]},
        "rules": {rule: {"enabled": True} for rule, one in _OFF_BY_DEFAULT.items() if one in asked},
    }

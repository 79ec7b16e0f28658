"""@accesslint/core 0.21.0 as npm carries it (MIT, see LICENSE beside it): a second opinion, of which a person judges.

It calls failures what other engines do not, and is wrong more often than they are. So only those of its rules are asked that
say something which neither axe-core, as it is run here, nor our own rules say; what they find is never more than a question.
To take a newer one: copy index.iife.js and the licence from the npm package, and set the two constants.
"""

from functools import cache

from accessibility_rules.criteria import Level, is_asked
from accessibility_rules.vendored import vendored

VERSION = "0.21.0"
SHA256 = "410d6af51079f9e80df6a0c0f3b27f5f91afe9706eaef59eaf0f6b89f35fc05e"

# The rules that are asked, with the criteria that they serve.
RULES = {
    "adaptable/scope-attr-valid": ("1.3.1",),
    "aria/aria-allowed-role": ("4.1.2",),
    "aria/presentation-role-conflict": ("4.1.2",),
    "input-assistance/accessible-authentication": ("3.3.8",),
    "keyboard-accessible/accesskeys": ("2.1.1",),
    "labels-and-names/label-title-only": ("3.3.2",),
    "landmarks/banner-is-top-level": ("1.3.1",),
    "landmarks/complementary-is-top-level": ("1.3.1",),
    "landmarks/contentinfo-is-top-level": ("1.3.1",),
    "landmarks/landmark-unique": ("1.3.1",),
    "landmarks/main-is-top-level": ("1.3.1",),
    "landmarks/no-duplicate-banner": ("1.3.1",),
    "landmarks/no-duplicate-contentinfo": ("1.3.1",),
    "landmarks/no-duplicate-main": ("1.3.1",),
    "text-alternatives/image-redundant-alt": ("1.1.1",),
}


@cache
def source() -> str:
    """Return index.iife.js, a script that leaves `AccessLint` in the scope that it runs in.

    Raises:
        VendoredFileChangedError: it is not the file that was vendored.

    """
    return vendored(__name__, "index.iife.js", SHA256)


def rules(level: Level = Level.AA) -> dict[str, tuple[str, ...]]:
    """Return {rule: criteria} of what is asked up to *level*."""
    return {rule: criteria for rule, criteria in RULES.items() if any(is_asked(one, level) for one in criteria)}

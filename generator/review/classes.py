"""What a configuration may ask two persons for: reasons to doubt, recognizers, and classes of publicity."""

from generator.messages import catalog
from generator.model.publicity import PublicityClass

MASK = "redaction.mask_"


def decidable() -> frozenset[str]:
    """Return every name that the setting `two_persons` may hold: a misspelled one must not be left out in silence."""
    codes = frozenset(catalog("fi"))
    recognizers = {code.removeprefix(MASK) for code in codes if code.startswith(MASK)}
    return codes | recognizers | {str(each) for each in PublicityClass}

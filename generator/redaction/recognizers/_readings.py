"""A text as it stands, and as it would stand if scanning had not made letters of its digits."""

import re
from functools import lru_cache

# O for 0; l, I and | for 1: only beside digits, so that words stay what they are.
LOOKALIKES = re.compile(r"(?<=[0-9])[OolI|]+(?=[0-9\s.,/)-]|$)|(?<![^\W\d_])[OolI|]+(?=[0-9])")
BESIDE = (re.compile(r"[0-9][OolI|]"), re.compile(r"[OolI|][0-9]"))
AS_DIGITS = str.maketrans("OolI|", "00111")


@lru_cache(maxsize=8)  # every recognizer reads the same text in turn
def readings(text: str) -> tuple[str, ...]:
    """Return *text*, and after it the reading with digits in place of what looks like them, if that differs; as long."""
    if not any(pattern.search(text) for pattern in BESIDE):
        return (text,)
    restored = LOOKALIKES.sub(lambda found: found[0].translate(AS_DIGITS), text)
    return (text,) if restored == text else (text, restored)

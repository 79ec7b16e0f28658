"""The statute that instructions cite for a prohibition of appeal, where it is another than the kind's own."""

import re

# "kuntalaki 91 §", "Kuntalain (410/2015) 136 §:n mukaan", "Vaalilain 45 ja 66 §"; "136 § i kommunallagen".
CITATION = re.compile(
    r"\b(?P<law>[^\W\d_-]*la)(?:ki|in|issa)\s*(?:\([^)]{0,20}\)\s*)?(?P<sections>\d+(?:\s*(?:,|ja)\s*\d+)*(?:\s[a-z])?)\s*§"
    r"|(?P<numbers>\d+(?:\s*(?:,|och)\s*\d+)*(?:\s[a-z])?)\s*§\s*i\s*(?P<lag>[^\W\d_-]*lagen)",
    re.IGNORECASE,
)
OWN = frozenset({"kuntalaki 136 §", "kommunallagen 136 §"})


def cited_statute(text: str) -> str | None:
    """Return the first statute that *text* cites; None where it cites none, or K 136 §, which is the kind's own."""
    found = CITATION.search(text)
    if found is None:
        return None
    law, sections = (f"{found['law']}ki", found["sections"]) if found["law"] else (found["lag"], found["numbers"])
    statute = f"{law.lower()} {' '.join(sections.split())} §"
    return None if statute in OWN else statute

"""The day that starts a period, where the instructions state it: the day a decision was given, or a notice published."""

import re
from datetime import date

from generator.deadlines.kinds import Start

DAY = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)"
WORDS = {
    Start.GIVEN: r"antopäivä|julkipanon jälkeen|päätös on annettu|päätös annetaan|meddelandedag|efter anslag|beslutet meddelas",
    Start.NOTICE: r"kuulutu\w+[^\d.]{0,40}?julkaist\w*|kungörels\w+[^\d.]{0,40}?publicera\w*|kuulutuspäivä|kungörelsedag",
}
STATED = {start: re.compile(rf"(?:{words})\w*[^\d]{{0,60}}?{DAY}", re.IGNORECASE) for start, words in WORDS.items()}


def stated_day(start: Start | None, text: str) -> date | None:
    """Return the day that *text* states for a period that starts by *start*; None where it states none, or several."""
    pattern = STATED.get(start) if start else None
    found = {_day(match) for match in pattern.finditer(text)} if pattern else set()
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None

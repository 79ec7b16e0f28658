"""Whether captions are of the meeting that they are named for: their name, their header, their times and their words tell."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.attachment import CaptionTrack

ISO_DAY = re.compile(r"(?<!\d)(?P<year>20\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)")
FINNISH_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>20\d\d)(?!\d)")
# The chair's words at the start of an item: "Pykälä 45", "siirrymme pykälään 46", "paragraf 47". "94 §" is a statute's.
SPOKEN_NUMBER = re.compile(r"\b(?:pykäl|paragraf)\w*\s+(\d{1,4})\b", re.IGNORECASE)
# A statute or two may be named so too.
ENOUGH_NUMBERS = 3
# Containers round their length, and a last cue may be held a little longer.
SLACK = 2.0


def is_named_for_another_day(name: str, text: str, day: date) -> bool:
    """Tell whether the file's *name* or the header of its *text* names a day, and none of them is *day*.

    A header may also tell when the captions were made, which is never before the meeting.
    """
    header, _, _ = text.partition("-->")
    named, noted = set(_days(name)), set(_days(header))
    return bool(named and day not in named) or (day not in noted and any(other < day for other in noted))


def goes_on_after(track: CaptionTrack, seconds: float | None) -> bool:
    """Tell whether captions begin after the recording of so many *seconds* has ended."""
    return seconds is not None and track.cues[-1].start / 1000 > seconds + SLACK


def ends_before(track: CaptionTrack, moments: Iterable[tuple[str, int]]) -> bool:
    """Tell whether the last item of the meeting begins when no caption is left."""
    last = max((moment for _, moment in moments), default=0)
    return max(cue.end for cue in track.cues) / 1000 < last


def speaks_of_other_items(track: CaptionTrack, numbers: Iterable[str | None]) -> bool:
    """Tell whether item numbers are spoken and none of them is among the meeting's *numbers*."""
    spoken = {found for cue in track.cues for found in SPOKEN_NUMBER.findall(cue.text)}
    return len(spoken) >= ENOUGH_NUMBERS and spoken.isdisjoint(numbers)


def _days(text: str) -> Iterator[date]:
    for found in (*ISO_DAY.finditer(text), *FINNISH_DAY.finditer(text)):
        try:
            yield date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue

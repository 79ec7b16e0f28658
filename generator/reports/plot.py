"""Two lines over time as points of an SVG of 600 by 200: failures, and questions that wait; the table beside says the same."""

from collections.abc import Sequence

import msgspec

from generator.reports.history import Entry

WIDTH, HEIGHT, MARGIN = 600, 200, 20


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted (`failed` or `to_check`), and its points from left to right."""

    name: str
    points: tuple[tuple[int, int], ...]


def lines_of(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Return the two lines of *entries*; none where there is but one day, which is no line."""
    if len(entries) < 2:  # noqa: PLR2004 - two points make a line
        return ()
    counts = {"failed": [each.failed for each in entries], "to_check": [each.to_check for each in entries]}
    most = max(1, *counts["failed"], *counts["to_check"])
    first, last = entries[0].day, entries[-1].day
    across = [(each.day - first).days / max(1, (last - first).days) for each in entries]
    return tuple(
        Line(name=name, points=tuple((_x(share), _y(value / most)) for share, value in zip(across, values, strict=True)))
        for name, values in counts.items()
    )


def _x(share: float) -> int:
    return round(MARGIN + share * (WIDTH - 2 * MARGIN))


def _y(share: float) -> int:
    return round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN))

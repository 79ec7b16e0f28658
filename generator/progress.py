"""Telling how far a long run is: a live line on a terminal, plain lines elsewhere. Counts and stages only, never text."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from generator.messages import sentence

Say = Callable[[str], None]


def silent(_code: str) -> None:
    """Say nothing: for tests, and for output that a program reads."""


@contextmanager
def told() -> Iterator[Say]:
    """Give a function that tells which stage a run has come to, by the stage's code, on standard error."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield lambda code: console.print(sentence(f"progress.{code}", {}))
        return
    with console.status("") as status:
        yield lambda code: status.update(sentence(f"progress.{code}", {}))

"""What the commands `review` and `key new` do: whose key signs, which doubts are meant, what is told."""

import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from generator import reviewing, signing
from generator.commands import queue_summary
from generator.config import Settings
from generator.errors import ConfigurationError
from generator.messages import sentence
from generator.model.decision import Verdict
from generator.review import keys
from generator.reviewing import Answer, Queue
from generator.store import OWNER_ONLY, PRIVATE, Store


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of `pykala review`. *ids* go with the one verdict that is given; *titles* are "language=title"."""

    ids: tuple[str, ...] = ()
    approve: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    ground: str | None = None
    titles: tuple[str, ...] = ()
    name: str | None = None
    key_file: Path | None = None
    as_json: bool = False


def review(settings: Settings, asked: Asked, day: date) -> str:
    """Do what is *asked*, and return what to tell.

    Raises:
        ConfigurationError: nothing was decided, because something asked for does not fit.
    """
    store = Store(settings.private_dir)
    with store.locked():
        queue = reviewing.queue(settings, store)
        if asked.approve or asked.reject:
            return _decided(settings, store, queue, asked, day)
        if asked.show:
            return _shown(queue, (*asked.show, *asked.ids))
        if asked.ids:
            raise ConfigurationError("review.nothing_asked")
    return queue_summary.as_json(queue, settings) if asked.as_json else queue_summary.lines(queue, settings)


def make_key(name: str, to: Path | None) -> str:
    """Make a key for *name* in the file *to*, otherwise in the person's own folder, and return what to tell.

    Raises:
        ConfigurationError: there is such a file, or the name cannot be one of a file.
    """
    if not name.strip() or name.startswith(".") or not name.isprintable() or set(name) & {"/", "\\"}:
        raise ConfigurationError("review.name_unusable")
    path = to or signing.own_file(name)
    path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    key = keys.new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError as error:
        raise ConfigurationError("review.key_exists", where=path.name) from error
    with os.fdopen(handle, "wb") as file:
        file.write(key)
    told = sentence("review.key_made", {"path": str(path)})
    return f"{told}\n\nreviewers:\n  {json.dumps(name, ensure_ascii=False)}: {json.dumps(keys.public_half(key))}"


def _shown(queue: Queue, names: Iterable[str]) -> str:
    if not sys.stdout.isatty():
        raise ConfigurationError("review.show_on_terminal_only")
    return queue_summary.texts(queue, names)


def _decided(settings: Settings, store: Store, queue: Queue, asked: Asked, day: date) -> str:
    answers = _answers(queue, asked)
    reviewing.decide(settings, store, answers, signing.signer(settings, asked.name, asked.key_file), day)
    standing = reviewing.decided(settings, store).standing
    waiting = sum(answer.doubt.fingerprint not in standing for answer in answers)
    told = [sentence("review.recorded", {"count": len(answers)})]
    return "\n".join([*told, *([sentence("review.second_needed", {"count": waiting})] if waiting else [])])


def _answers(queue: Queue, asked: Asked) -> list[Answer]:
    if asked.ids and asked.approve and asked.reject:
        raise ConfigurationError("review.one_verdict")
    approve = (*asked.approve, *(asked.ids if asked.approve else ()))
    reject = (*asked.reject, *(asked.ids if asked.reject else ()))
    if set(approve) & set(reject):
        raise ConfigurationError("review.one_verdict")
    titles = dict(_title(each) for each in asked.titles)
    verdicts = [(name, Verdict.APPROVE) for name in approve] + [(name, Verdict.REJECT) for name in reject]
    return [
        Answer(doubt=queue.find(name), verdict=verdict, ground=asked.ground, titles=titles)
        for name, verdict in dict.fromkeys(verdicts)
    ]


def _title(given: str) -> tuple[str, str]:
    language, equals, title = given.partition("=")
    if not equals:
        raise ConfigurationError("review.title_unusable", language=language)
    return language, title

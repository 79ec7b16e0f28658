"""The queue of a site: what waits for a person, what persons decided, and what of that matches nothing any more."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from generator import intake
from generator.config import Settings
from generator.errors import ConfigurationError
from generator.messages import LANGUAGES, catalog
from generator.model.decision import Decided, Doubt, Subject, Verdict
from generator.model.identifiers import Known
from generator.redaction import register
from generator.redaction.judging import NEVER_APPROVED
from generator.redaction.masking import EVERYTHING
from generator.redaction.recognizers import marks
from generator.redaction.register import Register
from generator.review import decisions, standing
from generator.review.decisions import Line
from generator.signing import Signer
from generator.store import DECISIONS, KEY, WITHHELD, Store


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What waits, and what is decided, by a person. *asked* are fingerprints of what one of two persons has decided on.

    *lapsed* counts texts that were decided upon and stand in no export any more. *texts* are what a person must see to decide,
    by id: in memory only.
    """

    waiting: tuple[Doubt, ...]
    decided: tuple[Doubt, ...]
    asked: frozenset[str]
    lapsed: int
    texts: Mapping[str, str]

    def find(self, name: str) -> Doubt:
        """Return the doubt that a person calls *name*, whether it waits or is decided already.

        Raises:
            ConfigurationError: there is none, or there are two.
        """
        found = {doubt.fingerprint: doubt for doubt in (*self.waiting, *self.decided) if doubt.id == name}
        if len(found) != 1:
            raise ConfigurationError("review.id_unknown" if not found else "review.id_ambiguous", id=name)
        return next(iter(found.values()))


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a person answers to a doubt. *ground* and *titles* (by language) are for an item that is only mentioned."""

    doubt: Doubt
    verdict: Verdict
    ground: str | None = None
    titles: Mapping[str, str] = {}


def decided(settings: Settings, store: Store) -> Decided:
    """Return the decisions that stand.

    Raises:
        ConfigurationError: the file of decisions is not as those who signed it left it, or its key is lost.
    """
    return Decided(
        key=store.key(), standing=standing.standing(_lines(settings, store), settings.reviewers, settings.two_persons)
    )


def withheld(store: Store) -> Register:
    """Return what earlier runs withheld in each case.

    Raises:
        ConfigurationError: the file is damaged.
    """
    try:
        return register.decoded(store.withheld(), store.key())
    except msgspec.DecodeError as error:
        raise ConfigurationError("publishing.private_damaged", where=WITHHELD) from error


def queue(settings: Settings, store: Store) -> Queue:
    """Read every source, and return what waits for a person in it; the caller holds the lock of *store*."""
    store.made_key()
    lines = _lines(settings, store)
    known = Known(addresses=store.addresses(), published=store.published())
    taken = intake.take_in(settings, known, decided(settings, store), withheld(store))
    waiting = tuple(doubt for redaction in taken.redactions for doubt in redaction.doubts)
    settled = tuple(doubt for redaction in taken.redactions for doubt in redaction.decided)
    of_disputed = (doubt for redaction in taken.disputed for doubt in (*redaction.doubts, *redaction.decided))
    met = {doubt.fingerprint for doubt in (*waiting, *settled, *of_disputed)}
    said = {line.fingerprint for line in lines}
    return Queue(
        waiting=waiting,
        decided=settled,
        asked=frozenset(said & {doubt.fingerprint for doubt in waiting}),
        lapsed=len(said - met),
        texts={name: text for redaction in taken.redactions for name, text in redaction.doubtful_texts.items()},
    )


def decide(settings: Settings, store: Store, answers: Sequence[Answer], signer: Signer, day: date) -> None:
    """Add *answers*, which *signer* signs, to the decisions; the caller holds the lock of *store*.

    Raises:
        ConfigurationError: an answer does not fit its doubt, or the file of decisions cannot be trusted; nothing is added.
    """
    for answer in answers:
        _check(answer)
    _lines(settings, store)
    key = store.made_key()
    if not store.seal():
        store.keep_seal(decisions.sealed(b"", key))  # before the first line: a file without a seal is one that was cut
    content = decisions.appended(store.decisions(), _new_lines(answers, signer, day), signer.key)
    store.keep_decisions(content)
    store.keep_seal(decisions.sealed(content, key))


def is_rejection_pending(settings: Settings, store: Store) -> bool:
    """Tell whether a person has decided since the last run in a way that does not let something stand."""
    lines = _lines(settings, store)
    new = decisions.since(lines, store.decisions(), store.releases().decided)
    stands = standing.standing(lines, settings.reviewers, settings.two_persons)
    verdicts = (stands.get(line.fingerprint) for line in new)
    return any(decision is None or decision.verdict is not Verdict.APPROVE for decision in verdicts)


def carry_out(store: Store) -> None:
    """Record that a run has taken out of the site and of what is kept whatever was decided until now."""
    known = store.releases()
    done = decisions.last(store.decisions())
    if known.decided != done:
        store.keep_releases(replace(known, decided=done))


def _lines(settings: Settings, store: Store) -> tuple[Line, ...]:
    if store.decisions() and not store.key():
        raise ConfigurationError("review.decisions_without_key", where=DECISIONS, key=KEY)
    return decisions.read(store.decisions(), store.seal(), store.key(), settings.reviewers)


def _new_lines(answers: Iterable[Answer], signer: Signer, day: date) -> list[Line]:
    return [
        decisions.line(answer.doubt, answer.verdict, signer.name, day, ground=answer.ground, titles=answer.titles)
        for answer in answers
    ]


def _check(answer: Answer) -> None:
    doubt = answer.doubt
    if answer.verdict is Verdict.APPROVE and doubt.reason in NEVER_APPROVED:
        raise ConfigurationError("review.never_approved", id=doubt.id)
    if doubt.subject is Subject.TITLE and not answer.ground and not answer.titles:
        raise ConfigurationError("review.title_needed", id=doubt.id)
    is_mentioned = doubt.subject is Subject.TITLE or (doubt.subject is Subject.ITEM and answer.verdict is Verdict.REJECT)
    if (answer.ground or answer.titles) and not is_mentioned:
        raise ConfigurationError("review.nothing_to_mention", id=doubt.id)
    if answer.ground and f"grounds.{answer.ground}_short" not in catalog("fi"):
        raise ConfigurationError("review.ground_unknown", name=answer.ground)
    for language, title in answer.titles.items():
        if language not in LANGUAGES or not title.strip():
            raise ConfigurationError("review.title_unusable", language=language)
        if marks(title, EVERYTHING):
            raise ConfigurationError("review.title_personal", language=language)

"""What a secret item is called: the mention must tell what kind of matter it is (K 140 § 2 mom.; OKV/231/1/2017)."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.messages import LANGUAGES, sentence
from generator.model.decision import Subject
from generator.model.meeting import AgendaItem
from generator.redaction.grounds import description, tells_matter
from generator.redaction.judging import words_of
from generator.redaction.ledger import Spot
from generator.redaction.named import is_of_kind
from generator.redaction.policy import Policy

MISSING = "redaction.secret_title_missing"
WORD = re.compile(r"[^\W\d_]+")
# A title of nothing but these ("Asia ei ole julkinen") tells no kind of matter.
BARE = frozenset({
    "asia", "asiakohta", "kohta", "pykälä", "asiakirja", "tämä", "on", "ei", "ole", "julkinen", "julkista", "salassa",
    "pidettävä", "salainen", "salattu", "luottamuksellinen", "osittain", "ärende", "ärendet", "detta", "är", "inte", "ej",
    "icke", "offentlig", "offentligt", "sekretessbelagd", "sekretessbelagt", "sekretess", "hemlig", "hemligt", "delvis",
    "the", "a", "this", "item", "matter", "is", "not", "public", "confidential", "secret",
})  # fmt: skip


class Mention(NamedTuple):
    """On what *ground* an item is secret, and what it is called, by language."""

    ground: str
    titles: dict[str, str]


def mention(item: AgendaItem, ground: str, given: Mapping[str, str], policy: Policy, spot: Spot) -> Mention | None:
    """Return how a secret *item* is mentioned, or None when nothing tells what kind of matter it is.

    A person's title, *given* with the decision that made it secret, comes before the municipality's list by kind of matter,
    and that before the words of the *ground*. What is missing is a doubt in the ledger of *spot*: a person's decision on it
    gives a title, or a ground that tells.
    """
    titles = _titles(item, ground, given, policy)
    if titles:
        return Mention(ground, titles)
    words = words_of(item)
    doubt = spot.matter.doubt(Subject.TITLE, MISSING, words)
    spot.ledger.doubt(doubt, words)
    decision = spot.matter.decision(doubt)
    if not decision:
        return None
    own_ground = decision.ground or ground
    titles = _titles(item, own_ground, decision.titles, policy)
    return Mention(own_ground, titles) if titles else None


def _titles(item: AgendaItem, ground: str, given: Mapping[str, str], policy: Policy) -> dict[str, str]:
    own = {**_of_kind(item, policy), **given}
    languages = [language for language in dict.fromkeys((*policy.languages, item.language)) if language in LANGUAGES]
    titles = {language: own[language] for language in languages if not is_bare(own.get(language, ""))}
    if not tells_matter(ground):
        return titles
    return {language: titles.get(language) or _by_ground(ground, language) for language in languages}


def is_bare(title: str) -> bool:
    """Tell whether *title* says nothing but that its matter is secret, or nothing at all."""
    return all(word in BARE for word in WORD.findall(title.casefold()))


def _of_kind(item: AgendaItem, policy: Policy) -> dict[str, str]:
    own: dict[str, str] = {}
    for beginning, titles in sorted(policy.secret_titles, key=lambda entry: len(entry[0])):
        if is_of_kind(item.function_class, beginning) or is_of_kind(item.register_number, beginning):
            own = {**own, **titles}
    return own


def _by_ground(ground: str, language: str) -> str:
    return sentence("redaction.secret_title", {"description": description(ground, language)}, language=language)

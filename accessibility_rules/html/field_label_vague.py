"""The label of a field does not say what to fill in ("Kenttä", "Menu", "OK").

Why: who hears the label alone must know what to write, also when the page around the field is out of sight.
Remedy: name the piece of information: "Etunimi", "Asian numero", "Hae pöytäkirjoista".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._fields import fields, labels
from accessibility_rules.rule import Impact, Rule

_VAGUE = re.compile(
    r"(?:(?:syöttö|teksti)?kenttä|syöte|arvo|teksti|lomake|valikko|täytä|kirjoita(?: tähän)?|valitse|tieto|tiedot|nimiö|ok"
    r"|siirry|lähetä"
    r"|(?:inmatnings|text)?fält|värde|formulär|meny|fyll i|skriv(?: här)?|välj|uppgift|uppgifter|etikett|skicka"
    r"|(?:input|text|form)?\s?field|input|value|form|menu|fill in|type here|enter(?: here)?|select|choose|label|go|submit"
    r"|text|send)"
    r"(?:\s*\d{1,2})?[.:*]?",
    re.IGNORECASE,
)
_CHOICES = re.compile(r"(?:valikko|valitse|meny|välj|menu|select|choose)[.:*]?", re.IGNORECASE)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from (field for field in fields(page) if labels(field))


def expect(field: HtmlElement) -> bool | None:
    """A list to choose from may be a menu: a person must look."""
    label = " ".join(labels(field))
    if field.tag == "select" and _CHOICES.fullmatch(label):
        return None
    return not _VAGUE.fullmatch(label)


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.SERIOUS, act=("cc0f0a",), targets=targets, expect=expect)

"""A message about an error does not say in which field it is, or what is wrong there ("Virhe", "Tarkista tiedot").

Why: who hears the form field by field cannot look for a red frame, and has to guess what to correct.
Remedy: name the field and what it takes: "Asian numero puuttuu", "Syntymävuosi on neljä numeroa".
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, text_of
from accessibility_rules.html._fields import fields, labels
from accessibility_rules.rule import Impact, Rule

_ERROR = re.compile(
    r"(?:^|[^a-z])(?:errors?|virhe|fel|invalid)(?:[^a-z]|$)|error$|errormsg|errormessage|virheilmoitus|felmeddelande",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:(?:virhe|virheellinen (?:arvo|syöte|tieto)|väärä arvo|tarkista (?:tiedot|kentät?|lomake|arvo)"
    r"|täytä (?:kenttä|kentät|lomake)(?: oikein)?|korjaa virheet|kenttä on virheellinen|tieto puuttuu"
    r"|pakollinen(?: kenttä| tieto)?"
    r"|fel|ogiltigt? (?:värde|inmatning)|fel värde|kontrollera (?:uppgifterna|fälten|fältet|formuläret)"
    r"|fyll i (?:fältet|fälten|formuläret)(?: (?:rätt|korrekt))?|rätta felen|obligatorisk(?:t fält| uppgift)?"
    r"|error|invalid(?: (?:value|input|entry|data))?|wrong(?: value)?|(?:please )?(?:fill(?: in)?|complete|check|correct|enter)"
    r" (?:the |your |this )?(?:fields?|form|values?|input|errors?)(?: correctly)?|required(?: field)?|something went wrong)"
    r"[.!:\s]*)+",
    re.IGNORECASE,
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what calls itself an error, on a page that has fields."""
    if not any(True for _ in fields(page)):
        return
    for element in exposed(page, "/html/body//*[@id or @class or @role='alert']"):
        is_error = element.get("role") == "alert" or _ERROR.search(f"{element.get('id', '')} {element.get('class', '')}")
        if is_error and text_of(element) and not element.xpath("boolean(.//input | .//select | .//textarea)"):
            yield element


def expect(message: HtmlElement) -> bool | None:
    """A vague message that one field points to is at least in its place: a person must look."""
    if not _VAGUE.fullmatch(text_of(message)):
        return True
    shown = text_of(message).casefold()
    if any(label.casefold() in shown for field in fields(message) for label in labels(field)):
        return True
    pointing = message.xpath("//*[@aria-describedby or @aria-errormessage]")
    own = [
        node
        for node in pointing
        if message.get("id") in f"{node.get('aria-describedby')} {node.get('aria-errormessage')}".split()
    ]
    return None if own else False


RULE = Rule(criterion="3.3.1", clause="9.3.3.1", impact=Impact.SERIOUS, act=("36b590",), targets=targets, expect=expect)

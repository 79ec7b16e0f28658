"""What CaseM's properties say of an item's publicity, read so that doubt is never public."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.importers import _markup
from generator.importers._casem_records import Property, folded
from generator.importers._publicity_words import CLASSES
from generator.model.publicity import Publicity, PublicityClass

P = PublicityClass

CLASS_NAMES = {"publicityclass", "publicity", "julkisuusluokka"}
GROUND_NAMES = {"securityreason", "securityreasons", "salassapitoperuste"}
PERSONAL_DATA = "personaldata"
# SecurityClass, ProtectionLevel, ConfidentialityPeriod …: whatever they say, it is not that all may see it.
SPEAKS_OF_SECRECY = re.compile(r"secur|secre|confid|publici|protection|salass|salai|julkis|sekret|offentlig", re.IGNORECASE)
HIDDEN_BY_ITSELF = {P.SECRET, P.NOT_PUBLISHED_ONLINE, P.UNKNOWN}


def is_about_publicity(name: str) -> bool:
    """Tell whether a property of this name is read here, so that nothing else looks at it."""
    return name.casefold() == PERSONAL_DATA or bool(SPEAKS_OF_SECRECY.search(name)) or name.casefold() in CLASS_NAMES


def publicity(properties: Sequence[Property]) -> Publicity:
    """Return what *properties* say; UNKNOWN where they contradict each other or say what we do not know."""
    found = _stated([p for p in properties if is_about_publicity(p.name) and p.name.casefold() != PERSONAL_DATA])
    personal = any(p.name.casefold() == PERSONAL_DATA and _plain(p) for p in properties)
    if personal and found.classification not in HIDDEN_BY_ITSELF:
        return replace(found, classification=P.UNKNOWN, origin="PersonalData")
    return found


def _stated(properties: Sequence[Property]) -> Publicity:
    told = [(p.name, _plain(p)) for p in properties]
    # A secrecy period of 0 years is none.
    said = [(name, value) for name, value in told if value and (value != "0" or name.casefold() in CLASS_NAMES)]
    classes = {CLASSES.get(value.casefold(), P.UNKNOWN) for name, value in said if name.casefold() in CLASS_NAMES}
    grounds = [value for name, value in said if name.casefold() in GROUND_NAMES]
    if not said:
        return Publicity()
    (name, _), *_ = said
    ground = "; ".join(dict.fromkeys(grounds)) or None
    is_clear = len(classes) == 1 and (classes != {P.PUBLIC} or len(said) == 1)
    return Publicity(classification=classes.pop() if is_clear else P.UNKNOWN, ground=ground, origin=name)


def _plain(found: Property) -> str:
    if not found.text.strip():
        return found.other
    return folded(_markup.plain(_markup.parse(found.text)))

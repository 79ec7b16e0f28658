"""What CaseM's properties say of publicity."""

from collections.abc import Sequence

from generator.importers import _markup
from generator.importers._casem_records import Property, folded
from generator.importers._publicity import is_about_publicity, read_publicity
from generator.model.publicity import Publicity


def publicity(properties: Sequence[Property]) -> Publicity:
    """Return what *properties* say; UNKNOWN where they contradict each other or say what we do not know."""
    return read_publicity((p.name, _plain(p)) for p in properties if is_about_publicity(p.name))


def _plain(found: Property) -> str:
    if not found.text.strip():
        return found.other
    return folded(_markup.plain(_markup.parse(found.text)))

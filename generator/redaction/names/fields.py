"""Which field of names a section of an item is."""

from generator.model.meeting import SectionKind
from generator.redaction.names.reading import Field

FIELDS = {
    SectionKind.NOTIFIED: Field.PARTY,
    SectionKind.PREPARER: Field.OFFICE,
    SectionKind.PRESENTER: Field.OFFICE,
    SectionKind.MORE_INFORMATION: Field.OFFICE,
    SectionKind.PROPOSAL: Field.ASSEMBLY,
    SectionKind.HANDLING: Field.ASSEMBLY,
    SectionKind.VOTE: Field.ASSEMBLY,
    SectionKind.DISQUALIFICATION: Field.ASSEMBLY,
    SectionKind.DECISION: Field.ASSEMBLY,
    SectionKind.DISSENT: Field.ASSEMBLY,
}


def field_of(kind: SectionKind) -> Field:
    """Return the field of a section of *kind*; what is not named here is the matter itself."""
    return FIELDS.get(kind, Field.MATTER)

"""Why a file is not read: the one error that a format raises."""

from generator.errors import ExportError

# What the parsers that importers share say of a file, in our words.
REASONS = {
    "docx.damaged": "damaged",
    "docx.unsafe": "doctype",
    "importers.file_too_large": "too_large",
    "importers.markup_too_deep": "too_deep",
    "importers.markup_too_large": "too_large",
    "importers.zip_bomb": "bomb",
    "importers.zip_duplicates": "zip_unsafe",
    "importers.zip_password": "encrypted",
    "importers.zip_too_large": "bomb",
    "importers.zip_too_many": "bomb",
    "importers.zip_unsafe": "zip_unsafe",
    "tweb.pdf_damaged": "damaged",
    "tweb.pdf_password": "encrypted",
    "tweb.pdf_too_large": "too_large",
}


class UnreadableFileError(Exception):
    """A file cannot be read, or holds what nobody can vouch for; *reason* is the end of a message code."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def as_unreadable(error: ExportError) -> UnreadableFileError:
    """Return *error* of a shared parser as ours."""
    return UnreadableFileError(REASONS.get(error.code, "damaged"))

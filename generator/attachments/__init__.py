"""Reading attachments: the file of each becomes blocks of the model, or a reason why not, before anything is redacted."""

from generator.attachments.batch import Desk, read_all
from generator.attachments.reading import reading

__all__ = ["Desk", "read_all", "reading"]

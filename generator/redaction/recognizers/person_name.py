"""Names of private persons in a text that stands alone; the texts of a case are read together (`redaction/people.py`)."""

from generator.redaction.names import KIND, find

__all__ = ["KIND", "RECOGNIZER"]

RECOGNIZER = find

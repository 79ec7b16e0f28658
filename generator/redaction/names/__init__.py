"""Names of private persons, found in Finnish and Swedish, inflected, in all texts of one case together."""

from generator.redaction.names.fields import field_of
from generator.redaction.names.finding import KIND, find, find_in_case
from generator.redaction.names.known import Known
from generator.redaction.names.reading import Field, Passage

__all__ = ["KIND", "Field", "Known", "Passage", "field_of", "find", "find_in_case"]

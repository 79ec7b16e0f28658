"""Decides of an attachment, by its metadata and its title, whether anything forbids to publish it."""

from generator.model.attachment import Attachment
from generator.model.publicity import Publicity, PublicityClass
from generator.redaction.grounds import UNSPECIFIED
from generator.redaction.policy import Policy, Unmarked
from generator.redaction.structure import (
    DELICATE,
    WITHHOLDING,
    is_secret_title,
    marked_ground,
    mentions_secrecy,
    metadata_ground,
)

BY_CLASS = {
    PublicityClass.NOT_PUBLISHED_ONLINE: "not_published_online",
    PublicityClass.SECRET: "secret",
    PublicityClass.PARTLY_SECRET: "partly_secret",
}


def attachment_reason(attachment: Attachment, owner: Publicity, policy: Policy) -> str | None:
    """Return why *attachment* is not published, as the end of a message code, or None when nothing forbids it.

    *owner* is the publicity of the item: what is unmarked beside a partly secret item may be its secret part.
    """
    classification = attachment.publicity.classification
    doubt = BY_CLASS.get(classification) or _doubt(attachment)
    if doubt or classification is PublicityClass.PUBLIC:
        return doubt
    is_unsure = policy.unmarked is Unmarked.HOLD or owner.classification is PublicityClass.PARTLY_SECRET
    return "unmarked" if is_unsure else None


def _doubt(attachment: Attachment) -> str | None:
    """Return why an *attachment* that its class lets out, or that has no class, is not published all the same."""
    publicity = attachment.publicity
    is_marked = is_secret_title(attachment.title) or mentions_secrecy(attachment.title)
    if publicity.is_contradictory or (is_marked and publicity.classification is PublicityClass.PUBLIC):
        return "contradiction"
    if publicity.classification is PublicityClass.UNKNOWN:
        return "unknown_publicity"
    if is_marked:
        return "secret"
    return "special_personal_data" if publicity.personal_data in DELICATE else None


def attachment_ground(attachment: Attachment) -> str:
    """Return the ground on which *attachment* is withheld."""
    ground = metadata_ground(attachment.publicity)
    return ground if ground != UNSPECIFIED else marked_ground(attachment.title)


def is_in_doubt(attachment: Attachment) -> bool:
    """Tell whether the title of *attachment* speaks of secrecy without marking it, and no metadata say what is meant."""
    title = attachment.title
    is_explained = attachment.publicity.classification in {*WITHHOLDING, PublicityClass.PARTLY_SECRET}
    return not is_explained and mentions_secrecy(title) and not is_secret_title(title)

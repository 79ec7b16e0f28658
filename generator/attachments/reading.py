"""One file: told by its bytes, which must be what its name says, and read by the one format that it is of."""

from hashlib import sha256
from pathlib import PurePosixPath

from msgspec.structs import replace

from generator.attachments.disguises import refuse_disguised
from generator.attachments.formats import FORMATS
from generator.attachments.unreadable import UnreadableFileError, as_unreadable
from generator.errors import ExportError
from generator.model.attachment import Reading

# Old binary files of Office, and files that run something or are a whole page with its parts: never read.
REFUSED = {
    ".doc": "old_office", ".dot": "old_office", ".xls": "old_office", ".xlt": "old_office", ".ppt": "old_office",
    ".docm": "macros", ".dotm": "macros", ".xlsm": "macros", ".xltm": "macros", ".pptm": "macros", ".potm": "macros",
    ".svg": "svg", ".svgz": "svg", ".mht": "mhtml", ".mhtml": "mhtml",
}  # fmt: skip


def reading(name: str, content: bytes, language: str) -> Reading:
    """Return what the file *name* says; whatever is wrong with it is its *problem*.

    Nothing that a file holds makes this raise, short of taking all memory or time: `batch` bounds these.
    """
    ending = PurePosixPath(name).suffix.casefold()
    digest = sha256(content).hexdigest()
    found = next((i for i, each in FORMATS.items() if ending in each.endings), "")
    media_type = FORMATS[found].endings[ending] if found else ""
    try:
        read = _read(ending, found, content, language)
    except UnreadableFileError as error:
        return Reading(format=found, media_type=media_type, problem=error.reason, digest=digest)
    except ExportError as error:
        return Reading(format=found, media_type=media_type, problem=as_unreadable(error).reason, digest=digest)
    except (RecursionError, MemoryError):
        return Reading(format=found, media_type=media_type, problem="too_deep", digest=digest)
    except Exception:  # noqa: BLE001 - one bad file does not stop a run (rule 7), and its text is in no trace of ours
        return Reading(format=found, media_type=media_type, problem="damaged", digest=digest)
    return replace(read, format=found, media_type=media_type, digest=digest)


def _read(ending: str, found: str, content: bytes, language: str) -> Reading:
    if ending in REFUSED:
        raise UnreadableFileError(REFUSED[ending])
    if not content:
        raise UnreadableFileError("damaged")
    refuse_disguised(content)
    if not found:
        raise UnreadableFileError("type_unknown")
    if not FORMATS[found].is_one(content):
        raise UnreadableFileError("type_mismatch")
    return FORMATS[found].read(content, language)

"""Pictures: made anew from their pixels, so that no place, author, thumbnail or profile goes along."""

import io
import warnings

from PIL import Image, ImageOps

from generator.attachments.disguises import JPEG, PNG
from generator.attachments.format import Format
from generator.attachments.unreadable import UnreadableFileError
from generator.model.attachment import Reading

# A page of A3 at 300 dots an inch has 17 million; the largest plans are under this.
MAX_PIXELS = 50_000_000
QUALITY = 88
JPEG_END, PNG_END = b"\xff\xd9", b"IEND\xaeB`\x82"


def _read(content: bytes, language: str) -> Reading:
    end = content.rfind(JPEG_END) + len(JPEG_END) if content.startswith(JPEG) else content.rfind(PNG_END) + len(PNG_END)
    if end < len(JPEG_END) or content[end:].strip(b"\0"):
        raise UnreadableFileError("trailing_data")
    kind = "JPEG" if content.startswith(JPEG) else "PNG"
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content), formats=[kind]) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if picture.width * picture.height > MAX_PIXELS:
                raise UnreadableFileError("too_large")
            copy = _from_pixels(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableFileError("too_large") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableFileError("damaged") from error
    return Reading(language=language, copy=copy, left_out=1, undescribed=1)


def _from_pixels(picture: Image.Image, kind: str) -> bytes:
    """Return a new picture with the pixels of *picture*, turned as it is shown, and nothing else of it."""
    upright = ImageOps.exif_transpose(picture)
    mode = "RGB" if kind == "JPEG" or not upright.has_transparency_data else "RGBA"
    pixels = upright.convert(mode)
    bare = Image.frombytes(mode, pixels.size, pixels.tobytes())
    buffer = io.BytesIO()
    if kind == "JPEG":
        bare.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    else:
        bare.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _is_one(content: bytes) -> bool:
    return content.startswith((PNG, JPEG))


FORMAT = Format(
    endings={".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"},
    is_one=_is_one,
    read=_read,
)

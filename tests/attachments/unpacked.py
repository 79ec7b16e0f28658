"""All bytes of a file, those that are packed in it unpacked: so that what is looked for in it is found if it is there."""

import io
import zipfile

import pikepdf
from PIL import Image

from generator.pdf_objects import dictionaries


def unpacked(content: bytes) -> bytes:
    """Return *content*, followed by what a PDF, a ZIP or a PNG holds in packed form, to any depth of ZIP."""
    if content.startswith(b"%PDF-"):
        return content + _of_pdf(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return content + b"".join(unpacked(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(content)) as image:
            return content + repr(image.info).encode()
    return content


def _of_pdf(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as document:
        parts = [part for thing in (*document.objects, document.trailer) for part in dictionaries(thing)]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        loose = [str(thing) for thing in document.objects if isinstance(thing, pikepdf.String)]
        said = [f"{key} {value}" if isinstance(value, pikepdf.String) else key for part in parts for key, value in part.items()]
        return b"\n".join((*map(_of_stream, streams), *(text.encode() for text in (*said, *loose))))


def _of_stream(stream: pikepdf.Stream) -> bytes:
    """Return the bytes in *stream*, of a picture its file: only the codings around it are undone."""
    names = [str(name) for name in filters] if isinstance(filters := stream.get("/Filter"), pikepdf.Array) else [str(filters)]
    pictured = [place for place, name in enumerate(names) if name in {"/DCTDecode", "/JPXDecode"}]
    if not pictured:
        return stream.read_bytes()
    with pikepdf.Pdf.new() as other:
        around = pikepdf.Array([pikepdf.Name(name) for name in names[: pictured[0]]])
        return other.make_stream(stream.read_raw_bytes(), Filter=around).read_bytes()

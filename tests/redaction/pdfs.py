"""Small PDF files for tests: what a reader sees, and each place where something else can hide."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def pdf(text: str = "Laiturin korjaus maksaa paljon.", title: str = "") -> bytes:
    """Return a PDF with *text* on its page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    for place, line in enumerate(text.splitlines()):
        canvas.drawString(72, 720 - 20 * place, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(owner="omistaja", user=""))


def with_embedded_file(content: bytes = b"sisus") -> bytes:
    document = _opened()
    document.attachments["sisus.txt"] = pikepdf.AttachedFileSpec(document, content)
    return _saved(document)


def with_stream(content: bytes, how: str = "") -> bytes:
    """Return a PDF with *content*, packed as *how* (the name of a filter) says, in a stream that no page uses."""
    document = _opened()
    stream = document.make_stream(b"")
    stream.write(content, filter=Name(how) if how else None)
    document.Root["/Muistio"] = stream
    return _saved(document, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def with_old_stream(content: bytes) -> bytes:
    """Return a PDF in whose file *content* stands as a stream that its last revision does not refer to."""
    whole = pdf()
    hidden = b"99 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(content), content)
    return whole + hidden + b"startxref\n%s\n%%%%EOF\n" % whole.rstrip().splitlines()[-2]


def lzw(content: bytes) -> bytes:
    """Return *content* as LZW writes it without ever using its table: every byte by itself (ISO 32000-2, 7.4.4)."""
    codes = [code for start in range(0, len(content), 200) for code in (256, *content[start : start + 200])] + [257]
    bits = "".join(f"{code:09b}" for code in codes)
    return int(bits.ljust(-len(bits) % 8 + len(bits), "0"), 2).to_bytes((len(bits) + 7) // 8, "big")


def with_script() -> bytes:
    document = _opened()
    document.Root["/OpenAction"] = Dictionary(S=Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))
    return _saved(document)


def with_form() -> bytes:
    document = _opened()
    field = document.make_indirect(Dictionary(FT=Name("/Tx"), T=pikepdf.String("nimi"), V=pikepdf.String("arvo")))
    document.Root["/AcroForm"] = Dictionary(Fields=Array([field]))
    return _saved(document)


def with_layer() -> bytes:
    document = _opened()
    layer = document.make_indirect(Dictionary(Type=Name("/OCG"), Name=pikepdf.String("taso")))
    document.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary())
    return _saved(document)


def with_picture_only() -> bytes:
    document = _opened("")
    _put_picture(document, jpeg())
    return _saved(document)


def with_hidden_channels(canary: str) -> bytes:
    """Return a PDF that says *canary* in every place that a reader does not see and that is no reason to refuse it."""
    document = _opened()
    document.docinfo["/Author"] = canary
    document.docinfo["/Keywords"] = canary
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:description"] = canary
    page = document.pages[0]
    page.obj["/PieceInfo"] = Dictionary(App=Dictionary(Private=pikepdf.String(canary)))
    page.obj["/Metadata"] = document.make_stream(canary.encode())
    page.obj["/Thumb"] = document.make_stream(canary.encode())
    page.obj["/Annots"] = Array([_note(document, canary), _link(document, canary)])
    document.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(P=pikepdf.String(canary))]))
    document.Root["/Names"] = Dictionary(Dests=Dictionary(Names=Array([pikepdf.String(canary), page.obj])))
    _put_picture(document, jpeg(canary))
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(canary, 0))
    return _saved(document)


def with_trailing_data(canary: str) -> bytes:
    """Return a PDF behind whose end *canary* stands."""
    return pdf() + f"\n% {canary}\n".encode()


def with_remarks(canary: str) -> bytes:
    """Return a PDF that says *canary* among the instructions that paint its page, and in keys that nobody reads."""
    document = _opened()
    page = document.pages[0]
    font = next(iter(page.resources["/Font"].values()))
    font["/Name"], font["/Muistio"] = Name(f"/{canary}"), pikepdf.String(canary)
    form = document.make_stream(
        f"% {canary}\n".encode(), Type=Name("/XObject"), Subtype=Name("/Form"), BBox=Array([0, 0, 9, 9])
    )
    page.resources["/XObject"] = Dictionary(Lomake=form, Turha=document.make_stream(canary.encode(), Subtype=Name("/Form")))
    page.resources["/Properties"] = Dictionary(M=document.make_indirect(Dictionary(MCID=1, Muistio=pikepdf.String(canary))))
    page.resources["/ExtGState"] = Dictionary(G=Dictionary(CA=1, Muistio=pikepdf.String(canary)))
    marks = f"% {canary}\n/G gs /Lomake Do /Span /M BDC EMC /Span <</MCID 2 /ActualText ({canary})>> BDC EMC\n"
    page.contents_add(marks.encode())
    return _saved(document)


def with_unseen(paint: str) -> bytes:
    """Return a PDF with a name that *paint*, its instructions, hides."""
    document = _opened()
    document.pages[0].contents_add(paint.replace("TEXT", "(Kuutamo) Tj").encode())
    return _saved(document)


def with_old_revision(canary: str) -> bytes:
    """Return a PDF whose first revision says *canary*, overwritten by an incremental update without it."""
    old = pdf()
    previous = int(old.rstrip().splitlines()[-2])
    with Pdf.open(io.BytesIO(old)) as document:
        root, number = document.Root.objgen[0], len(document.objects) + 1
    hidden = f"\n{number} 0 obj\n({canary})\nendobj\n".encode()
    overwritten = f"{number} 0 obj\n()\nendobj\n".encode()
    place = len(old) + len(hidden)
    table = f"xref\n{number} 1\n{place:010} 00000 n \n"
    trailer = (
        f"trailer\n<< /Size {number + 1} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{place + len(overwritten)}\n%%EOF\n"
    )
    return old + hidden + overwritten + table.encode() + trailer.encode()


def with_spoken(words: str) -> bytes:
    """Return a tagged PDF whose picture is described by *words*."""
    document = _opened()
    root = document.make_indirect(Dictionary(Type=Name("/StructTreeRoot")))
    figure = Dictionary(Type=Name("/StructElem"), S=Name("/Figure"), P=root, Alt=pikepdf.String(words))
    root["/K"] = document.make_indirect(figure)
    document.Root["/StructTreeRoot"] = root
    document.Root["/MarkInfo"] = Dictionary(Marked=True)
    return _saved(document)


def with_link(address: str) -> bytes:
    document = _opened()
    document.pages[0].obj["/Annots"] = Array([_link(document, "", address)])
    return _saved(document)


def jpeg(comment: str = "") -> bytes:
    """Return a one-pixel picture, with *comment* in its description."""
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    described = b"\xff\xe1" + (len(comment) + 2).to_bytes(2, "big") + comment.encode() if comment else b""
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    return start + described + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x37\xff\xd9"


def _note(document: Pdf, text: str) -> pikepdf.Object:
    note = Dictionary(Type=Name("/Annot"), Subtype=Name("/Text"), Rect=Array([0, 0, 9, 9]), F=2)
    note["/Contents"] = pikepdf.String(text)
    note["/T"] = pikepdf.String(text)
    return document.make_indirect(note)


def _link(document: Pdf, text: str, address: str = "https://kuutamoniemi.example/") -> pikepdf.Object:
    action = Dictionary(S=Name("/URI"), URI=pikepdf.String(address))
    link = Dictionary(Type=Name("/Annot"), Subtype=Name("/Link"), Rect=Array([0, 0, 9, 9]), A=action)
    link["/Contents"] = pikepdf.String(text)
    return document.make_indirect(link)


def _put_picture(document: Pdf, content: bytes) -> None:
    picture = document.make_stream(content, Type=Name("/XObject"), Subtype=Name("/Image"), Width=1, Height=1)
    picture["/ColorSpace"], picture["/BitsPerComponent"], picture["/Filter"] = Name("/DeviceGray"), 8, Name("/DCTDecode")
    page = document.pages[0]
    page.resources["/XObject"] = Dictionary(Kuva=picture)
    page.contents_add(b"q 9 0 0 9 0 0 cm /Kuva Do Q")


def _opened(text: str = "Laiturin korjaus maksaa paljon.") -> Pdf:
    return Pdf.open(io.BytesIO(pdf(text)))


def _saved(document: Pdf, **how: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer, static_id=True, **how)
    return buffer.getvalue()

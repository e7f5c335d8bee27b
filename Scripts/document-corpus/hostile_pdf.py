"""Hostile PDF files: loops, lying lengths, bombs, encryption, pictures without text, scripts and attachments."""

import io
import subprocess
import tempfile
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

import pictures
from plain_pdf import CATALOG, PAGE, PAGES, SENTENCE, flated, ordinary, pdf, stream

SCANNED = ("Curriculum vitae", "Marek Dunaj, crane operator", "Twelve years at the port of Szczecin",
           "Licence for tower and mobile cranes", "Speaks Polish and German")


def many_operators(size):
    """Text operators that deflate as well as anything can: four bytes over and over."""
    return b"BT /F1 9 Tf 12 TL 72 700 Td\n" + b"(a)'" * (size // 4) + b"\nET\n"


def loops():
    child = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"
    form = stream(b"/X1 Do\n", extra=b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> ")
    with_form = PAGE.replace(b"/Font", b"/XObject << /X1 6 0 R >> /Font")
    previous = pdf(ordinary())
    table = previous.rfind(b"xref\n0 1")
    return {
        "pdf-page-tree-loop.pdf": pdf({**ordinary(pages=PAGES.replace(b"3 0 R", b"6 0 R")), 6: child}),
        "pdf-page-is-its-parent.pdf": pdf(ordinary(pages=PAGES.replace(b"3 0 R", b"2 0 R"))),
        "pdf-reference-loop.pdf": pdf({**ordinary(page=PAGE.replace(b"4 0 R", b"6 0 R")), 6: b"7 0 R", 7: b"6 0 R"}),
        "pdf-stream-is-its-length.pdf": pdf(ordinary(contents=stream(SENTENCE, b"4 0 R"))),
        "pdf-form-draws-itself.pdf": pdf({**ordinary(page=with_form, contents=stream(b"/X1 Do\n" + SENTENCE)), 6: form}),
        "pdf-table-before-itself.pdf": pdf(ordinary(), trailer=f"/Prev {table} ".encode()),
    }


def lies():
    arrays = b"[" * 20_000 + b"]" * 20_000
    return {
        "pdf-length-too-small.pdf": pdf(ordinary(contents=stream(SENTENCE, b"10"))),
        "pdf-length-too-large.pdf": pdf(ordinary(contents=stream(SENTENCE, b"4000000000"))),
        "pdf-length-negative.pdf": pdf(ordinary(contents=stream(SENTENCE, b"-1"))),
        "pdf-wrong-table-position.pdf": pdf(ordinary(), start=7),
        "pdf-nested-arrays.pdf": pdf({**ordinary(catalog=CATALOG.replace(b">>", b"/Odd 6 0 R >>")), 6: arrays}),
        "pdf-count-of-pages.pdf": pdf(ordinary(pages=PAGES.replace(b"/Count 1", b"/Count 2147483647"))),
    }


def bombs():
    return {
        "pdf-large-content.pdf": pdf(ordinary(contents=flated(many_operators(117_000_000)))),
        "pdf-chained-filters.pdf": pdf(ordinary(contents=flated(SENTENCE, times=10))),
        "pdf-chained-filters-bomb.pdf": pdf(ordinary(contents=flated(many_operators(117_000_000), times=10))),
    }


def drawn(draw, **options):
    output = io.BytesIO()
    page = canvas.Canvas(output, pagesize=A4, invariant=1, pageCompression=1, **options)
    draw(page)
    page.showPage()
    page.save()
    return output.getvalue()


def sentences(page):
    page.setFont("Helvetica", 12)
    for number, text in enumerate(SCANNED):
        page.drawString(72, 760 - 24 * number, text)


def locked(user, owner):
    """128-bit RC4, permissions without printing."""
    return drawn(sentences, encrypt=StandardEncryption(user, owner, canPrint=0, strength=128))


def locked_aes():
    """256-bit AES by qpdf, which draws salts: these bytes are new in each run."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.pdf", Path(folder) / "b.pdf"
        source.write_bytes(drawn(sentences))
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", source, target], check=True)
        return target.read_bytes()


def scan(page):
    page.drawImage(ImageReader(pictures.scan(SCANNED).convert("L")), 0, 0, *A4)


def recognised(page):
    """The layer that text recognition lays under a scan: invisible, word on word."""
    scan(page)
    scale = A4[0] / 620
    for number, text in enumerate(SCANNED):
        layer = page.beginText(60 * scale, A4[1] - (73 + 24 * number) * A4[1] / 877)
        layer.setFont("Helvetica", 15 * scale)
        layer.setTextRenderMode(3)
        layer.textOut(text)
        page.drawText(layer)


def scripted():
    catalog = CATALOG.replace(b">>", b"/OpenAction 6 0 R /Names << /EmbeddedFiles << /Names [(note.txt) 7 0 R] >> >> >>")
    attached = stream(b"Astronaut Juggler Beekeeper", extra=b"/Type /EmbeddedFile ")
    return pdf({**ordinary(catalog=catalog), 6: b"<< /S /JavaScript /JS (app.alert\\('Lion tamer'\\)) >>",
                7: b"<< /Type /Filespec /F (note.txt) /EF << /F 8 0 R >> >>", 8: attached})


def files():
    """Name → bytes."""
    return {**loops(), **lies(), **bombs(),
            "pdf-user-password.pdf": locked("secret", "owner"), "pdf-user-password-aes.pdf": locked_aes(),
            "pdf-owner-password-alone.pdf": locked("", "owner"), "pdf-image-only.pdf": drawn(scan),
            "pdf-ocr-layer.pdf": drawn(recognised), "pdf-script-and-attachment.pdf": scripted()}

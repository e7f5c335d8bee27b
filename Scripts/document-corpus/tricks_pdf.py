"""Tricks of PDF, by reportlab."""

import functools

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import pictures
from trick_samples import INSTRUCTION, PAYLOAD, STUFFED, homoglyphs, tags, zero_width
from write_reportlab import LEFT, RIGHT, draw, finished, new_canvas, placed

LOW = 300
XMP = ('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
       '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
       'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="@"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>')


def write(page, text, size=9, x=LEFT, y=LOW, font="Helvetica", mode=0):
    layer = page.beginText(x, y)
    layer.setFont(font, size)
    layer.setTextRenderMode(mode)
    layer.textOut(text)
    page.drawText(layer)


def wrapped(page, text, y=LOW):
    words = text.split(" ")
    for row, start in enumerate(range(0, len(words), 9)):
        write(page, " ".join(words[start:start + 9]), y=y - 12 * row)


def coloured(page, grey):
    page.setFillGray(grey)
    write(page, PAYLOAD)


def behind_rectangle(page):
    write(page, PAYLOAD)
    page.setFillColorRGB(0.85, 0.9, 0.95)
    page.rect(LEFT - 6, LOW - 6, RIGHT - LEFT + 12, 24, stroke=0, fill=1)


def behind_image(page):
    write(page, PAYLOAD)
    page.drawImage(ImageReader(pictures.Image.new("L", (8, 8), 200)), LEFT - 6, LOW - 6, RIGHT - LEFT + 12, 24)


def metadata(page):
    page.setKeywords(PAYLOAD)
    page.setSubject(PAYLOAD)
    catalog = page._doc.Catalog
    catalog.Metadata = page._doc.Reference(pdfdoc.XMP(creator=lambda _: XMP.replace("@", PAYLOAD)))


def in_true_type(page, text, file):
    """With an embedded font that has the characters: standard fonts have neither Cyrillic nor zero-width ones."""
    pdfmetrics.registerFont(TTFont(file, file + ".ttf"))
    write(page, text, font=file)


def spoken(page, text):
    """A visible full stop that declares another text as what it stands for (/ActualText)."""
    hexadecimal = ("\ufeff" + text).encode("utf-16-be").hex().upper()
    page._code.append(f"/Span << /ActualText <{hexadecimal}> >> BDC")
    write(page, ".")
    page._code.append("EMC")


TRICKS = {
    "clean": lambda page: None,
    "white": functools.partial(coloured, grey=1.0),
    "near-white": functools.partial(coloured, grey=253 / 255),
    "render-mode-3": lambda page: write(page, PAYLOAD, mode=3),
    "tiny": lambda page: write(page, PAYLOAD, size=1),
    "off-page": lambda page: write(page, PAYLOAD, x=700, y=900),
    "behind-image": behind_image,
    "behind-rectangle": behind_rectangle,
    "metadata": metadata,
    "actual-text": lambda page: spoken(page, PAYLOAD),
    "zero-width": lambda page: in_true_type(page, zero_width(PAYLOAD), "DejaVuMathTeXGyre"),
    "tags": lambda page: spoken(page, tags(PAYLOAD)),
    "homoglyphs": lambda page: in_true_type(page, homoglyphs(PAYLOAD), "LiberationSansNarrow-Regular"),
    "instruction": lambda page: wrapped(page, INSTRUCTION),
    "stuffing": lambda page: wrapped(page, STUFFED),
}


def pdf_files(sample):
    """Trick → file."""
    out = {}
    for trick, add in TRICKS.items():
        page, output = new_canvas(sample.title)
        for item in placed(sample.blocks, LEFT, RIGHT):
            draw(page, item)
        add(page)
        out[trick] = finished(page, output)
    return out

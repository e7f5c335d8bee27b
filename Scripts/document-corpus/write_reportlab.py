"""Samples 1 and 2 by reportlab: text at absolute places, standard fonts, no ligatures."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen import canvas

SIZES = {"name": 18, "heading": 12}
LEFT, RIGHT = 56, 539


def new_canvas(title):
    output = io.BytesIO()
    page = canvas.Canvas(output, pagesize=A4, invariant=1, pageCompression=1)
    page.setTitle(title)
    return page, output


def finished(page, output):
    page.showPage()
    page.save()
    return output.getvalue()


def placed(blocks, left, right, top=780):
    """(x, y, font, size, text, aligned right?) for each line, from the top down."""
    out, y = [], top
    for block in blocks:
        size = SIZES.get(block.kind, 10)
        font = "Helvetica-Bold" if block.kind in ("name", "heading", "job") else "Helvetica"
        y -= 10 if block.kind == "heading" else 2
        indent = 12 * (block.level + 1) if block.kind == "bullet" else 0
        if block.kind == "bullet":
            out.append((left + indent - 10, y - size, font, size, "•", False))
        if block.kind == "job":
            out.append((right, y - size, font, size, block.right, True))
        for piece in simpleSplit(block.text, font, size, right - left - indent):
            y -= size * 1.25
            out.append((left + indent, y + size * 0.25, font, size, piece, False))
    return out


def draw(page, item):
    x, y, font, size, text, aligned_right = item
    page.setFont(font, size)
    (page.drawRightString if aligned_right else page.drawString)(x, y, text)


def one_column(sample):
    page, output = new_canvas(sample.title)
    for item in placed(sample.blocks, LEFT, RIGHT):
        draw(page, item)
    return finished(page, output)


def two_columns(sample):
    """Drawn row by row over both columns, so that nothing but the places keeps them apart."""
    page, output = new_canvas(sample.title)
    page.setFillColorRGB(0.12, 0.23, 0.30)
    page.rect(0, 0, 190, A4[1], stroke=0, fill=1)
    rows = [(item, 1.0) for item in placed(sample.sidebar, 24, 178)]
    rows += [(item, 0.13) for item in placed(sample.blocks, 206, RIGHT + 20)]
    for item, grey in sorted(rows, key=lambda row: (-round(row[0][1]), row[0][0])):
        page.setFillGray(grey)
        draw(page, item)
    return finished(page, output)

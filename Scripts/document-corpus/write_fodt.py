"""Samples as flat OpenDocument text, which LibreOffice then turns into ODT, DOCX and PDF."""

import base64
from xml.sax.saxutils import escape

from blocks import runs

NAMESPACES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
    ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta")))
NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
DATE = "2024-01-02T03:04:05"


def paragraph_style(name, size, extra="", weight="normal", color="#222222", before="0.04cm"):
    return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
            f'fo:margin-top="{before}" fo:margin-bottom="0.04cm">{extra}</style:paragraph-properties>'
            f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{weight}" fo:color="{color}"/></style:style>')


def styles(font, column):
    """`column` is the width in cm to whose end the dates are tabbed."""
    tab = f'<style:tab-stops><style:tab-stop style:position="{column}cm" style:type="right"/></style:tab-stops>'
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{char}"><style:list-level-properties '
        f'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
        f'text:label-followed-by="listtab" text:list-tab-stop-position="{indent}cm" fo:text-indent="-0.5cm" '
        f'fo:margin-left="{indent}cm"/></style:list-level-properties></text:list-level-style-bullet>'
        for level, char, indent in ((1, "•", 0.6), (2, "◦", 1.3)))
    return (f'<office:styles><style:default-style style:family="paragraph"><style:text-properties '
            f'style:font-name="{font}" fo:font-size="10pt" fo:language="en" fo:country="GB"/></style:default-style>'
            + paragraph_style("Name", 18, weight="bold") + paragraph_style("Head", 12, weight="bold", before="0.3cm")
            + paragraph_style("Body", 10) + paragraph_style("Job", 10, tab, "bold", before="0.15cm")
            + paragraph_style("SideHead", 12, weight="bold", color="#ffffff", before="0.3cm")
            + paragraph_style("SideBody", 10, color="#ffffff")
            + f'<text:list-style style:name="Bullets">{levels}</text:list-style></office:styles>')


def automatic_styles(sample):
    pages = '<style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Head">' \
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
    cells = "".join(f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
                    f'fo:padding="{padding}cm" {extra}/></style:style>' for name, padding, extra in (
                        ("Side", 0.3, 'fo:background-color="#1f3a4d"'), ("Main", 0.3, ""),
                        ("Cell", 0.1, 'fo:border="0.5pt solid #999999"')))
    widths = "".join(f'<style:style style:name="Width{w}" style:family="table-column"><style:table-column-properties '
                     f'style:column-width="{w}cm"/></style:style>' for w in (6, 11, 4))
    edges = "".join(f'<style:{edge}-style><style:header-footer-properties fo:min-height="0.8cm"/></style:{edge}-style>'
                    for edge in ("header", "footer") if sample.header)
    return (f'<office:automatic-styles>{pages}{cells}{widths}<style:page-layout style:name="A4">'
            f'<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>{edges}'
            f'</style:page-layout></office:automatic-styles>')


def master(sample):
    edges = ""
    if sample.header:
        footer = escape(sample.footer).replace("{page}", "<text:page-number/>").replace("{pages}", "<text:page-count/>")
        edges = (f'<style:header><text:p text:style-name="Body">{escape(sample.header)}</text:p></style:header>'
                 f'<style:footer><text:p text:style-name="Body">{footer}</text:p></style:footer>')
    return ('<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
            f'{edges}</style:master-page></office:master-styles>')


def paragraph(style, text):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def bullets(items, style):
    out = []
    for text, children in items:
        inner = "".join(f"<text:list-item>{paragraph(style, escape(child))}</text:list-item>" for child in children)
        out.append(f"<text:list-item>{paragraph(style, escape(text))}"
                   + (f"<text:list>{inner}</text:list>" if inner else "") + "</text:list-item>")
    return '<text:list text:style-name="Bullets">' + "".join(out) + "</text:list>"


def table(rows):
    columns = '<table:table-column table:style-name="Width6"/>' + '<table:table-column table:style-name="Width4"/>' * (len(rows[0]) - 1)
    cells = lambda row: "".join(f'<table:table-cell table:style-name="Cell">{paragraph("Body", escape(cell))}</table:table-cell>'
                                for cell in row)
    return ('<table:table>' + columns
            + "".join(f"<table:table-row>{cells(row)}</table:table-row>" for row in rows) + "</table:table>")


def picture_frame(picture):
    data = base64.b64encode(picture).decode()
    return ('<text:p text:style-name="Body"><draw:frame text:anchor-type="as-char" svg:width="2.4cm" svg:height="3.2cm">'
            f'<draw:image draw:mime-type="image/png"><office:binary-data>{data}</office:binary-data></draw:image></draw:frame></text:p>')


def body(blocks, picture=b"", side=False):
    plain, head = ("SideBody", "SideHead") if side else ("Body", "Head")
    out, heading_style = [], head
    for block in runs(blocks):
        if isinstance(block, list):
            out.append(bullets(block, plain))
        elif block.kind == "page":
            heading_style = "NewPage"
        elif block.kind == "photo":
            out.append(picture_frame(picture))
        elif block.kind == "table":
            out.append(table(block.rows))
        elif block.kind == "job":
            out.append(paragraph("Job", f"{escape(block.text)}<text:tab/>{escape(block.right)}"))
        elif block.kind == "heading":
            out.append(paragraph(heading_style, escape(block.text)))
            heading_style = head
        else:
            out.append(paragraph("Name" if block.kind == "name" else plain, escape(block.text)))
    return "".join(out)


def document(sample, picture=b""):
    inner = body(sample.blocks, picture)
    if sample.sidebar:
        inner = ('<table:table><table:table-column table:style-name="Width6"/><table:table-column table:style-name="Width11"/>'
                 f'<table:table-row><table:table-cell table:style-name="Side">{body(sample.sidebar, side=True)}</table:table-cell>'
                 f'<table:table-cell table:style-name="Main">{inner}</table:table-cell></table:table-row></table:table>')
    fonts = f'<office:font-face-decls><style:font-face style:name="{sample.font}" svg:font-family="\'{sample.font}\'"/></office:font-face-decls>'
    meta = (f"<office:meta><dc:title>{escape(sample.title)}</dc:title><meta:creation-date>{DATE}</meta:creation-date>"
            f"<dc:date>{DATE}</dc:date></office:meta>")
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.text">{meta}{fonts}'
            + styles(sample.font, 10.3 if sample.sidebar else 17) + automatic_styles(sample) + master(sample)
            + f"<office:body><office:text>{inner}</office:text></office:body></office:document>")

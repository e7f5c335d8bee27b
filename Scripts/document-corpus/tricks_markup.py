"""Tricks of HTML and DOCX."""

import write_docx
import write_html
from blocks import Sample
from trick_samples import PAYLOAD, TEXT_TRICKS

# Trick → style of the element that holds the payload.
HIDING_STYLES = {
    "display-none": "display:none", "visibility-hidden": "visibility:hidden", "font-size-zero": "font-size:0",
    "tiny": "font-size:1pt", "white": "color:#ffffff", "near-white": "color:#fdfdfd", "transparent": "opacity:0",
    "off-page": "position:absolute;left:-9999px",
}
COVERED = ('<div style="position:relative;height:3em"><p style="position:absolute;top:0;left:0;z-index:1">@</p>'
           '<div style="position:absolute;top:0;left:0;width:100%;height:3em;z-index:2;background:#eeeeee"></div></div>')


def page(sample, blocks=None, extra="", head=""):
    return write_html.page(sample, head=head, inner=write_html.body(blocks or sample.blocks) + "\n" + extra)


def html_files(sample):
    """Trick → page. `aria-hidden` is none: it is for screen readers, and everybody sees the text."""
    out = {"clean": page(sample)}
    for trick, style in HIDING_STYLES.items():
        out[trick] = page(sample, extra=f'<p style="{style}">{PAYLOAD}</p>')
    out["behind-rectangle"] = page(sample, extra=COVERED.replace("@", PAYLOAD))
    rules = "<style>.k { color: #fff; background: #fff; } .n { display: none !important; }</style>\n"
    out["white-by-class"] = page(sample, extra=f'<p class="k">{PAYLOAD}</p>', head=rules)
    out["display-none-by-class"] = page(sample, extra=f'<div class="n"><p><b>{PAYLOAD}</b></p></div>', head=rules)
    out["hidden-attribute"] = page(sample, extra=f"<p hidden>{PAYLOAD}</p>")
    out["comment"] = page(sample, extra=f"<!-- {PAYLOAD} -->")
    names = ("keywords", "description")
    out["metadata"] = page(sample, head="".join(f'<meta name="{name}" content="{PAYLOAD}">\n' for name in names))
    out["no-trick-aria-hidden"] = page(sample, extra='<p aria-hidden="true">References on request.</p>')
    for trick, change in TEXT_TRICKS.items():
        out[trick] = page(sample, change(sample.blocks))
    return out


# Trick → run properties of the payload.
RUN_PROPERTIES = {
    "hidden-run": "<w:vanish/>", "white": '<w:color w:val="FFFFFF"/>', "near-white": '<w:color w:val="FDFDFD"/>',
    "tiny": '<w:sz w:val="2"/>',
}


def outdented(text):
    """A paragraph whose indents put it left of the page."""
    return write_docx.paragraph(write_docx.run(text), '<w:ind w:left="-14000" w:right="14000"/>')


def docx_files(sample: Sample):
    """Trick → package."""
    made = lambda blocks=sample.blocks, **options: write_docx.docx(blocks, sample.title, **options)
    out = {"clean": made()}
    for trick, properties in RUN_PROPERTIES.items():
        out[trick] = made(extra=write_docx.paragraph(write_docx.run(PAYLOAD, properties)))
    out["off-page"] = made(extra=outdented(PAYLOAD))
    out["metadata"] = made(keywords=PAYLOAD)
    reference = write_docx.paragraph('<w:r><w:commentReference w:id="0"/></w:r>')
    out["comment"] = made(extra=reference, comment=PAYLOAD)
    for trick, change in TEXT_TRICKS.items():
        out[trick] = made(change(sample.blocks))
    return out

"""Samples as HTML pages: plain semantic markup, and the chef's posting inside a job site's page."""

import base64
import html
import json

from blocks import runs
from sample_postings import OUTSIDE

CSS = """
body { font: 10.5pt/1.4 '%FONT%', sans-serif; margin: 0; color: #222; }
h1 { font-size: 18pt; margin: 0 0 2pt; } h2 { font-size: 12pt; margin: 10pt 0 3pt; }
p { margin: 0 0 2pt; } ul { margin: 2pt 0 4pt; padding-left: 16pt; }
.job { display: flex; justify-content: space-between; font-weight: bold; }
table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: 2pt 8pt; text-align: left; }
.columns { display: grid; grid-template-columns: 34% 66%; min-height: 255mm; }
.side { background: #1f3a4d; color: #ffffff; padding: 12pt; } .main { padding: 12pt; }
.photo { float: right; width: 90px; height: 120px; } .page { break-before: page; }
@page { size: A4; margin: 18mm; }
"""


def escaped(text):
    return html.escape(text, quote=False)


def bullets(items):
    rows = []
    for text, children in items:
        inner = "".join(f"<li>{escaped(child)}</li>" for child in children)
        rows.append(f"<li>{escaped(text)}" + (f"\n<ul>{inner}</ul>" if inner else "") + "</li>")
    return "<ul>\n" + "\n".join(rows) + "\n</ul>"


def table(rows):
    out = []
    for number, row in enumerate(rows):
        tag = "td" if number else "th"
        out.append("<tr>" + "".join(f"<{tag}>{escaped(cell)}</{tag}>" for cell in row) + "</tr>")
    return "<table>\n" + "\n".join(out) + "\n</table>"


def body(blocks, picture=b""):
    out, after_break = [], ""
    for block in runs(blocks):
        if isinstance(block, list):
            out.append(bullets(block))
        elif block.kind == "page":
            after_break = ' class="page"'
        elif block.kind == "photo":
            data = base64.b64encode(picture).decode()
            out.append(f'<img class="photo" alt="" src="data:image/png;base64,{data}">')
        elif block.kind == "table":
            out.append(table(block.rows))
        elif block.kind == "job":
            out.append(f'<p class="job"><span>{escaped(block.text)}</span> <span>{escaped(block.right)}</span></p>')
        else:
            tag = {"name": "h1", "heading": "h2"}.get(block.kind, "p")
            out.append(f"<{tag}{after_break}>{escaped(block.text)}</{tag}>")
            after_break = ""
    return "\n".join(out)


def margins(sample):
    """Page boxes: the running header and footer, in print alone."""
    if not sample.header:
        return ""
    footer = sample.footer.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    small = f'font: 8pt "{sample.font}";'
    return (f'@page {{ @top-left {{ content: "{sample.header}"; {small} }}\n'
            f'  @bottom-right {{ content: "{footer}"; {small} }} }}\n')


def page(sample, picture=b"", head="", inner=None):
    if inner is None and sample.sidebar:
        inner = (f'<div class="columns">\n<aside class="side">\n{body(sample.sidebar)}\n</aside>\n'
                 f'<main class="main">\n{body(sample.blocks)}\n</main>\n</div>')
    elif inner is None:
        inner = f"<main>\n{body(sample.blocks, picture)}\n</main>"
    style = CSS.replace("%FONT%", sample.font) + margins(sample)
    return (f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escaped(sample.title)}</title>\n'
            f"{head}<style>{style}</style>\n</head>\n<body>\n{inner}\n</body>\n</html>\n")


def json_ld(value):
    text = json.dumps(value, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return f'<script type="application/ld+json">\n{text}\n</script>\n'


def site_page(sample, head):
    """The posting inside navigation, a cookie banner, similar jobs, a footer, a script."""
    items = lambda key, tag: "".join(f"<{tag}>{escaped(text)}</{tag}>" for text in OUTSIDE[key])
    head += ("<style>@media print { nav, .cookie-banner, .similar-jobs, footer { display: none; } }</style>\n"
             "<script>window.dataLayer = window.dataLayer || []; "
             "dataLayer.push({event: 'Blacksmith Plumber Astronaut'});</script>\n")
    inner = (f'<header><nav aria-label="Main"><ul>{items("nav", "li")}</ul></nav></header>\n'
             f'<div class="cookie-banner" role="dialog" aria-label="Cookies">{items("cookie", "p")}</div>\n'
             f"<main>\n<article>\n{body(sample.blocks)}\n</article>\n"
             f'<aside class="similar-jobs">{items("similar", "p")}</aside>\n</main>\n'
             f'<footer>{items("footer", "p")}</footer>\n<noscript>Please enable scripts.</noscript>')
    return page(sample, head=head, inner=inner)


def outside_text():
    """One line for each text that must not come out of the chef's page."""
    lines = [text for texts in OUTSIDE.values() for text in texts]
    return "\n".join(lines + ["Blacksmith Plumber Astronaut", "Please enable scripts."]) + "\n"

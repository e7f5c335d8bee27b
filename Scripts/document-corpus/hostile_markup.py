"""Hostile HTML and JSON: deep nesting, charsets that lie, malformed JSON-LD, references to elsewhere."""

import gzip

HEAD = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="{charset}"><title>Posting</title>{head}</head>\n<body>'
TEXT = "<h1>Café manager</h1>\n<p>Naïve façade, crème brûlée, 40 € an hour.</p>"
END = "</body></html>\n"


def page(text=TEXT, head="", charset="utf-8"):
    return HEAD.format(charset=charset, head=head) + text + END


def nested_tags(tag, depth=100_000):
    """`depth` open elements, none of them closed, with one word in the innermost."""
    return page(f"<p>Above.</p>{f'<{tag}>' * depth}Innermost.").encode()


def nested_arrays(depth=100_000):
    return b'{"jobs": ' + b"[" * depth + b"1" + b"]" * depth + b"}\n"


MALFORMED = ('<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting", '
             '"title": "Café manager", "validThrough": 2027-01-01, "description": "unfinished</script>')
ELSEWHERE = ('<meta http-equiv="refresh" content="0; url=http://remote.invalid/next">'
             '<link rel="stylesheet" href="http://remote.invalid/style.css"><base href="http://remote.invalid/">'
             '<script src="http://remote.invalid/code.js"></script>')
REMOTE = (TEXT + '<img src="http://remote.invalid/pixel.png" alt=""><iframe src="file:///etc/passwd"></iframe>'
          '<object data="http://remote.invalid/object.pdf"></object>')


def files():
    """Name → bytes. Those of several hundred KB are kept compressed."""
    packed = lambda data: gzip.compress(data, mtime=0)
    return {
        "html-nested-div.html.gz": packed(nested_tags("div")),
        "html-nested-b.html.gz": packed(nested_tags("b")),
        "html-charset-says-latin-1.html": page(charset="iso-8859-1").encode("utf-8"),
        "html-charset-says-utf-8.html": page(charset="utf-8").encode("windows-1252"),
        "html-charset-unknown.html": page(charset="x-klingon").encode("utf-8"),
        "html-malformed-json-ld.html": page(head=MALFORMED).encode(),
        "html-refresh-and-remote.html": page(REMOTE, head=ELSEWHERE).encode(),
        "json-nested-arrays.json.gz": packed(nested_arrays()),
    }

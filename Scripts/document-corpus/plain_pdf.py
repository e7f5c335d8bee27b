"""PDF files written object by object, so that any of them can lie."""

import zlib

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>")
SENTENCE = b"BT /F1 12 Tf 72 760 Td (Ordinary text of a small page.) Tj ET\n"


def stream(data, length=None, extra=b""):
    """`length` stands for the true one where it is given, as bytes."""
    size = str(len(data)).encode() if length is None else length
    return b"<< /Length " + size + b" " + extra + b">>\nstream\n" + data + b"\nendstream"


def flated(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, extra=b"/Filter [" + b" /FlateDecode" * times + b" ] ")


def pdf(objects, trailer=b"", start=None):
    """`objects`: number → body. A cross-reference table of them, in order; `start` replaces its position."""
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += str(number).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    table = len(out) if start is None else start
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    size = str(max(objects) + 1).encode()
    return out + b"trailer\n<< /Size " + size + b" /Root 1 0 R " + trailer + b">>\nstartxref\n" + str(table).encode() + b"\n%%EOF\n"


def ordinary(**changes):
    """The objects of a page with one sentence; `changes` by name: catalog, pages, page, contents, font."""
    names = ("catalog", "pages", "page", "contents", "font")
    bodies = (CATALOG, PAGES, PAGE, stream(SENTENCE), FONT)
    return {number: changes.get(name, body) for number, (name, body) in enumerate(zip(names, bodies), 1)}

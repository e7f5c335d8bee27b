"""A DOCX whose every part is written here: runs split inside words, tab stops, hyperlinks, a numbered list."""

from xml.sax.saxutils import escape

from packages import Entry, package

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"

NUMBERING = (f'{DECLARATION}<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
             + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{char}"/>'
                       f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
                       for level, char in ((0, "•"), (1, "◦")))
             + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def run(text, properties=""):
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def split_runs(text):
    """The text in runs of 7 characters, as spelling marks and edits leave it: words are cut anywhere."""
    pieces = [text[start:start + 7] for start in range(0, len(text), 7)]
    marked = [run(piece, "<w:noProof/>" if number % 2 else "") for number, piece in enumerate(pieces)]
    return '<w:proofErr w:type="spellStart"/>'.join(marked)


def paragraph(content, properties=""):
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{content}</w:p>"


def block_xml(block):
    if block.kind == "job":
        tabs = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
        return paragraph(split_runs(block.text) + "<w:r><w:tab/></w:r>" + split_runs(block.right), tabs)
    if block.kind == "bullet":
        number = f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(split_runs(block.text), number)
    if block.kind in ("name", "heading"):
        size = 36 if block.kind == "name" else 24
        return paragraph(run(block.text, f'<w:b/><w:sz w:val="{size}"/>'))
    return paragraph(split_runs(block.text)) if block.text else ""


def document_xml(blocks, extra=""):
    body = "".join(block_xml(block) for block in blocks)
    return (f'{DECLARATION}<w:document {W}><w:body>{body}{extra}'
            '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"/>'
            "</w:sectPr></w:body></w:document>")


def content_types(comments):
    parts = [("/word/document.xml", f"{WORD}.document.main+xml"), ("/word/numbering.xml", f"{WORD}.numbering+xml"),
             ("/docProps/core.xml", CORE)]
    if comments:
        parts.append(("/word/comments.xml", f"{WORD}.comments+xml"))
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts)
    return (f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')


def relationships(targets):
    """`targets`: (type, target) or (type, target, "External")."""
    rows = "".join(f'<Relationship Id="rId{number}" Type="{target[0]}" Target="{target[1]}"'
                   + (f' TargetMode="{target[2]}"' if len(target) > 2 else "") + "/>"
                   for number, target in enumerate(targets, 1))
    return (f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{rows}</Relationships>")


def core_xml(title, keywords=""):
    return (f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
            f"<cp:keywords>{escape(keywords)}</cp:keywords></cp:coreProperties>")


def comments_xml(text):
    return f'{DECLARATION}<w:comments {W}><w:comment w:id="0" w:author="A" w:initials="A">{paragraph(run(text))}</w:comment></w:comments>'


def entries(document, title="", keywords="", comment="", links=()):
    """The package's entries, for callers that add to them or make them lie."""
    root = [(f"{OFFICE}/officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]
    own = [(f"{OFFICE}/numbering", "numbering.xml")] + ([(f"{OFFICE}/comments", "comments.xml")] if comment else [])
    parts = [("[Content_Types].xml", content_types(comment)), ("_rels/.rels", relationships(root)),
             ("word/document.xml", document), ("word/_rels/document.xml.rels", relationships(own + list(links))),
             ("word/numbering.xml", NUMBERING), ("docProps/core.xml", core_xml(title, keywords))]
    if comment:
        parts.append(("word/comments.xml", comments_xml(comment)))
    return [Entry(name, text.encode()) for name, text in parts]


def docx(blocks, title="", extra="", **options):
    return package(entries(document_xml(blocks, extra), title, **options))

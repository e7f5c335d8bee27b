"""A DOCX of what word processors leave in documents, and the text that a person sees in it."""

import write_docx
from packages import Entry, package
from write_docx import paragraph, run

NAMESPACES = ('xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
              'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
              'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')
SHAPE = ('<wp:inline><wp:extent cx="2880000" cy="360000"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
         'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
         '<a:off x="0" y="0"/><a:ext cx="2880000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
         "<wps:txbx>@</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>")


def text_box(text):
    """A text box as Word writes it: once as a shape, once more for old readers."""
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    return paragraph('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
                     f'{SHAPE.replace("@", content)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:226pt;height:28pt">'
                     f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def field(instruction, result):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (f'{mark("begin")}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
            f'{mark("separate")}{run(result)}{mark("end")}')


def cell(content):
    return f"<w:tc>{content}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(cell(content) for content in row)}</w:tr>" for row in rows) + "</w:tbl>"


def body():
    inner = table((paragraph(run("Cutting")), paragraph(run("ten years"))))
    return "".join((
        paragraph(run("Odile Marchetti")),
        text_box("Glass cutter, Murano"),
        paragraph(run("Write to ") + f'<w:hyperlink r:id="rId9">{run("odile@example.org")}</w:hyperlink>' + run(".")),
        paragraph(run("Led a team of ") + f'<w:del w:id="1" w:author="A"><w:r><w:delText>six</w:delText></w:r></w:del>'
                  + f'<w:ins w:id="2" w:author="A">{run("eight")}</w:ins>' + run(".")),
        paragraph(run("Since ") + field(" DATE \\@ yyyy ", "2018") + run(" at the furnace.")),
        paragraph(run("First line") + "<w:r><w:br/></w:r>" + run("second line")),
        paragraph(run("State") + "<w:r><w:noBreakHyphen/></w:r>" + run("certified, soft") + "<w:r><w:softHyphen/></w:r>" + run("ened")),
        f'<w:sdt><w:sdtPr><w:alias w:val="Title"/></w:sdtPr><w:sdtContent>{paragraph(run("In a content control"))}</w:sdtContent></w:sdt>',
        table((paragraph(run("Skill")), paragraph(run("Years"))), (inner + paragraph(""), paragraph(run("10")))),
        paragraph(run("Prize") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" of the guild")),
    ))


EXPECTED = """Odile Marchetti
Glass cutter, Murano
Write to odile@example.org.
Led a team of eight.
Since 2018 at the furnace.
First line
second line
State-certified, softened
In a content control
Skill\tYears
Cutting\tten years\t10
Prize of the guild
"""


def docx():
    document = write_docx.document_xml((), body()).replace("<w:document ", f"<w:document {NAMESPACES} ")
    entries = write_docx.entries(document, "Résumé of Odile Marchetti")
    link = ('<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
            'Target="mailto:odile@example.org" TargetMode="External"/></Relationships>')
    note = (f'{write_docx.DECLARATION}<w:footnotes {write_docx.W}><w:footnote w:id="2">{paragraph(run("Given in 2023."))}'
            "</w:footnote></w:footnotes>")
    for entry in entries:
        if entry.name.startswith("word/_rels"):
            entry.data = entry.data.replace(b"</Relationships>", link.replace("<Relationship ", (
                f'<Relationship Id="rId8" Type="{write_docx.OFFICE}/footnotes" Target="footnotes.xml"/><Relationship '), 1).encode())
        elif entry.name == "[Content_Types].xml":
            kind = f'<Override PartName="/word/footnotes.xml" ContentType="{write_docx.WORD}.footnotes+xml"/></Types>'
            entry.data = entry.data.replace(b"</Types>", kind.encode())
    return package(entries + [Entry("word/footnotes.xml", note.encode())])

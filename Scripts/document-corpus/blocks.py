"""What a sample document consists of, and the text that a careful person would type from it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One paragraph, line, bullet, table or picture. `kind` says which of the other fields count."""

    kind: str
    text: str = ""
    right: str = ""
    level: int = 0
    rows: tuple = ()


def name(text):
    return Block("name", text)


def heading(text):
    return Block("heading", text)


def line(text):
    return Block("line", text)


def job(left, right):
    """A line whose second half stands at the right margin, behind a tab stop."""
    return Block("job", left, right)


def bullet(text, level=0):
    return Block("bullet", text, level=level)


def table(*rows):
    return Block("table", rows=rows)


def photo():
    return Block("photo")


def page_break():
    return Block("page")


@dataclass(frozen=True)
class Sample:
    """A document. `sidebar` is its left column where it has two; `header` and `footer` repeat on each page."""

    name: str
    title: str
    blocks: tuple
    sidebar: tuple = ()
    header: str = ""
    footer: str = ""
    font: str = "Liberation Sans"


def text_of(blocks):
    """The lines of the blocks: tabs before right-aligned parts and between cells, "- " before bullets."""
    lines = []
    for block in blocks:
        if block.kind == "heading" and lines:
            lines.append("")
        if block.kind == "job":
            lines.append(f"{block.text}\t{block.right}")
        elif block.kind == "bullet":
            lines.append("  " * block.level + "- " + block.text)
        elif block.kind == "table":
            lines.extend("\t".join(row) for row in block.rows)
        elif block.text:
            lines.append(block.text)
    return lines


def expected_text(sample):
    parts = [text_of(column) for column in (sample.sidebar, sample.blocks) if column]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def runs(blocks):
    """The blocks with each run of bullets as one list of (text, children), two levels deep."""
    out = []
    for block in blocks:
        if block.kind != "bullet":
            out.append(block)
            continue
        if not out or not isinstance(out[-1], list):
            out.append([])
        if block.level == 0 or not out[-1]:
            out[-1].append((block.text, []))
        else:
            out[-1][-1][1].append(block.text)
    return out

"""Samples as groff text with the ms macros."""


def escaped(text):
    text = text.replace("\\", "\\e")
    return "\\&" + text if text.startswith((".", "'")) else text


def source(sample):
    out = [".nr PS 10", ".nr VS 13", ".nr PO 2c", ".nr LL 17c", ".nr HM 2c", ".nr FM 2c", ".na", ".nh", ".ds CH", ".LP"]
    for block in sample.blocks:
        if block.kind == "name":
            out += [".ps 18", escaped(block.text), ".br", ".ps 10"]
        elif block.kind == "heading":
            out += [".sp 0.6", f".B \"{block.text}\"", ".br"]
        elif block.kind == "job":
            out += [".ta 17cR", f"{escaped(block.text)}\t{block.right}", ".br"]
        elif block.kind == "bullet":
            out += [".in 0.5c", ".ti -0.4c", f"\\(bu\\h'0.2c'{block.text}", ".br", ".in 0"]
        elif block.text:
            out += [escaped(block.text), ".br"]
    return "\n".join(out) + "\n"

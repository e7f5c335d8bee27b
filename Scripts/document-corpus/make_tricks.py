"""Writes Tests/DocumentCorpus/tricks."""

from trick_samples import TEXT_TRICKS, plain_text, samples
from tricks_markup import docx_files, html_files
from tricks_pdf import pdf_files


def write_all(output):
    for sample in samples():
        texts = {"clean": sample.blocks, **{trick: change(sample.blocks) for trick, change in TEXT_TRICKS.items()}}
        kinds = {"txt": {trick: plain_text(blocks) for trick, blocks in texts.items()},
                 "html": html_files(sample), "docx": docx_files(sample), "pdf": pdf_files(sample)}
        for kind, made in kinds.items():
            for trick, data in made.items():
                data = data if isinstance(data, bytes) else data.encode()
                (output / f"{sample.name}-{trick}.{kind}").write_bytes(data)

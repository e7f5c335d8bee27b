"""Writes Tests/DocumentCorpus/hostile."""

import hostile_markup
import hostile_packages
import hostile_pdf


def write_all(output):
    for module in (hostile_markup, hostile_packages, hostile_pdf):
        for name, data in module.files().items():
            (output / name).write_bytes(data)

"""LibreOffice, Chromium and groff as producers, and what makes their files the same on each run."""

import io
import os
import re
import shutil
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path

from packages import DEFLATED, STORED, Entry, package

EPOCH = "1704164645"  # 2024-01-02 03:04:05 UTC
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH=EPOCH, TZ="UTC", LC_ALL="C.UTF-8")


def run(arguments, **options):
    done = subprocess.run(arguments, env=ENVIRONMENT, capture_output=True, timeout=180, **options)
    if done.returncode != 0:
        raise SystemExit(f"{arguments[0]} failed: {done.stderr.decode(errors='replace')[-800:]}")
    return done.stdout


def office(source, kinds, folder):
    """Converts one file to each of `kinds` (file extensions); answers their paths by kind."""
    profile = (folder / "office-profile").as_uri()
    for kind in kinds:
        run(["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind,
             "--outdir", str(folder), str(source)])
    return {kind: source.with_suffix("." + kind) for kind in kinds}


def print_page(page, output, folder, tagged=True):
    """An HTML file as PDF, by Chromium, without its own header and footer; `tagged` with a structure tree."""
    tags = [] if tagged else ["--disable-pdf-tagging"]
    run(["chromium", "--headless", *tags, "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/chromium-profile",
         "--no-pdf-header-footer", f"--print-to-pdf={output}", page.as_uri()])
    Path(output).write_bytes(with_fixed_dates(Path(output).read_bytes()))


def typeset(source):
    """groff text with the ms macros as PDF: Type 1 fonts, true ligature glyphs."""
    return with_fixed_dates(run(["groff", "-k", "-ms", "-Tpdf", "-P-pa4"], input=source.encode()))


def with_object_streams(source):
    """A PDF written anew by qpdf: objects in object streams, the cross-reference table as a stream, linearized."""
    return run(["qpdf", "--object-streams=generate", "--linearize", "--deterministic-id", str(source), "-"])


def with_fixed_dates(pdf):
    """Dates in the (uncompressed) information dictionary become one date, of the same length."""
    pdf = re.sub(rb"\(D:\d{14}", b"(D:20240102030405", pdf)
    zeroed = lambda match: re.sub(rb"(?<![/\w])[0-9A-F]{32}|(?<=/)[0-9A-F]{32}", b"0" * 32, match[0])
    return re.sub(rb"/ID\s*\[[^\]]*\]|/DocChecksum\s*/[0-9A-F]{32}", zeroed, pdf)


def with_fixed_times(package):
    """A ZIP file with each entry's time set to 1980-01-01, in place: the rest stays as its producer wrote it."""
    data = bytearray(package)
    end = data.rfind(b"PK\x05\x06")
    count, _, position = struct.unpack_from("<HII", data, end + 10)
    for _ in range(count):
        lengths = struct.unpack_from("<HHH", data, position + 28)
        local = struct.unpack_from("<I", data, position + 42)[0]
        struct.pack_into("<HH", data, position + 12, 0, 33)
        struct.pack_into("<HH", data, local + 10, 0, 33)
        position += 46 + sum(lengths)
    return bytes(data)


def settled_odt(package_bytes):
    """An ODT packed anew without its thumbnail, its random identifiers replaced."""
    names = {}
    counted = lambda match: b"list" + str(names.setdefault(match[0], len(names) + 1)).encode()
    entries = []
    with zipfile.ZipFile(io.BytesIO(package_bytes)) as source:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".xml"):
                data = re.sub(rb"\blist\d{6,}", counted, data)
                data = re.sub(rb'(config:name="Rsid(?:Root)?"[^>]*>)\d+', rb"\g<1>1", data)
            if name == "META-INF/manifest.xml":
                data = re.sub(rb"<manifest:file-entry[^>]*Thumbnails[^>]*/>\s*", b"", data)
            if not name.startswith("Thumbnails"):
                entries.append(Entry(name, data, STORED if name == "mimetype" or not data else DEFLATED))
    return package(entries)


def scratch():
    return tempfile.TemporaryDirectory(prefix="document-corpus-")


def missing_tools():
    return [tool for tool in ("soffice", "chromium", "groff", "qpdf") if shutil.which(tool) is None]

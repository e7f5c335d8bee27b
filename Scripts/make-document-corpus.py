#!/usr/bin/env python3
"""Writes Tests/DocumentCorpus anew: the documents by which extraction is tested.

    make-document-corpus.py [good] [hostile] [tricks]        all three without an argument

Needs, beside Python 3.11: from apt libreoffice-writer (soffice), chromium, groff, qpdf, fonts-dejavu-extra,
fonts-liberation and fonts-urw-base35;
from PyPI reportlab and pillow, which are installed into a virtual environment that is thrown away at the end.
All texts are our own; the modules stand in Scripts/document-corpus. What the files are: Tests/DocumentCorpus/README.md.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "Tests" / "DocumentCorpus"
PACKAGES = ("reportlab==5.1.0", "pillow==13.0.0")
PARTS = ("good", "hostile", "tricks")
LIMIT = 1_500_000


def again_with_packages(arguments):
    """Runs this script once more in a virtual environment that has the packages."""
    with tempfile.TemporaryDirectory(prefix="document-corpus-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python3"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES], check=True)
        return subprocess.run([python, "-B", __file__, *arguments]).returncode


def cleared(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name != "README.md":
            path.unlink()
    return folder


def main(arguments):
    try:
        import PIL  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return again_with_packages(arguments)
    sys.path.insert(0, str(HERE / "document-corpus"))
    import convert
    import make_good
    import make_hostile
    import make_tricks
    if missing := convert.missing_tools():
        print("missing: " + ", ".join(missing), file=sys.stderr)
        return 1
    makers = dict(zip(PARTS, (make_good, make_hostile, make_tricks)))
    for part in arguments or PARTS:
        makers[part].write_all(cleared(OUTPUT / part))
    size = sum(path.stat().st_size for path in OUTPUT.rglob("*") if path.is_file())
    print(f"{OUTPUT}: {size:,} bytes")
    return 0 if size < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

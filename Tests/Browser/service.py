"""A service over a workspace of its own, and requests to it without a browser."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

ROLEFIT = os.environ.get("ROLEFIT", ".build/debug/rolefit")
PROFILES = pathlib.Path(__file__).parents[2] / "Profiles"


class Service:
    """`rolefit serve` on a free port; it and its workspace are gone at the end of the `with`."""

    def __init__(self, *options, samples=True, profiles=True, key=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rolefit-"))
        self.workspace = str(self.folder / "workspace")
        if profiles or key:
            self.run("init", self.workspace)
        if profiles:
            self.run("add", str(PROFILES), "--kind", "profile", "--workspace", self.workspace)
        self.key = key and self.add_key(key)
        self.options = ["--port", "0", *(["--samples"] if samples else []), *options]

    def run(self, *arguments):
        done = subprocess.run([ROLEFIT, *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def add_key(self, scope):
        return self.run("keys", "add", scope, "--scope", scope, "--workspace", self.workspace)

    def __enter__(self):
        log = self.folder / "log"
        with log.open("w") as errors:
            self.process = subprocess.Popen(
                [ROLEFIT, "serve", "--workspace", self.workspace, *self.options],
                stdout=subprocess.PIPE, stderr=errors, text=True)
        line = self.process.stdout.readline()
        assert line, log.read_text()
        self.base = f"http://localhost:{re.search(r':([0-9]+)/ ', line)[1]}"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder)

    def post(self, path, records):
        """Sends records as NDJSON, and gives what the API answers."""
        return self.send(path, "\n".join(json.dumps(record) for record in records))

    def send(self, path, text):
        request = urllib.request.Request(
            self.base + path, text.encode(), {"Content-Type": "application/octet-stream"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

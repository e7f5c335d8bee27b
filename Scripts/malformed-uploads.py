#!/usr/bin/env python3
"""Sends malformed uploads to a service, many at a time, and asks /health meanwhile.

    Scripts/malformed-uploads.py http://localhost:8080 [UPLOADS] [AT_A_TIME]

Each upload is a file of Tests/DocumentCorpus with bytes changed, cut off or put twice, drawn from a
seed, to one of the routes that take documents. Exit status 1 where an answer was a 5xx other than 503,
a connection broke without one, or /health took 50 ms or failed.
"""
import collections
import concurrent.futures
import http.client
import multiprocessing
import pathlib
import random
import sys
import time
import urllib.parse

base = urllib.parse.urlsplit(sys.argv[1])
uploads = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
width = int(sys.argv[3]) if len(sys.argv) > 3 else 16
corpus = pathlib.Path(__file__).parent.parent / "Tests" / "DocumentCorpus"
files = [p.read_bytes() for p in sorted(corpus.glob("*/*")) if p.is_file() and p.stat().st_size < 60_000]
paths = ["/v1/parse", "/v1/roles", "/v1/profiles", "/v1/match", "/v1/explain"]


def malformed(seed):
    draw = random.Random(seed)
    data = bytearray(draw.choice(files))
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(data) + 1)
        kind = draw.randrange(4)
        if kind == 0:
            data[at:at] = draw.randbytes(draw.randint(1, 16))
        elif kind == 1:
            del data[at : at + draw.randint(1, 64)]
        elif kind == 2:
            data[at:at] = data[at : at + draw.randint(1, 256)]
        elif draw.random() < 0.5:
            del data[at:]
        data = data or bytearray(b"\0")
    return draw.choice(paths), bytes(data)


def ask(method, path, body=None):
    connection = http.client.HTTPConnection(base.hostname, base.port, timeout=60)
    try:
        connection.request(method, path, body)
        return connection.getresponse().status
    except OSError as error:
        return type(error).__name__
    finally:
        connection.close()


def watch(done, results):
    waits = []
    while not done.is_set():
        start = time.monotonic()
        status = ask("GET", "/health")
        waits.append((time.monotonic() - start, status))
        time.sleep(0.1)
    results.put(waits)


# A process of its own, so that it waits for the service and not for the threads that send.
done, results = multiprocessing.Event(), multiprocessing.Queue()
watcher = multiprocessing.Process(target=watch, args=(done, results))
watcher.start()
start = time.monotonic()
with concurrent.futures.ThreadPoolExecutor(width) as pool:
    statuses = collections.Counter(pool.map(lambda seed: ask("POST", *malformed(seed)), range(uploads)))
took = time.monotonic() - start
done.set()
waits = results.get()
watcher.join()
slowest = max(wait for wait, _ in waits) * 1000
middle = sorted(wait for wait, _ in waits)[len(waits) // 2] * 1000
print(f"{uploads} uploads, {width} at a time, {took:.0f} s")
print("answers:", ", ".join(f"{count} x {status}" for status, count in sorted(statuses.items(), key=str)))
print(f"/health: asked {len(waits)} times, median {middle:.1f} ms, slowest {slowest:.1f} ms")
# A key that is missing, a foreign host, or a queue that refuses most would show nothing.
bad = [s for s in statuses if not isinstance(s, int) or s in (401, 403, 421) or (s >= 500 and s != 503)]
bad += [503] * (statuses[503] * 10 > uploads)
sys.exit(1 if bad or slowest >= 50 or any(status != 200 for _, status in waits) else 0)

"""ZIP packages written by hand, entry by entry, so that any field of them can lie."""

import struct
import zlib
from dataclasses import dataclass

STORED, DEFLATED = 0, 8


@dataclass
class Entry:
    """A package entry. `claimed` and `crc` replace the true size and checksum where they are set."""

    name: str
    data: bytes
    method: int = DEFLATED
    claimed: int = None
    crc: int = None


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def fields(entry, packed_size):
    size = len(entry.data) if entry.claimed is None else entry.claimed
    crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
    return struct.pack("<HHHHHIIIHH", 20, 0x0800, entry.method, 0, 33, crc, packed_size, size,
                       len(entry.name.encode()), 0)


def local_header(entry, packed_size):
    return b"PK\x03\x04" + fields(entry, packed_size) + entry.name.encode()


def central_header(entry, packed_size, offset):
    return (b"PK\x01\x02" + struct.pack("<H", 20) + fields(entry, packed_size)
            + struct.pack("<HHHII", 0, 0, 0, 0, offset) + entry.name.encode())


def end_record(count, size, offset):
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, size, offset, 0)


def package(entries):
    """A ZIP file of the entries, in their order."""
    body, directory = b"", b""
    for entry in entries:
        packed = deflated(entry.data) if entry.method == DEFLATED else entry.data
        directory += central_header(entry, len(packed), len(body))
        body += local_header(entry, len(packed)) + packed
    return body + directory + end_record(len(entries), len(directory), len(body))

"""Zip files read in memory, bounded, never unpacked to disk."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from letopis.errors import SourceError
from letopis.sources.source import printable

# What a zip may grow to, as a multiple of the size limit of a document: Office files pack XML about tenfold, and
# a bomb a thousandfold.
_GROWTH = 4
# The flag of a name in UTF-8 (APPNOTE.TXT, 4.4.4, bit 11); without it `zipfile` takes a name for cp437.
_IS_UTF8 = 0x800
# What `zipfile` raises on broken files.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)


class Archive:
    """The zip file `data`; `max_bytes` bounds each member, and four times that all of them."""

    def __init__(self, data: bytes, name: str, max_bytes: int) -> None:
        self.name = name
        self.data = data
        self._max_bytes = max_bytes
        self._left = _GROWTH * max_bytes
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _FAULTS as error:
            raise SourceError(f"{name} is a broken zip file: pack it anew.") from error
        named = (info for info in self._zip.infolist() if info.filename)  # `is_dir` stumbles over an empty name
        self._members = {printable(_name(info)): info for info in named if not info.is_dir()}
        self.names = frozenset(self._members)

    def member(self, member: str) -> bytes:
        """The content of `member`; raise `SourceError` where it is missing, encrypted, broken or too large."""
        info = self._members.get(member)
        if info is None:
            raise SourceError(f"{self.name} lacks its part {member}: save it anew.")
        if info.flag_bits & 1:
            raise SourceError(f"{self.name} is encrypted: save it without a password.")
        limit = min(self._max_bytes, self._left)
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except _FAULTS as error:
            raise SourceError(f"{self.name} is broken at its part {member}: pack it anew.") from error
        self._left -= min(len(data), limit)
        if len(data) > limit:
            raise SourceError(
                f"{self.name} unpacks to more than the {size(limit)} allowed: "
                "split it, or raise the limit with --max-size."
            )
        return data


def size(limit: int) -> str:
    """A limit of so many bytes as it is said to people: in megabytes, as --max-size takes it, from one on."""
    megabytes = limit / 1024 / 1024
    return f"{limit} bytes" if megabytes < 1 else f"{round(megabytes, 2):.10g} MB"


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; where the file does not say that it is UTF-8, it is that, or else a Russian DOS's cp866."""
    if info.flag_bits & _IS_UTF8 or info.filename.isascii():
        return info.filename
    written = info.filename.encode("cp437", "replace")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("cp866")

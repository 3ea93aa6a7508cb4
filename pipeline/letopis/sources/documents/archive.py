"""Zip files read in memory, bounded, never unpacked to disk."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from letopis.errors import SourceError

# What a zip may grow to, as a multiple of the size limit of a document: Office files pack XML about tenfold, and
# a bomb a thousandfold.
_GROWTH = 4
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
        self.names = frozenset(info.filename for info in self._zip.infolist() if not info.is_dir())

    def member(self, member: str) -> bytes:
        """The content of `member`; raise `SourceError` where it is missing, encrypted, broken or too large."""
        try:
            info = self._zip.getinfo(member)
        except KeyError:
            raise SourceError(f"{self.name} lacks its part {member}: save it anew.") from None
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
                f"{self.name} unpacks to more than the {limit} bytes allowed: "
                "split it, or raise the limit with --max-size."
            )
        return data

"""A document's text from its file: the bytes decoded, line ends kept, or one sentence on what is wrong."""

import codecs
import os
from pathlib import Path


class DocumentError(ValueError):
    """A file that holds no readable text; the message names the file, the place and the cure."""


_BYTE_ORDER_MARKS = (  # the UTF-32 marks begin with the UTF-16 ones, so they come first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF", "a PDF; take the text out of it first, for example with `pdftotext -layout`"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file; save it as plain text (UTF-8) first"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; save it as plain text (UTF-8) first"),
    (b"{\\rtf", "an RTF file; save it as plain text (UTF-8) first"),
    (b"\x89PNG", "a picture; its words must be transcribed to a text file first"),
    (b"\xff\xd8\xff", "a picture; its words must be transcribed to a text file first"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"<!DOCTYPE html", "a web page; copy its words from the browser into a text file"),
    (b"<!doctype html", "a web page; copy its words from the browser into a text file"),
    (b"<html", "a web page; copy its words from the browser into a text file"),
)
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f\b")))


def read(path: str | os.PathLike[str], encoding: str | None = None) -> str:
    """The text of a file: UTF-8, or what its byte order mark says, or the encoding that the caller names.

    Line ends stay as they are; a byte order mark is no part of the text. Raises `DocumentError` for a folder,
    a file that is missing, empty or no text, and for bytes that are not in the encoding: no byte is guessed
    or dropped.
    """
    data = _bytes(Path(path).expanduser())
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], encoding or name
            break
    if not data:
        raise DocumentError(f"{path} is empty; was it saved?")
    _refuse_other_formats(path, data, encoding)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(_undecodable(path, data, error)) from None
    except LookupError:
        raise DocumentError(
            f"{path}: Python knows no encoding {encoding!r}; try 'cp1252' or 'latin-1'"
        ) from None


def _bytes(path: Path) -> bytes:
    if len(path.name) > 255 or set("\n\r\0") & set(str(path)):
        start = " ".join(str(path)[:60].split())
        raise DocumentError(f"“{start} …” is no path but a text; a text itself goes to cg.Cable(text, name)")
    if path.is_dir():
        raise DocumentError(f"{path} is a folder; give the path of the text file in it")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"{path} does not exist; the path was looked up from {Path.cwd()}") from None
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}; check its permissions") from None


def _refuse_other_formats(path: str | os.PathLike[str], data: bytes, encoding: str | None) -> None:
    for start, what in _OTHER_FORMATS:
        if data.startswith(start):
            raise DocumentError(f"{path} is {what}")
    if encoding not in (None, "utf-8"):
        return
    at = next((n for n, byte in enumerate(data[:65536]) if byte in _CONTROL), -1)
    if at < 0:
        return
    if name := _wide(data[:4096]):
        raise DocumentError(
            f"{path} looks like {name.upper()} without a byte order mark (byte {data.find(0)} is 0x00); "
            f"give encoding={name!r}, or save it as UTF-8"
        )
    raise DocumentError(
        f"{path} is a binary file, not a text (byte {at} is 0x{data[at]:02x}); give a text file in UTF-8"
    )


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32, if the bytes are zero as they are in Latin letters of that width."""
    zeros = [data[place::4].count(0) * 5 > len(data[place::4]) * 2 for place in range(4)]
    return {
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
    }.get(tuple(zeros), "")


def _undecodable(path: str | os.PathLike[str], data: bytes, error: UnicodeDecodeError) -> str:
    """Where the bytes go wrong, what they would say in Windows-1252, and how to convert the file."""
    at = error.start
    line = data.count(b"\n", 0, at) + 1
    around = data[max(0, at - 20) : at + 20].decode("cp1252", "replace")
    return (
        f"{path}, line {line}: byte {at} (0x{data[at]:02x}) is not {error.encoding.upper()}; in Windows-1252 "
        f"the place reads “{' '.join(around.split())}”, and if that is right, convert the file with "
        f"`iconv -f WINDOWS-1252 -t UTF-8` or give encoding='cp1252'"
    )

"""Files that others go by: the text of a document, the face of pages.

A text is decoded, its line ends kept; of one that cannot be read one sentence says what is wrong.
"""

import codecs
import os
import re
from base64 import b64encode
from functools import cache
from pathlib import Path


class DocumentError(ValueError):
    """A file that holds no readable text; the message names the file, the place and the cure."""


_BYTE_ORDER_MARKS = {  # the UTF-32 marks begin with the UTF-16 ones, so they come first
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_OTHER_FORMATS = {  # by what such files begin with, in small letters
    b"%pdf": "a PDF",
    b"pk\x03\x04": "a Word, OpenDocument or zip file",
    b"{\\rtf": "an RTF file",
    b"<!doctype html": "a web page",
}


def read(path: str | os.PathLike[str], encoding: str | None = None) -> str:
    """The text of a file: UTF-8, or what its byte order mark says, or the encoding that the caller names.

    Line ends stay as they are; a byte order mark is no part of the text. Raises `DocumentError` for a folder,
    a file that is missing, empty or no text, and for bytes that are not in the encoding: no byte is guessed
    or dropped.
    """
    path = Path(path).expanduser()
    if len(path.name) > 255 or re.search("[\n\r\0\ud800-\udc7f\udd00-\udfff]", str(path)):
        start = " ".join(str(path)[:60].split())
        raise DocumentError(f"“{start} …” is no path but a text; a text itself goes to cg.Cable(text, name)")
    if path.is_dir():
        raise DocumentError(f"{path} is a folder; give the path of the text file in it")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"{path} does not exist; the path was looked up from {Path.cwd()}") from None
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}; check its permissions") from None
    mark = next(filter(data.startswith, _BYTE_ORDER_MARKS), b"")
    data, encoding = data.removeprefix(mark), encoding or _BYTE_ORDER_MARKS.get(mark, "utf-8")
    if not data:
        raise DocumentError(f"{path} is empty; was it saved?")
    for start, format_name in _OTHER_FORMATS.items():
        if data[:20].lower().startswith(start):
            cure = "save or copy its words as plain text (UTF-8) first"
            raise DocumentError(f"{path} is {format_name}; {cure}")
    control = re.search(rb"[^\x08-\x0d\x1a-\xff]", data[:65536])
    if control and encoding == "utf-8":
        raise DocumentError(
            f"{path} is a binary file, or text in another encoding (byte {control.start()} is "
            f"0x{control[0].hex()}); save it as UTF-8, or name what it is, as in encoding='utf-16-le'"
        )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - 20) : error.start + 20].decode("cp1252", "replace")
        place, line = data[error.start : error.start + 1].hex(), data.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            f"{path}, line {line}: byte {error.start} (0x{place}) is not {error.encoding.upper()}; in "
            f"Windows-1252 the place reads “{' '.join(around.split())}”, and if that is right, give "
            "encoding='cp1252'"
        ) from None
    except (LookupError, ValueError):  # some of Python's own encodings are none of texts
        raise DocumentError(
            f"{path}: Python knows no encoding {encoding!r}; try 'cp1252' or 'latin-1'"
        ) from None


@cache
def faces() -> str:
    """The CSS that brings the face of pages and figures within itself, regular and italic."""
    fonts, rules = Path(__file__).parent / "figures" / "fonts", ""
    for style, name in {"normal": "regular", "italic": "italic"}.items():
        font = b64encode((fonts / f"cablegram-serif-{name}.woff2").read_bytes()).decode()
        source = f'url(data:font/woff2;base64,{font}) format("woff2")'
        rules += f'@font-face{{font-family:"Cablegram Serif";font-style:{style};src:{source}}}'
    return rules

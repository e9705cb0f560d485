"""Reading a document's file: every input gives its whole text or one clear sentence."""

import re
from pathlib import Path

import pytest
from cablegram import load
from cablegram.files import DocumentError, read

TEXT = "Über 700 – “Kim’s” café\u00a0№ 3"


@pytest.fixture
def written(tmp_path):
    def write(data: bytes, name: str = "cable.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "utf-32 le", "utf-32 be"],
)
def test_what_declares_its_encoding_is_decoded_and_the_mark_is_no_text(written, data):
    assert TEXT == read(written(data))


@pytest.mark.parametrize("text", ["a\r\nb\r\n", "a\rb", "a\n\x0cb\u2028c\u0085d", "a\u00a0b\u00a0", " \n"])
def test_line_ends_and_spaces_stay_as_they_are(written, text):
    assert text == read(written(text.encode()))


def test_megabytes_are_read_whole(written):
    text = "Over 700 came.\n" * 500_000
    assert text == read(written(text.encode()))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.4 ...", "is a PDF; save or copy its words as plain text"),
        (b"PK\x03\x04....", "is a Word, OpenDocument or zip file; save or copy its words"),
        (b"<!DOCTYPE html><p>Over 700", "is a web page; save or copy its words"),
        (
            b"Over 700\x00\x01 came",
            r"is a binary file, or text in another encoding \(byte 8 is 0x00\); save it",
        ),
        (
            "line\nthe café was".encode("cp1252"),
            r"line 2: byte 12 \(0xe9\) is not UTF-8; .* “line the café was”, .* give encoding='cp1252'",
        ),
        (b"\xff\xfea", r"byte 0 .* is not UTF-16"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence_with_file_and_cure(written, data, says):
    path = written(data)
    with pytest.raises(DocumentError, match=says) as caught:
        read(path)
    assert str(caught.value).startswith(str(path)) and "\n" not in str(caught.value)


def test_a_folder_and_a_missing_file_say_so(tmp_path):
    with pytest.raises(DocumentError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(DocumentError, match=r"gone\.txt does not exist; the path was looked up from"):
        read(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    "pasted", ["To the Consul\n\nOver 700 came.", "Over 700 came. " * 20, "a\0b", "a\ud800"]
)
def test_a_text_given_for_a_path_is_sent_to_where_texts_go(pasted):
    with pytest.raises(DocumentError, match=r"is no path but a text; .* goes to cg\.Cable\(text, name\)"):
        read(pasted)


def test_a_file_that_may_not_be_read_says_so(written, monkeypatch):
    def refused(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(DocumentError, match=r"cannot be read: Permission denied; check its permissions"):
        read(written(b"abc"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_text_without_a_byte_order_mark_is_refused_until_its_encoding_is_named(written, encoding):
    path = written(TEXT.encode(encoding))
    with pytest.raises(DocumentError, match=r"text in another encoding \(.* as in encoding='utf-16-le'"):
        read(path)
    assert TEXT == read(path, encoding=encoding)


@pytest.mark.parametrize("encoding", ["cp9999", "undefined", "base64", "a\0b"])
def test_an_unknown_encoding_is_told(written, encoding):
    with pytest.raises(DocumentError, match=re.escape(f"knows no encoding {encoding!r}")):
        read(written(b"One line.\rTwo."), encoding=encoding)


def test_an_encoding_that_gives_half_a_character_is_told_with_the_place(written):
    path = written(rb"Over \ud800 700")
    with pytest.raises(
        DocumentError, match=r"cable\.txt, character 5: .* read the text again in the encoding"
    ):
        load(path, encoding="raw_unicode_escape")


@pytest.mark.parametrize("text", [b"One line.\rTwo.", b"a-b", b"a-bc9"])
def test_an_encoding_of_internet_names_is_refused_or_read_in_every_version_of_python(written, text):
    try:
        assert read(written(text), encoding="punycode")
    except DocumentError as error:
        assert "punycode" in str(error).lower()


def test_no_byte_of_windows_1252_is_lost_silently(written):
    for byte in range(128, 256):
        with pytest.raises(DocumentError, match=re.escape(f"0x{byte:02x}")):
            read(written(b"ab " + bytes([byte]) + b" cd"))

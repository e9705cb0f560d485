"""A corpus: what is found in many documents, in one table."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial

import cablegram as cg
import pytest

LETTER = "Oldport, {day} May 1962\n\nTo the Consul\n\n1. Arrivals. Over {number} people came yesterday.\n"


@pytest.fixture
def folder(tmp_path):
    for day in range(1, 8):
        words = LETTER.format(day=day, number=100 * day)
        (tmp_path / f"{day}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "old.txt").write_bytes("Over 40 people in the café.".encode("cp1252"))
    return tmp_path


@pytest.mark.parametrize(
    "pool", [nullcontext, partial(ThreadPoolExecutor, 2), partial(ProcessPoolExecutor, 2)]
)
def test_every_find_has_a_row_with_its_document_in_any_executor(folder, pool):
    with pool() as executor:
        finds, passed_over = cg.corpus(folder, executor)
    numbers = finds[finds.find == "number"]
    assert [100.0 * day for day in range(1, 8)] == list(numbers.low)
    assert [str(folder / f"{day}.txt") for day in range(1, 8)] == list(numbers.document)
    yesterday = finds[finds.text == "yesterday"]
    assert ["1962-04-30", "1962-05-01"] == list(yesterday.edtf[:2])
    assert (21, 2) == (len(finds), len(passed_over))


def test_what_cannot_be_read_is_passed_over_and_listed_with_its_reason(folder):
    gone = folder / "gone.txt"
    _, passed = cg.corpus([folder / "1.txt", folder / "empty.txt", gone])
    assert [str(folder / "empty.txt"), str(gone)] == list(passed.document)
    assert "is empty; was it saved?" in passed.reason[0] and "does not exist" in passed.reason[1]


def test_how_far_it_is_is_told(folder, capsys):
    cg.corpus(folder)
    assert capsys.readouterr().err.endswith("\r9 of 9 documents\n")


def test_an_encoding_holds_for_all(folder):
    assert "Over 40 people" in list(cg.corpus([folder / "old.txt"], encoding="cp1252")[0].text)


def test_nothing_found_is_an_empty_table(tmp_path):
    assert [0, 0] == [len(table) for table in cg.corpus(tmp_path)]

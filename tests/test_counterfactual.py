"""Each number that prose links to, and each that a linked result rests on, changed: a sentence is false.

What is linked is worked out from the prose; only the results that rest on the change are worked out again.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from cablegram import addresses as kinds
from cablegram import load
from cablegram.cable import Cable
from cablegram.edition.facts import facts_at, facts_of, result_facts
from cablegram.edition.gather import all_prose
from cablegram.edition.page import Page, Site
from cablegram.edition.paragraph import Paragraph
from cablegram.edition.prose import check, uncited
from cablegram.edition.sources import CHECKOUT, read_sources
from cablegram.edition.tree import parse as parse_page
from cablegram.results import MissingEvidence, Result, result

# Words as long as those they stand for, so that everything else keeps its place in the text.
WORDS = {"six": "ten", "three": "seven", "seven": "three", "eighty": "twenty", "fifteen": "sixteen"}


def other(words: str) -> str:
    """The words with every digit one higher, or another number word."""
    if re.search(r"\d", words):
        return re.sub(r"\d", lambda digit: str(int(digit[0]) % 9 + 1), words)
    return re.sub("|".join(WORDS), lambda word: WORDS[word[0]], words, count=1)


def with_rows(cable: Cable, text: str, register: str, rows: dict[str, dict]) -> Cable:
    made = Cable(text, cable.name)
    made._registers = cable._registers | {register: list(rows.values())}
    return made


def changed(cable: Cable, address: str) -> Cable:
    """A copy of the cable in which one row, or the number in one sentence, is another."""
    kind, row, text = kinds.parse(address)[0], dict(cable.row(address)), cable.text
    if kind.prefix in ("s", "q"):
        text = text[: row["start"]] + other(row["text"]) + text[row["end"] :]
    if kind.prefix in ("q", "outside"):
        row[kind.words] = other(row[kind.words])
        row |= {"low": row["low"] * 2, "high": row["high"] * 2}
    if kind.prefix == "d":
        for column in ("edtf_written", "edtf_spoken"):
            row[column] = re.sub(r"\b19\d\d", lambda year: str(int(year[0]) + 1), row[column])
    if kind.prefix == "place":
        row["lon"] += 1
    return with_rows(cable, text, kind.register, cable.rows(kind.register) | {row["id"]: row})


def without(cable: Cable, address: str) -> Cable:
    """A copy of the cable without one row: the change that a count of rows must notice."""
    kind, name, _ = kinds.parse(address)
    rows = {id: row for id, row in cable.rows(kind.register).items() if id != name}
    return with_rows(cable, cable.text, kind.register, rows)


@pytest.fixture(scope="module")
def cable():
    return load()


@pytest.fixture(scope="module")
def proses(cable):
    return all_prose(read_sources(CHECKOUT / "notebooks"), cable, CHECKOUT / "README.md")


def changes(cable: Cable, address: str) -> Iterator[Cable]:
    yield changed(cable, address)
    if not address.startswith("s-"):
        yield without(cable, address)


def results_of(cable: Cable, names: list[str]) -> Iterator[Result]:
    """The results named, but for those whose row is gone that they rest on."""
    for name in names:
        with suppress(MissingEvidence):
            yield result(cable, name)


def falsified(address: str, cable: Cable, proses, answers: dict, facts) -> set:
    """The complaints that there are of the changed cable and not of this one."""
    resting = [name for name, each in answers.items() if address in each.inputs]
    standing = [each for name, each in answers.items() if name not in resting]
    at = facts_at(cable)
    at |= result_facts([*standing, *results_of(cable, resting)], at)
    links = [f"#{address}", *(f"#result-{name}" for name in resting)]
    linking = [prose for prose in proses if any(link in prose.text for link in links)]
    return set(check(linking, replace(facts, text=cable.text, at=at))) - set(check(linking, facts))


def test_whatever_number_is_changed_a_sentence_is_false_and_named(cable, proses):
    answers, facts = cable.answers, facts_of(cable)
    linked = {link.address.partition("--")[0] for prose in proses for link in Paragraph(prose.text).links}
    inputs = {i for name, each in answers.items() if f"result-{name}" in linked for i in each.inputs}
    addresses = {address for address in linked if re.match("q-|outside-", address)}
    found_by = ("q", "outside", "d", "place", "s")
    addresses |= {address for address in inputs if kinds.parse(address)[0].prefix in found_by}
    assert len(addresses) > 20
    silent = [
        address
        for address in sorted(addresses)
        if not any(falsified(address, copy, proses, answers, facts) for copy in changes(cable, address))
    ]
    assert silent == []


def test_what_no_prose_links_to_is_uncited(cable, proses):
    assert not {"q-total", "q-onsong"} & set(uncited(proses, cable))
    rows = len(cable.quantities) + len(cable.outside) + len(cable.answers)
    assert len(uncited([], cable)) == rows


def test_the_last_page_of_a_notebook_names_what_is_uncited_of_it(cable):
    text = Page("01-reading", parse_page("<h1>Text</h1>"))
    tables = Page("01-registers", parse_page("<h1>Tables</h1>"), notebook="01-reading")
    Site([text, tables], cable=cable, uncited=["q-age", "outside-pak-may-1961"])
    assert "Not cited" not in text.tree.get_text()
    assert tables.tree.get_text().endswith("Not cited in the text: age 30 or less.")
    assert "01-reading.ipynb#q-age" == tables.tree.find(class_="uncited").a["href"]

"""Each number that prose links to, and each that a linked result rests on, changed: a sentence is false.

What is linked is worked out from the prose; only the results that rest on the change are worked out again.
"""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from cablegram import addresses as kinds
from cablegram import load
from cablegram.cable import Cable
from cablegram.edition.facts import exceptions, facts_at, facts_of, result_facts
from cablegram.edition.gather import all_prose
from cablegram.edition.page import Page, Site
from cablegram.edition.paragraph import Paragraph
from cablegram.edition.prose import Prose, check, uncited
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


@pytest.fixture(scope="module")
def facts(cable):
    return facts_of(cable)


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


def test_a_changed_total_makes_exactly_what_is_said_of_it_false(cable, proses, facts):
    found = falsified("q-total", changed(cable, "q-total"), proses, cable.answers, facts)
    essay = {each.words for each in found if each.file == "04-commentary.ipynb"}
    assert {"20,517", "17,017", "about 83 %", "at least 6,759", "about 54 %"} == essay


def test_nothing_in_the_edition_is_false(proses, facts):
    assert [] == list(map(str, check(proses, facts)))


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


# ---- what is prose


def test_what_a_register_names_is_prose_too(proses, facts):
    named = [prose for prose in proses if prose.place == "hoeryong, name"]
    assert [("registers/places", "Hoeryong")] == [(prose.file, prose.text) for prose in named]
    assert [] != check([replace(named[0], text="The nine stations")], facts)


def test_the_words_of_figures_and_the_assumptions_of_results_are_prose_too(cable, proses):
    places = {(prose.file, prose.place): prose.text for prose in proses}
    figures = [text for (file, _), text in places.items() if file == "figures"]
    assert {("figures", f"rates, {name}") for name in ("title", "alt", "caption")} <= set(places)
    assert "{" not in "".join(figures)
    assert "By rule, by age, how often" in figures  # a heading in a picture
    assert places["results", "rate-stay, assumption"] == cable.answers["rate-stay"].assumptions[0]


def written_by(code: str) -> list[str]:
    """The strings of a module that are sentences or pieces of them, placeholders left out."""
    nodes = list(ast.walk(ast.parse(code)))
    documented = [node for node in nodes if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docs = {ast.get_docstring(node, clean=False) for node in documented}
    strings = {node.value for node in nodes if isinstance(node, ast.Constant)} - docs
    texts = [re.sub(r"\{[^{}]*\}", "\0", text) for text in strings if isinstance(text, str)]
    return [text for text in texts if re.search(r"[a-z]{3}[,.;:]? [a-z]{2}", text) and "<" not in text]


@pytest.mark.parametrize("folder", ["display", "figures", "results"])
def test_text_that_code_writes_takes_its_numbers_from_the_data(facts, folder):
    package = CHECKOUT / "lib" / "cablegram" / folder
    texts = [
        Prose(path.name, "", text) for path in package.glob("*.py") for text in written_by(path.read_text())
    ]
    assert len(texts) > 10
    assert [each for each in check(texts, facts) if "number" in each.reason] == []


def test_what_templates_and_shapes_say_takes_its_numbers_from_the_data(facts):
    package = CHECKOUT / "lib" / "cablegram"
    paths = [*(package / "edition" / "templates").rglob("*.j2"), *(package / "display").glob("*.toml")]
    code = re.compile(
        r"\{#.*?#\}|\{%.*?%\}|<style.*?</style>|<[^>]*>|^#.*?$|^passed_over = \"{3}.*?\"{3}",
        re.DOTALL | re.MULTILINE,
    )
    texts = [code.sub("", path.read_text(encoding="utf-8")).replace('"', "\n\n") for path in paths]
    prose = [Prose("", "", re.sub(r"\{.*?\}", "\0", text)) for text in texts]
    assert len(texts) > 4
    assert [each for each in check(prose, facts) if re.search("number|quantity", each.reason)] == []


def test_a_number_written_into_code_is_seen(facts):
    code = '"""A module of 14 words."""\nsaid = f"they held {n} people, of 20,517 in all"'
    texts = [Prose("", "", text) for text in written_by(code)]
    assert [each.words for each in check(texts, facts)] == ["20,517"]


# ---- exceptions


@pytest.mark.parametrize("row", exceptions(), ids=lambda row: row["passage"])
def test_each_exception_is_needed_unique_and_has_a_reason(facts, proses, row):
    """A passage stands once in its file; a name, wherever it stands, holds letters and a digit."""
    passage, texts = row["passage"], {}
    without = replace(facts, exceptions=tuple(kept for kept in facts.exceptions if kept != row))
    for prose in (prose for prose in proses if row["file"] in (prose.file, "")):
        text = " ".join(Paragraph(prose.text).text.split())
        if passage in text:
            texts[prose] = text
    assert len(check(texts, without)) > len(check(texts, facts))
    assert row["reason"]
    if row["file"]:
        assert sum(text.count(passage) for text in texts.values()) == 1
    else:
        assert re.search(r"[A-Za-z].*\d|\d.*[A-Za-z]|\d-\d", passage)


def test_there_are_at_most_sixty_exceptions():
    assert len(exceptions()) <= 60

"""Number words and words of quantity that prose may not use without support, by the table `claims.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from ..numbers.spelling import ONES, SCALES, TEENS, TENS, either, spell

NEAR = 4  # words between a number word and its noun, the noun included
ANYWHERE = 12  # number words above it are claims without a noun
NUMBER_IN_CODE = "\1"  # stands for code with a number in it
_WORDS = ONES | TEENS | TENS | SCALES
_NUMBERS = either(_WORDS.keys() - {"one"})
_PARTS = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth|thousandth"
_SPELLED = re.compile(rf"\b(?:an?\s(?={either(SCALES)}\b))?(?:{either(_WORDS)})\b", re.IGNORECASE)
_DIGITS = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)?|{NUMBER_IN_CODE}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|%|\0+")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n\s*\n")


@dataclass(frozen=True)
class Claim:
    """Where words state a quantity, their noun included, and what they say: a number, or a word for it."""

    start: int
    end: int
    says: str | float


@dataclass(frozen=True)
class Table:
    """`claims.toml`: the words, and each quantity's pattern, what it says, and how far its noun may stand.

    `nouns` holds the kind of each noun; `counted` matches what makes a number of the year before it.
    """

    nouns: Mapping[str, str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    kinds: frozenset[str]
    stops: frozenset[str]
    quantities: tuple[tuple[re.Pattern, str, int], ...]

    @cached_property
    def counted(self) -> re.Pattern:
        last = either({*self.nouns, *self.pronouns, *self.verbs})
        return re.compile(rf"\s+(?:(?:{either(self.kinds)})\s+)*(?:{last})(?!\w)", re.IGNORECASE)


@cache
def table() -> Table:
    read = tomllib.loads((resources.files(__package__) / "claims.toml").read_text(encoding="utf-8"))
    quantities = [(_pattern(row), row.get("says", ""), row.get("near", 0)) for row in read.pop("quantity")]
    nouns = {word: kind for kind, words in read.pop("nouns").items() for word in words.lower().split()}
    words = {name: frozenset(" ".join(lists.values()).lower().split()) for name, lists in read.items()}
    return Table(nouns=nouns, **words, quantities=tuple(quantities))


def _pattern(row: dict) -> re.Pattern:
    """The words of a quantity; the group `other` matches a word before that makes them say something else."""
    words = rf"(?:{row['words']})(?!\w)"
    if "not_after" in row:
        words = rf"(?P<other>(?:{row['not_after']}) )?{words}"
    if "not_before" in row:
        words += rf"(?! (?:{row['not_before']})(?!\w))"
    words = (
        words.replace("{number}", f"(?:{_NUMBERS})").replace("{part}", f"(?:{_PARTS})").replace(" ", r"\s+")
    )
    return re.compile(rf"(?<!\w){words}", re.IGNORECASE)


def claims(text: str, whole: str = "", digits: bool = False) -> list[Claim]:
    """Every claim of the text in its order; those in digits that have a noun only where they are asked for.

    Nouns are looked for in `whole`, the text before anything was blanked.
    """
    whole = whole or text
    found = [*_in_words_of_quantity(text, whole), *_in_number_words(text, whole)]
    for match in _DIGITS.finditer(text):
        if digits or match[0] == NUMBER_IN_CODE:
            end = _noun_end(whole, match.end(), NEAR if digits else 1)
            found += [Claim(match.start(), end, match[0])] if end else []
    return sorted(found, key=lambda claim: (claim.start, -claim.end))


def stated(text: str) -> frozenset[str | float]:
    """What a sentence of the cable or the words of a source say: their claims, and every number."""
    said = [claim.says for claim in claims(text)] + [value for *_, value in spelled(text)]
    return frozenset(
        said + [float(match[0].replace(",", "")) for match in re.finditer(r"\d[\d,.]*\d|\d", text)]
    )


def spelled(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and value of every number in words."""
    place = 0
    while match := _SPELLED.search(text, place):
        found = spell(text, match.start(), len(text))
        place = found[0] if found else match.end()
        if found:
            yield match.start(), place, found[1]


def kind_of(noun: str) -> str:
    """The kind of what is counted, such as people for “workers”; empty where it is none of the table's."""
    return next((table().nouns[word] for word in noun.lower().split() if word in table().nouns), "")


def kind_behind(text: str, end: int) -> str:
    """The kind of the noun that a number ending there counts; empty where none follows."""
    noun = _noun_end(text, end, NEAR)
    return kind_of(_WORD.findall(text[end:noun])[-1]) if noun else ""


def _in_number_words(text: str, whole: str) -> Iterator[Claim]:
    for start, end, value in spelled(text):
        noun = _noun_end(whole, end, NEAR)
        if value > ANYWHERE or (value > 1 and noun):
            yield Claim(start, noun or end, value)


def _in_words_of_quantity(text: str, whole: str) -> Iterator[Claim]:
    for pattern, says, near in table().quantities:
        for match in pattern.finditer(text):
            if match.groupdict().get("other"):
                continue
            end = _noun_end(whole, match.end(), near, singular=True) if near else match.end()
            if end:
                yield Claim(match.start(), end, says or " ".join(match[0].lower().split()))


def _noun_end(text: str, end: int, near: int, singular: bool = False) -> int | None:
    """Where the first noun ends that is counted, among so many words of the sentence; None where none is."""
    words, place = table(), 0
    singular = singular or text[end : end + 1] == "-"
    for match in _WORD.finditer(text, end):
        word = match[0].lower()
        if place == near or word in words.stops or _SENTENCE_END.search(text, end, match.start()):
            return None
        end = match.end()
        first = place == 0 and (word in words.verbs or (singular and _is_singular(word)))
        if first or word in words.nouns or (place < 2 and word in words.pronouns):
            return end
        place += word not in words.kinds
    return None


def _is_singular(word: str) -> bool:
    plurals = {f"{word}s", re.sub("y$", "ies", word), re.sub("man$", "men", word)} - {word}
    return word not in table().kinds and not plurals.isdisjoint(table().nouns.keys())

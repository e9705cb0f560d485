"""Number words and words of quantity that prose may not use without support, by the table `claims.toml`."""

import re
import tomllib
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..finders.numerals import spell
from ..finders.vocabulary import MONTHS, ONES, PARTS, SCALES, TEENS, TENS, either

NEAR = 4  # words between a number word and its noun, the noun included
REACH = 200  # characters between them at most
ANYWHERE = 12  # number words above it are claims without a noun
_WORDS = ONES | TEENS | TENS | SCALES
YEAR = r"(?:1[89]|20)\d\d"
_NUMBER = re.compile(
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:an?\s(?={either(SCALES)}\b))?(?:{either(_WORDS)})\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|%|\0+|(?P<end>[.!?;]\s|\n\s*\n)")


@dataclass(frozen=True)
class Claim:
    """Where words state a quantity, their noun included, and what they say: a number, or a word for one.

    `kind` is that of the noun, as people or days, `any` where a verb or pronoun stands for it, else empty.
    """

    start: int
    end: int
    says: str | float
    kind: str


Table = namedtuple("Table", "words quantities beside")


@cache
def table() -> Table:
    """`claims.toml`: in which list each word stands, of what kind; words of quantity; words beside numbers.

    A quantity is a pattern, what it says, and how many words further its noun may stand.
    """

    def pattern(words: str) -> re.Pattern:
        words = re.sub(r"\{([a-z]+)\}", lambda part: f"(?:{parts[part[1]]})", words.replace("\n", ""))
        return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)

    read = tomllib.loads((resources.files(__package__) / "claims.toml").read_text(encoding="utf-8"))
    rows, beside = read.pop("quantity"), read.pop("beside")
    words = {}
    for name, lists in read.items():
        for kind, line in lists.items():
            words |= dict.fromkeys(line.lower().split(), (name, kind))
    parts = {name: either(word for word in words if words[word][0] == name) for name in read}
    parts |= {"number": either(_WORDS.keys() - {"one"}), "part": either(PARTS.keys() - {"half"})}
    parts |= {"year": YEAR, "count": f"{parts['number']}|{YEAR}", "month": either(MONTHS)}
    parts |= {"each": "an?|per|every|each", "end": r"(?=\s*(?:[.,;|)]|\Z))"}
    nouns = (re.sub("ies$", "ys", re.sub("men$", "man", word)) for word in words if words[word][0] == "nouns")
    # An adjective that is the singular of a noun too, as Korean, stays an adjective.
    words = {noun.removesuffix("s"): ("singulars", "any") for noun in nouns} | words
    quantities = []
    for row in rows:
        # The group `other` matches a word before that makes the words say something else.
        other, behind = row.get("not_after", "(?!)"), row.get("not_before", "(?!)")
        whole = rf"(?<!\w)(?P<other>(?:{other}) )?(?:{row['words']})(?!\w)(?! (?:{behind})(?!\w))"
        quantities.append((pattern(whole), row.get("says", ""), row.get("near", 0)))
    return Table(words, quantities, {name: pattern(each) for name, each in beside.items()})


def claims(text: str, whole: str = "", every: bool = False) -> list[Claim]:
    """The claims of the text in their order: words of quantity, and number words that count or are large.

    `every` gives all numbers that the text states, in digits too. Nouns are looked for in `whole`, the text
    before anything was blanked.
    """
    whole, found = whole or text, []
    for pattern, says, near in table().quantities:
        for match in pattern.finditer(text):
            end, kind = counted_behind(whole, match.end(), near or NEAR, singular=True)
            if not match["other"] and (kind or not near):
                told = says or " ".join(match[0].lower().split())
                if says == "number":
                    *_, told = next(numbers(match[0]))
                found.append(Claim(match.start(), end if near else match.end(), told, kind))
    for start, end, value, told in numbers(text):
        noun, kind = counted_behind(whole, end)
        if every or (value > (1 if kind else ANYWHERE) and not text[start].isdigit()):
            found.append(Claim(start, noun, told, kind))
    return sorted(found, key=lambda claim: claim.start)


def numbers(text: str) -> Iterator[tuple[int, int, float, float | str]]:
    """Start, end and value of every number, and what it says, which is not three for “three or more”."""
    place = 0
    for match in _NUMBER.finditer(text):
        found = match.end(), match[0].replace(",", "")
        if not match[0][0].isdigit():
            found = match.start() >= place and spell(text, match.start(), len(text))
        if found:
            place, value = found[0], float(found[1])
            further = re.match(r"\s(?:or|to)\s\w+", text[place : place + REACH])
            yield match.start(), place, value, f"{value} {' '.join(further[0].split())}" if further else value


def counted_behind(text: str, end: int, near: int = NEAR, singular: bool = False) -> tuple[int, str]:
    """Where the noun ends that is counted, the first among so many words of the sentence, and its kind.

    The end that was given and no kind where there is none.
    """
    words, place = table().words, 0
    reaches = {"nouns": near, "pronouns": 2, "verbs": 1, "singulars": singular or text[end : end + 1] == "-"}
    for match in _WORD.finditer(text, end, end + REACH):
        name, kind = words.get(match[0].lower(), ("", ""))
        if place == near or match["end"] or name == "stops":
            break
        if place < reaches.get(name, 0):
            return match.end(), kind
        place += name != "adjectives"
    return end, ""


def is_counting(text: str, end: int) -> bool:
    """Whether a year or an id that ends there reads as the number of what follows: “1961 young people”."""
    near = 1 + text.startswith("of ", end + 1)
    return text[end : end + 1].isspace() and counted_behind(text, end, near)[1] != ""

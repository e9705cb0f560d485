"""Number words and words of quantity that prose may not use without support, by the table `claims.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from ..finders.numerals import spell
from ..finders.vocabulary import ONES, PARTS, SCALES, TEENS, TENS, either

NEAR = 4  # words between a number word and its noun, the noun included
REACH = 200  # characters between them at most
ANYWHERE = 12  # number words above it are claims without a noun
_WORDS = ONES | TEENS | TENS | SCALES
_NUMBER = re.compile(
    rf"\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:an?\s(?={either(SCALES)}\b))?(?:{either(_WORDS)})\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|%|\0+")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n\s*\n")


@dataclass(frozen=True)
class Claim:
    """Where words state a quantity, their noun included, and what they say: a number, or a word for one.

    `kind` is that of the noun, as people or days, `any` where a verb or pronoun stands for it, else empty.
    """

    start: int
    end: int
    says: str | float
    kind: str

    def is_stated_by(self, other: "Claim") -> bool:
        """Whether the other says the same, and of the same kind where both tell it."""
        told = {self.kind, other.kind} - {"", "any"}
        return self.says == other.says and len(told) < 2


@dataclass(frozen=True)
class Table:
    """`claims.toml`: the words, and each quantity's pattern, what it says, and how far its noun may stand.

    `nouns` holds the kind of each noun.
    """

    nouns: Mapping[str, str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    quantities: tuple[tuple[re.Pattern, str, int], ...]

    @cached_property
    def singulars(self) -> frozenset[str]:
        """The nouns without their plural; an adjective that is one too, as Korean, is not among them."""
        plurals = (re.sub("ies$", "ys", re.sub("men$", "man", noun)) for noun in self.nouns)
        return frozenset(noun.removesuffix("s") for noun in plurals) - self.adjectives


@cache
def table() -> Table:
    read = tomllib.loads((resources.files(__package__) / "claims.toml").read_text(encoding="utf-8"))
    rows = read.pop("quantity")
    nouns = {word: kind for kind, words in read.pop("nouns").items() for word in words.lower().split()}
    words = {name: frozenset(" ".join(lists.values()).lower().split()) for name, lists in read.items()}
    parts = {
        "number": either(_WORDS.keys() - {"one"}),
        "part": either(PARTS.keys() - {"half", "quarter"}),
        "noun": either(nouns),
        "verb": either(words["verbs"]),
    }
    quantities = tuple((_pattern(row, parts), row.get("says", ""), row.get("near", 0)) for row in rows)
    return Table(nouns=nouns, **words, quantities=quantities)


def _pattern(row: dict, parts: dict[str, str]) -> re.Pattern:
    """The words of a quantity; the group `other` matches a word before that makes them say something else."""
    other, behind = row.get("not_after", "(?!)"), row.get("not_before", "(?!)")
    words = rf"(?<!\w)(?P<other>(?:{other}) )?(?:{row['words']})(?!\w)(?! (?:{behind})(?!\w))"
    for name, part in parts.items():
        words = words.replace(f"{{{name}}}", f"(?:{part})")
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)


def claims(text: str, whole: str = "", every: bool = False) -> list[Claim]:
    """The claims of the text in their order: words of quantity, and number words that count or are large.

    `every` gives all numbers that the text states, in digits too. Nouns are looked for in `whole`, the text
    before anything was blanked.
    """
    whole, found = whole or text, []
    for pattern, says, near in table().quantities:
        for match in pattern.finditer(text):
            end, kind = counted_behind(whole, match.end(), near, singular=True)
            if not match["other"] and (kind or not near):
                words = says or " ".join(match[0].lower().split())
                value = next(value for *_, value in numbers(match[0])) if words == "number" else words
                found.append(Claim(match.start(), end, value, kind))
    for start, end, value in numbers(text):
        noun, kind = counted_behind(whole, end)
        if every or (value > (1 if kind else ANYWHERE) and not text[start].isdigit()):
            found.append(Claim(start, noun, value, kind))
    return sorted(found, key=lambda claim: (claim.start, -claim.end))


def numbers(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and value of every number, in words or in digits."""
    place = 0
    for match in _NUMBER.finditer(text):
        if match[0][0].isdigit():
            yield *match.span(), float(match[0].replace(",", ""))
        elif match.start() >= place and (found := spell(text, match.start(), len(text))):
            place = found[0]
            yield match.start(), place, found[1]


def counted_behind(text: str, end: int, near: int = NEAR, singular: bool = False) -> tuple[int, str]:
    """Where the noun ends that is counted, the first among so many words of the sentence, and its kind.

    The end that was given and no kind where there is none.
    """
    words, place, last = table(), 0, end
    singular = singular or text[end : end + 1] == "-"
    for match in _WORD.finditer(text, end, end + REACH):
        word = match[0].lower()
        if place == near or word in words.stops or _SENTENCE_END.search(text, last, match.start()):
            break
        last = match.end()
        if word in words.nouns:
            return last, words.nouns[word]
        is_verb = place == 0 and (word in words.verbs or (singular and word in words.singulars))
        if is_verb or (place < 2 and word in words.pronouns):
            return last, "any"
        place += word not in words.adjectives
    return end, ""


def is_counting(text: str, end: int) -> bool:
    """Whether a year or an id that ends there reads as the number of what follows: “1961 young people”."""
    return text[end : end + 1].isspace() and counted_behind(text, end, 1)[1] != ""

"""Number words and words of quantity that prose may not use without support, by the table `claims.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from ..finders.numerals import ONES, SCALES, TEENS, TENS, either, spell

NEAR = 4  # words between a number word and its noun, the noun included
REACH = 200  # characters between them at most
ANYWHERE = 12  # number words above it are claims without a noun
NUMBER_IN_CODE = "\1"  # stands for code with a number in it
_WORDS = ONES | TEENS | TENS | SCALES
_PARTS = r"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth"
_SPELLED = re.compile(rf"\b(?:an?\s(?={either(SCALES)}\b))?(?:{either(_WORDS)})\b", re.IGNORECASE)
_DIGITS = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d+)?|{NUMBER_IN_CODE}")
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

    `nouns` holds the kind of each noun; `counted` matches what makes a number of the year before it.
    """

    nouns: Mapping[str, str]
    pronouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    quantities: tuple[tuple[re.Pattern, str, int], ...]

    @cached_property
    def counted(self) -> re.Pattern:
        last = either({*self.nouns, *self.pronouns, *self.verbs})
        return re.compile(rf"\s+(?:(?:{either(self.adjectives)})\s+)*(?:{last})(?!\w)", re.IGNORECASE)


@cache
def table() -> Table:
    read = tomllib.loads((resources.files(__package__) / "claims.toml").read_text(encoding="utf-8"))
    rows = read.pop("quantity")
    nouns = {word: kind for kind, words in read.pop("nouns").items() for word in words.lower().split()}
    words = {name: frozenset(" ".join(lists.values()).lower().split()) for name, lists in read.items()}
    parts = {
        "number": either(_WORDS.keys() - {"one"}),
        "part": _PARTS,
        "noun": either(nouns),
        "verb": either(words["verbs"]),
    }
    quantities = tuple((_pattern(row, parts), row.get("says", ""), row.get("near", 0)) for row in rows)
    return Table(nouns=nouns, **words, quantities=quantities)


def _pattern(row: dict, parts: dict[str, str]) -> re.Pattern:
    """The words of a quantity; the group `other` matches a word before that makes them say something else."""
    words = rf"(?:{row['words']})(?!\w)"
    if "not_after" in row:
        words = rf"(?P<other>(?:{row['not_after']}) )?{words}"
    if "not_before" in row:
        words += rf"(?! (?:{row['not_before']})(?!\w))"
    for name, part in parts.items():
        words = words.replace(f"{{{name}}}", f"(?:{part})")
    return re.compile(rf"(?<!\w){words}".replace(" ", r"\s+"), re.IGNORECASE)


def claims(text: str, whole: str = "", digits: bool = False) -> list[Claim]:
    """Every claim of the text in its order; numbers in digits that have a noun only where they are asked for.

    Nouns are looked for in `whole`, the text before anything was blanked.
    """
    whole = whole or text
    found = list(_in_words_of_quantity(text, whole))
    found += [
        claim for claim in _in_number_words(text, whole) if claim.says > (1 if claim.kind else ANYWHERE)
    ]
    found += [
        claim
        for claim in _in_digits(text, whole)
        if claim.kind and (digits or text[claim.start] == NUMBER_IN_CODE)
    ]
    return sorted(found, key=lambda claim: (claim.start, -claim.end))


def stated(text: str) -> list[Claim]:
    """What a sentence of the cable or the words of a source say: every number, and words of quantity."""
    return [
        *_in_words_of_quantity(text, text),
        *_in_number_words(text, text),
        *_in_digits(text, text),
    ]


def spelled(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and value of every number in words."""
    place = 0
    while match := _SPELLED.search(text, place):
        found = spell(text, match.start(), len(text))
        place = found[0] if found else match.end()
        if found:
            yield match.start(), place, found[1]


def _in_number_words(text: str, whole: str) -> Iterator[Claim]:
    for start, end, value in spelled(text):
        noun, kind = counted_behind(whole, end)
        yield Claim(start, noun, value, kind)


def _in_digits(text: str, whole: str) -> Iterator[Claim]:
    for match in _DIGITS.finditer(text):
        in_code = match[0] == NUMBER_IN_CODE
        value = "" if in_code else float(match[0].replace(",", ""))
        end, kind = counted_behind(whole, match.end(), 1 if in_code else NEAR)
        yield Claim(match.start(), end, value, kind)


def _in_words_of_quantity(text: str, whole: str) -> Iterator[Claim]:
    for pattern, says, near in table().quantities:
        for match in pattern.finditer(text):
            if match.groupdict().get("other"):
                continue
            end, kind = counted_behind(whole, match.end(), near, singular=True)
            if kind or not near:
                said = says or " ".join(match[0].lower().split())
                if says == "number":
                    said = next(value for *_, value in spelled(match[0]))
                yield Claim(match.start(), end, said, kind)


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
        is_verb = place == 0 and (word in words.verbs or (singular and _is_singular(word)))
        if is_verb or (place < 2 and word in words.pronouns):
            return last, "any"
        place += word not in words.adjectives
    return end, ""


def kind_of(noun: str) -> str:
    """The kind of what is counted, such as people for “workers”; empty where it is none of the table's."""
    return next((table().nouns[word] for word in noun.lower().split() if word in table().nouns), "")


def _is_singular(word: str) -> bool:
    plurals = {f"{word}s", re.sub("y$", "ies", word), re.sub("man$", "men", word)} - {word}
    return word not in table().adjectives and not plurals.isdisjoint(table().nouns.keys())

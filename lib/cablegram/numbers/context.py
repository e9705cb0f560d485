"""A number with what stands directly round it, for the judgement whether it is a quantity."""

import re
from dataclasses import dataclass
from functools import cached_property

from .units import Unit
from .words import Numeral

_WINDOW = 40  # characters looked at on either side
_OPENS_SENTENCE = re.compile(r"[.!?:;“\"(\n—•*][\s“\"(]*$")


@dataclass(frozen=True)
class Context:
    """A number, the unit read behind it, and whether words such as “over” bound it."""

    text: str
    numeral: Numeral
    unit: Unit
    qualified: bool

    @cached_property
    def written(self) -> str:
        return self.text[self.numeral.start : self.numeral.end]

    @cached_property
    def before(self) -> str:
        return self.text[max(0, self.numeral.start - _WINDOW) : self.numeral.start]

    @cached_property
    def after(self) -> str:
        return self.text[self.numeral.end : self.numeral.end + _WINDOW]

    @property
    def counts(self) -> bool:
        """Whether a unit belongs to it; in “telegram 355.2 Ministers agreed” a mark ends the sentence."""
        marked = re.fullmatch(r"\d+\.\d{1,2}", self.written) and re.match(r"\s[A-Z]", self.after)
        return bool(self.unit.name) and not marked

    @property
    def bare(self) -> bool:
        """Whether it is written in digits without a scale word."""
        return self.numeral.form in ("digits", "grouped") and self.numeral.scale == 1

    @property
    def has_thousands(self) -> bool:
        return self.bare and bool(re.search(r",\s?\d{3}", self.written))

    @property
    def capitalised(self) -> bool:
        """Whether it is a capitalised word within a sentence that is not in capitals altogether."""
        return self.written[0].isupper() and not self.opens_sentence and not self.shouted

    @property
    def opens_sentence(self) -> bool:
        """Whether it is the first word of a sentence, a line or a quotation."""
        return not self.before.strip() or bool(_OPENS_SENTENCE.search(self.before))

    @property
    def shouted(self) -> bool:
        """Whether it stands in a telegram in capitals, where capitals say nothing."""
        letters = [letter for letter in self.before + self.after if letter.isalpha()]
        return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)

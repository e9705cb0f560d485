"""The year of a date without one, where the story told is plainly of an earlier year.

“In August 1956 a plenum met. On August 30 it ended”: a date that opens a sentence with its year tells the
year of what follows in its sentence, and of each date that opens a further sentence of the paragraph. Any
other year named, and any word that counts from the present, ends the story.
"""

import re
from dataclasses import dataclass, replace

from .anchor import Anchor
from .patterns import SPACE, Atom, looks_ahead

_opens = re.compile(
    rf"(?:\A|[.!?:;”\"]{SPACE}|\n)(?:\(?\w{{1,3}}[.)]{SPACE})?(?:In|On|By|At|During|Since|From|Until){SPACE}(?:the{SPACE})?\Z"
)
_sentence_ends = re.compile(r"[a-z0-9)\]”\"][.!?](?=\s+[\"“(A-Z])|\n\s*\n")
_paragraph_ends = re.compile(r"\n[^\S\n]*\r?\n")


@dataclass
class Story:
    """What year is told of as the dates of a text are read in order."""

    text: str
    anchor: Anchor | None
    at: Atom | None = None  # the last date of the story
    end: int = 0
    same_sentence: bool = False

    def placed(self, atom: Atom) -> Atom:
        """The atom in the year of the story, or as it was where no story tells it."""
        gap = slice(self.end, atom.start)
        if self.at and _paragraph_ends.search(self.text[gap]):
            self.at = None
        self.same_sentence = self.same_sentence and not _sentence_ends.search(self.text[gap])
        self.end = atom.end
        opens = bool(_opens.search(self.text[max(0, atom.start - 24) : atom.start]))
        found = self._told(atom) if self.at and (opens or self.same_sentence) else None
        self._follow(found or atom, opens)
        return found or atom

    def _told(self, atom: Atom) -> Atom | None:
        """A partial date at its first place from the last date of the story on, if that is past."""
        if not atom.stretch or not atom.stretch.floating or atom.kind != "partial":
            return None
        if looks_ahead(self.text, atom.start, atom.end):
            return None
        year = self.at.stretch.low[0]
        places = (atom.stretch.in_year(year), atom.stretch.in_year(year + 1))
        last = self.at.stretch.low
        fitting = [place for place in places if place.low[: len(last)] >= last[: len(place.low)]]
        past = fitting and fitting[0].last <= self.anchor.middle
        return replace(atom, stretch=fitting[0]) if past else None

    def _follow(self, atom: Atom, opens: bool) -> None:
        """Begins a story, goes on with it, or ends it."""
        stretch = atom.stretch
        dated = bool(stretch and stretch.low and stretch.high and not stretch.floating)
        told = dated and stretch.low[0] == stretch.high[0] and atom.kind in ("absolute", "partial", "period")
        earlier = told and self.anchor and stretch.low[0] < self.anchor.year
        goes_on = earlier and self.at and stretch.low[0] - self.at.stretch.low[0] in (0, 1)
        if (opens and earlier) or goes_on:
            self.same_sentence = self.same_sentence or opens
            self.at = atom
        elif atom.kind == "recurring" or (stretch and stretch.floating):
            return
        else:
            self.at, self.same_sentence = None, False

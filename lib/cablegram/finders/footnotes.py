"""Footnotes: notes at the foot of a page or at the end of a document."""

import re
from itertools import pairwise

from .forms import FORM
from .lines import Line

_NOTE = re.compile(r"\s*(?:(?:\[\^?)?(?P<number>\d{1,3})(?:\]:?|[.)/]|\\\.)?|[-–•])\s+(?=\S)")
_SOURCE = re.compile(r"source:", re.IGNORECASE)  # begins notes that a capture prints as a list
_RULE = re.compile(r"[_*\-–—=~ ]+$|(?:foot)?notes?:?$", re.IGNORECASE)
# What may stand among the notes or below them.
_SKIPPED = ("source-line", "furniture", "rights", "record-field", "other", "funder", "summary")


def footnotes(lines: list[Line], kinds: list[str]) -> dict[int, str]:
    """The numbers of the lines that are footnotes and the reason; `kinds` holds what is known before.

    A numbered run that ends a page or the document is notes if it speaks so or has a rule above. It is also
    if it begins with 1 and the text calls every number of it, as “telegram [1]” or “Embassy.1”. What goes on
    without a number below a rule (as the Australian edition prints it) is notes too.
    """
    called = {
        int(number) for line in lines for call in FORM["call"].findall(line.text) for number in call if number
    }
    found: dict[int, str] = {}
    for n, (above, line) in enumerate(pairwise(lines), 1):
        ruled = re.fullmatch("_+", above.text) and line.text[0].isdigit()
        if kinds[n] in ("", "footnote") and not _RULE.match(line.text) and (ruled or n - 1 in found):
            found[n] = "between two rules"
    run: list[int] = []
    number, broken, uncalled = 0, False, False
    for n in reversed(range(len(lines))):
        line, kind, mark = lines[n], "footnote" if n in found else kinds[n], _NOTE.match(lines[n].text)
        value = int(mark["number"] or 0) if mark else 0
        says = mark and (FORM["note"] if value else _SOURCE).match(line.text, mark.end())
        listed = says and not value  # “- Source: ...”, which alone would be a source line
        if kind == "page-break":
            run, number, broken, uncalled = [], 0, False, False
        elif broken or line.repeated or _RULE.match(line.text) or (kind in _SKIPPED and not listed):
            continue
        elif (
            mark
            and (listed or kind in ("", "footnote"))
            and (not number or not value or 0 <= number - value <= 1)
        ):
            run.append(n)
            number, uncalled = value, uncalled or value not in called
            ruled = value and n and _RULE.match(lines[n - 1].text)
            if says or ruled or (number == 1 and not uncalled):
                found.update(dict.fromkeys(run, "in a run of notes at the foot of its page"))
                run = []
        elif not kind and not mark and line.indent > 1:
            run.append(n)
        else:
            broken = True
    return found

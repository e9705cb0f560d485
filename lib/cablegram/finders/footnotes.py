"""Footnotes: notes at the foot of a page or at the end of a document."""

import re
from itertools import pairwise

from .forms import FORM, PAGE
from .lines import Line

_SKIPPED = (*PAGE, "other", "running-head")  # what may stand among the notes or below them


def mark_footnotes(lines: list[Line]) -> None:
    """Gives their kind to the lines that are footnotes; what is known of lines before has its kind.

    A numbered run that ends a page or the document is notes if it speaks so or has a rule above. It is also
    if it begins with 1 and the text calls every number of it, as “telegram [1]” or “Embassy.1”. What goes on
    without a number below a rule (as the Australian edition prints it) is notes too.
    """
    calls = (call for line in lines for call in FORM["call"].findall(line.text))
    called = {int(bracketed or raised) for bracketed, raised in calls}
    ruled = False
    for above, line in pairwise(lines):
        ruled = ruled or bool(re.fullmatch("_+", above.text) and line.text[0].isdigit())
        ruled = ruled and line.kind in ("", "footnote") and not FORM["rule"].match(line.text)
        if ruled:
            line.kind, line.reason = "footnote", "between two rules"
    run: list[Line] = []
    number, broken, uncalled = 0, False, False
    for n in reversed(range(len(lines))):
        line, mark = lines[n], FORM["numbered-note"].match(lines[n].text)
        value = int(mark["number"] or 0) if mark else 0
        says = mark and FORM["note" if value else "listed-source"].match(line.text, mark.end())
        listed = says and not value  # “- Source: ...”, which alone would be a source line
        counts = not number or not value or 0 <= number - value <= 1
        if line.kind == "page-break":
            run, number, broken, uncalled = [], 0, False, False
        elif broken or FORM["rule"].match(line.text) or (line.kind in _SKIPPED and not listed):
            continue
        elif mark and counts and (listed or line.kind in ("", "footnote")):
            run.append(line)
            number, uncalled = value, uncalled or value not in called
            ruled = value and n and FORM["rule"].match(lines[n - 1].text)
            if says or ruled or (number == 1 and not uncalled):
                for note in run:
                    note.kind, note.reason = "footnote", "in a run of notes at the foot of its page"
                run = []
        elif not line.kind and not mark and line.indent > 1:
            run.append(line)
        else:
            broken = True

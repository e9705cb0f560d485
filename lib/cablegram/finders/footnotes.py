"""Footnotes: notes at the foot of a page or at the end of a document."""

import re
from itertools import pairwise, takewhile, zip_longest

from .lines import Line

_NOTE = re.compile(r"\s*(?:\[\^?)?(?P<number>\d{1,3})(?P<mark>\]:?|[.)/]|\\\.)?\s+(?=\S)")
_SAYS = re.compile(
    r"(?:source\b|see\b|supra|infra|ibid|not (?:printed|found|declassified|attached)|attached but|"
    r"drafted (?:by|on)|dated|printed (?:in|from|below|above)|reference (?:is|to)|text (?:in|of|printed|not)|"
    r"same as|quoted|brackets? in|in telegram|telegrams? \d|documents? \d|ante\b|post\b|"
    r"department of state\b|foreign relations\b|"
    r"for (?:text|documentation|a (?:record|report|summary|memorandum)|the text)|"
    r"(?:omission|ellipsis|emphasis) in|handwritten|"
    r"this (?:letter|memorandum|telegram|airgram|message) (?:was|is)|"
    r"a (?:note|typed|handwritten|copy|stamped|notation|marginal))\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_*\-–—=~ ]+$|(?:foot)?notes?:?$", re.IGNORECASE)
_CALL = re.compile(
    r"(?<=[\w.,;:”’) ])\[(\d{1,3})\]|(?:(?<=[a-z”’)])|(?<=[a-z][.,;:]))(\d{1,3})(?![\w\d,.:/–-]\w|\w)"
)
_BULLET = re.compile(r"[-–•]\s+")
_BARE = re.compile(r"\d{1,3}\s+\S")
_LINE = re.compile(r"_+")  # the rule that the Australian edition prints above its notes
# What may stand among the notes or below them.
_SKIPPED = (
    "source-line",
    "furniture",
    "rights",
    "record-field",
    "other",
    "funder",
    "summary",
    "running-head",
)


def footnotes(lines: list[Line], kinds: list[str]) -> dict[int, str]:
    """The numbers of the lines that are footnotes and the reason; `kinds` holds what is known before."""
    found = _between_rules(lines, kinds) | _bulleted(lines)
    open_kinds = [("footnote" if n in found else kind) for n, kind in enumerate(kinds)]
    return found | _numbered(lines, open_kinds)


def _between_rules(lines: list[Line], kinds: list[str]) -> dict[int, str]:
    """What stands between two rules and begins with a number is notes, whatever their paragraphs."""
    found: dict[int, str] = {}
    for n, (above, line) in enumerate(pairwise(lines), 1):
        open_line = kinds[n] in ("", "footnote") and not _RULE.match(line.text)
        if open_line and (n - 1 in found or (_LINE.fullmatch(above.text) and _BARE.match(line.text))):
            found[n] = "between two rules"
    return found


def _bulleted(lines: list[Line]) -> dict[int, str]:
    """Some captures print notes as a list at the end; the first of it says “Source:”."""
    bullets = list(takewhile(lambda n: _BULLET.match(lines[n].text), range(len(lines) - 1, -1, -1)))
    first = _BULLET.sub("", lines[bullets[-1]].text) if bullets else ""
    says = re.match(r"source:", first, re.IGNORECASE)
    return dict.fromkeys(bullets, "in the last list, which begins with the source") if says else {}


def _numbered(lines: list[Line], kinds: list[str]) -> dict[int, str]:
    """A numbered run that ends a page or the document is notes if it speaks so or has a rule above.

    It is also if it begins with 1 and the text calls every number of it, as “telegram [1]” or “Embassy.1”.
    """
    called = {int(number) for line in lines for call in _CALL.findall(line.text) for number in call if number}
    found: dict[int, str] = {}
    run: list[int] = []
    number, broken, uncalled = 0, False, 0
    for n, above in zip_longest(reversed(range(len(lines))), lines[-2::-1]):
        line, kind = lines[n], kinds[n]
        mark = _NOTE.match(line.text)
        if kind == "page-break":
            run, number, broken, uncalled = [], 0, False, 0
        elif broken or kind in _SKIPPED or _RULE.match(line.text):
            continue
        elif kind in ("", "footnote") and mark and (not number or 0 <= number - int(mark["number"]) <= 1):
            run.append(n)
            number = int(mark["number"])
            uncalled += number not in called
            ruled = above is not None and _RULE.match(above.text)
            if ruled or _SAYS.match(line.text, mark.end()) or (number == 1 and not uncalled):
                found.update(dict.fromkeys(run, "in a numbered run at the foot of its page"))
                run = []
        elif not kind and not mark and line.indent > 1:
            run.append(n)
        else:
            broken = True
    return found

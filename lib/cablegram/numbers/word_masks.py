"""Number words that are no quantity: names, ordinals, idioms, and “one” as a pronoun."""

import re

from .context import Context
from .unit_words import COMPARED, STOPS

_CLOCK = re.compile(r"\s?o[’'`]?\s?clock\b|\s[ap]\.?\s?m\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:[-‐ ]|\s+and\s+)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth"
    r"|\w+teenth|\w+tieth|hundredth|thousandth)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"[-‐](?:way|sided?|fold|faced|handed|edged|by|time|off|self|fifty|party\srule)\b|[’']s\b", re.IGNORECASE
)
_DETERMINED = re.compile(
    r"(?:\b(?:no|any|every|each|this|that|which|some|another|such|what|whatever|number)\s+|[-’'])$",
    re.IGNORECASE,
)
# “On the one hand”, “for one thing”, “at one time”.
_ONE_IDIOM = re.compile(
    r"\b(?:on(?:\s+the)?\s+one\s+(?:hand|side)|for\s+one\s+thing|at\s+one\s+(?:time|point|stage)|(?:in\s+)?one\s+way"
    r"|one\s+(?:another|or\s+another|by\s+one|after|and\s+all))\b",
    re.IGNORECASE,
)
# “One day he came” is no duration, “for one day” is.
_ONE_DAY = re.compile(
    r"(?:for|in|within|of|after|least|about|only|than|just|per|every|another|or|by|last(?:s|ed|ing)?)\s+$",
    re.IGNORECASE,
)
_HALF_OF_TIME = re.compile(
    r"\b(?:first|second|latter|other|better|former|last|next|this|time|every|each)\s+$", re.IGNORECASE
)
_HALF_MEASURE = re.compile(r"-(?:hour|million|ton|mile|year|day|month|dozen)")
_HALF_SHARE = re.compile(
    r"\s+(?:\(or|of|the|an?|his|her|their|its|our|this|that|these|those|as|hour|million|percent)\b|-"
)
_HALF_BEFORE = re.compile(r"\b(?:by|only|least|than|one|and)\s+$", re.IGNORECASE)


def reason(context: Context) -> str:
    """Why these number words are no quantity, empty where nothing speaks against it."""
    return next((name for name, holds in _CHECKS.items() if holds(context)), "")


def _is_name(context: Context) -> bool:
    """“The Four Powers”, “the First Five-Year Plan”; “Two Koreans came” opens its sentence."""
    if not context.capitalised:
        return False
    alone = context.before.endswith("the ") and not context.unit.name  # “the Five”
    return alone or bool(re.match(r"[-\s][A-Z][a-z]", context.after))


def _is_clock_time(context: Context) -> bool:
    zero = context.written.lower() == "zero" and re.match(r"[\s-](?:hour|sum|option)\b", context.after)
    return bool(zero or _CLOCK.match(context.after))


def _is_ordinal(context: Context) -> bool:
    written = context.written.lower()
    if context.numeral.form != "fraction":
        return bool(_ORDINAL.match(context.after))
    if re.fullmatch(r"one[\s-]+(?:hundredth|thousandth|twentieth)", written):
        return not re.match(r"\s+of\b", context.after)
    if not re.fullmatch(r"an?[\s-]+\w+", written) or written.endswith("half"):
        return False
    # “A fifth plenum” is an ordinal; “a fifth of”, “by a third”, “a third less” are shares. “Two stations
    # were opened. A third is being built” counts on.
    if context.opens_sentence and written.endswith("d") and re.match(r"\s+(?:is|was|has)\b", context.after):
        return True
    following = re.match(r"\s+([^\W\d_]+)", context.after)
    return bool(following) and following[1].lower() not in STOPS | COMPARED


def _is_compound(context: Context) -> bool:
    if context.numeral.form == "fraction":
        return False
    return bool(re.search(r"\w[-‐]$", context.before) or _COMPOUND.match(context.after))


def _is_pronoun(context: Context) -> bool:
    """“One” is a pronoun unless a noun in the singular follows it."""
    if context.written.lower() != "one" or context.qualified:
        return False
    following = re.match(r"[\s-]+\[?([^\W\d_]+(?:[’']\w+)?)", context.after)
    word = following[1].lower() if following else ""
    if re.match(r"\s(?:more\s)?\w+-[a-z]", context.after):
        return False  # “one three-regiment division”
    if not word or word in STOPS or _DETERMINED.search(context.before):
        return True
    if word == context.unit.name == "day" and not _ONE_DAY.search(context.before):
        return True
    if re.search(r"[^sui’'ʼ]s$", word) and " " not in context.unit.name and context.after[:1] != "-":
        return bool(context.unit.name)  # a verb: “one sees”
    return bool(_ONE_IDIOM.search(f"{context.before[-8:]}one{context.after}"))


def _is_no_share(context: Context) -> bool:
    """“The first half of 1960”, “half-hearted”, “half empty”."""
    written = context.written.lower()
    if context.numeral.form != "fraction" or not written.endswith("half") or " and " in written:
        return False
    if _HALF_OF_TIME.search(context.before):
        return True
    if written != "half" or context.qualified:
        return False
    if context.after[:1] == "-":
        return not _HALF_MEASURE.match(context.after)
    return not _HALF_SHARE.match(context.after) and not _HALF_BEFORE.search(context.before)


_CHECKS = {
    "name": _is_name,
    "clock time": _is_clock_time,
    "ordinal": _is_ordinal,
    "compound": _is_compound,
    "pronoun": _is_pronoun,
    "no share": _is_no_share,
}

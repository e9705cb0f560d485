"""What the marks of the map tell: names in each script, the words of the cable, what it is, how sure."""

from html import escape
from typing import TYPE_CHECKING

from ..addresses import link
from ..places import distance_to_border_km, in_words
from .locator import SEATS
from .svg import Mark
from .timeline import plain

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..document import Document

TONGUES = {"ko": "Korean", "ko-Hani": "characters", "zh-Hans": "Chinese", "zh-Hant": "Chinese, full form"}
AROUND = 60  # characters of the cable shown on either side of a name


def names_in(place: dict) -> dict[str, str]:
    """The names of a place in other scripts, by language tag."""
    names = place["names"] if isinstance(place["names"], (list, tuple)) else []
    return {name["lang"]: name["text"] for name in names if name["lang"] in TONGUES}


def sentences_of(cable: "Document", place: str) -> list[str]:
    """The ids of the sentences of the body that name a place, in order."""
    rows = cable.mentions[(cable.mentions.entity == f"place:{place}") & (cable.mentions.form == "name")]
    body = set(cable.sentences.id[cable.sentences.kind == "body"])
    found = list(dict.fromkeys(rows.sentence))
    return [sentence for sentence in found if sentence in body] or found


def marks(cable: "Document", keys: list[str]) -> dict[str, Mark]:
    """One mark per place, with the crux and option it stands for where it is a candidate."""
    rows = cable.places.set_index("id", drop=False)
    return {key: Mark(_spoken(cable, rows.loc[key]), f"#place-{key}", _options(cable, key)) for key in keys}


def _spoken(cable: "Document", place) -> str:
    """All of it in one sentence, for the ear and for the pointer."""
    names = "; ".join(f"{TONGUES[tongue]} {name}" for tongue, name in names_in(place).items())
    where = ", ".join(sentences_of(cable, place.id))
    parts = [place["name"] + (f" ({names})" if names else ""), f"In the cable: {where or 'not named'}"]
    parts += [
        f"{row.text} {row.counted}"
        for row in cable.quantities.itertuples()
        if row.place == place.id and row.measure == "stock"
    ]
    return ". ".join([*parts, plain(place.identity).rstrip("."), f"Certainty: {place.certainty}."])


def _options(cable: "Document", key: str) -> dict[str, str]:
    rows = cable.candidates[cable.candidates.is_place == key]
    if rows.empty:
        return {}
    return {"data-crux": rows.place.iloc[0], "data-option": rows.option.iloc[0]}


def cards(cable: "Document", keys: list[str]) -> dict[str, str]:
    """The same for the eye, as HTML with language marks and links to the sentences."""
    rows = cable.places.set_index("id", drop=False)
    return {key: _card(cable, rows.loc[key]) for key in keys}


def _card(cable: "Document", place) -> str:
    names = ", ".join(
        f'<span lang="{tongue}">{escape(name)}</span>' for tongue, name in names_in(place).items()
    )
    said = "".join(
        f"<br>{_said(cable, place.id, sentence)}" for sentence in sentences_of(cable, place.id)[:2]
    )
    identity = escape(plain(place.identity))
    return (
        f"<strong>{escape(place['name'])}</strong> {names}{said}<br>{identity} "
        f"Certainty: {escape(place.certainty)}."
    )


def _said(cable: "Document", place: str, sentence: str) -> str:
    """The words of the cable round the name, with the link to their sentence."""
    row = cable.mentions[
        (cable.mentions.entity == f"place:{place}") & (cable.mentions.sentence == sentence)
    ].iloc[0]
    whole = cable.sentences.set_index("id").loc[sentence]
    start, end = max(whole.start, row.start - AROUND), min(whole.end, row.end + AROUND)
    words = cable.text[start:end].strip()
    words = words if start == whole.start else f"…{words.partition(' ')[2]}"
    words = words if end == whole.end else f"{words.rpartition(' ')[0]}…"
    return f'“{escape(words)}” <a href="{link(f"s-{sentence}")}">{sentence}</a>'


def table(cable: "Document", keys: list[str]) -> "DataFrame":
    """One row per place of the map: names, where the cable has it, what it is, how sure, how far off."""
    from pandas import DataFrame

    rows = [
        _row(cable, place) for place in cable.places.set_index("id", drop=False).loc[keys].to_dict("records")
    ]
    frame = DataFrame(rows)
    frame.attrs["lang"] = {"Korean": "ko", "Characters": "ko-Hani", "Chinese": "zh-Hans"}
    return frame


def _row(cable: "Document", place: dict) -> dict[str, str]:
    names = names_in(place)
    return {
        "Place": place["name"],
        "Korean": names.get("ko", ""),
        "Characters": names.get("ko-Hani", ""),
        "Chinese": names.get("zh-Hans", ""),
        "In the cable": ", ".join(sentences_of(cable, place["id"])) or "not named",
        "Identification": plain(place["identity"]),
        "Certainty": place["certainty"],
        "Kilometres to the border": _away(place) if place["id"] not in SEATS else "",
    }


def _away(place: dict) -> str:
    """How far a place is from the border; the line is too coarse to tell less than the least from none."""
    if place["lon"] != place["lon"]:
        return ""
    return in_words(distance_to_border_km((place["lon"], place["lat"])))

"""Registers that hold prose, as entries: a heading, what is known, how certain, and where it stands."""

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from . import Shown, linked, prose_html, prose_text, quoted, sentence_link
from .evidence import evidence
from .foot import at_the_foot
from .when import when

if TYPE_CHECKING:
    from ..cable import Cable

_NONE = "The register of {} has no rows."
Entry = tuple[str, str, list[str]]  # address, heading, paragraphs of HTML


def show(cable: "Cable", register: str) -> Shown:
    """The entries of one register, each with its address."""
    made = list(ENTRIES[register](cable))
    html = "".join(_html(*entry) for entry in made) or f"<p>{_NONE.format(register)}</p>"
    text = "\n".join(prose_text(heading) for _, heading, _ in made)
    html = f'<div class="cg-entries" id="register-{register}">{html}{at_the_foot(cable, register)}</div>'
    html = linked(html, cable.has_pages)
    return Shown(html, text or _NONE.format(register))


def _html(address: str, heading: str, paragraphs: list[str]) -> str:
    body = "".join(
        part if part.startswith(("<ul", "<p")) else f"<p>{part}</p>" for part in paragraphs if part
    )
    return f'<div id="{escape(address)}"><h4>{heading}</h4>{body}</div>'


def _quiet(html: str) -> str:
    """A paragraph in small type; nothing where there is nothing to say."""
    return f'<p class="cg-quiet">{html}</p>' if html else ""


def _people(cable: "Cable") -> Iterable[Entry]:
    return _bodies(cable, "people", "person")


def _offices(cable: "Cable") -> Iterable[Entry]:
    return _bodies(cable, "offices", "office")


def _bodies(cable: "Cable", register: str, kind: str) -> Iterable[Entry]:
    for row in cable.registers[register].itertuples():
        yield (
            f"{kind}-{row.id}",
            escape(row.name),
            [
                prose_html(row.identity),
                prose_html(row.note),
                _named(cable, f"{kind}:{row.id}"),
                _certain(cable, row.certainty, row.sources),
            ],
        )


def _places(cable: "Cable") -> Iterable[Entry]:
    for row in cable.places.itertuples():
        point = (
            f"{row.lat:.3f}° N, {row.lon:.3f}° E ({escape(row.coordinates_from)})"
            if row.lat == row.lat
            else "No point on the map."
        )
        yield (
            f"place-{row.id}",
            escape(row.name),
            [
                prose_html(row.identity),
                _scripts(row.names),
                point
                + (f"{'.' * point.endswith(')')} Opposite: {escape(row.opposite)}." if row.opposite else ""),
                prose_html(row.note),
                _named(cable, f"place:{row.id}"),
                _certain(cable, row.certainty, row.sources),
            ],
        )


def _notes(cable: "Cable") -> Iterable[Entry]:
    for row in cable.notes.itertuples():
        others = "".join(f"<li>{prose_html(one)}</li>" for one in row.alternatives)
        yield (
            f"note-{row.id}",
            escape(row.title),
            [
                _quiet(f"On {quoted(row)}"),
                prose_html(row.claim),
                *(["Otherwise:", f"<ul>{others}</ul>"] if others else []),
                _quiet(
                    f"{escape(', '.join(row.types).capitalize())}. Certainty {escape(row.certainty)}. "
                    f"Evidence: {evidence(cable, row.evidence)}."
                ),
            ],
        )


def _sources(cable: "Cable") -> Iterable[Entry]:
    for row in cable.sources.itertuples():
        work = ", ".join(
            part
            for part in (
                escape(row.author),
                f"<em>{escape(row.title)}</em>" if row.title else "",
                escape(when(row.date)),
                escape(row.archive),
            )
            if part
        )
        lang = f' lang="{escape(row.lang)}"' if row.lang and row.lang != "en" else ""
        yield (
            f"source-{row.id}",
            work,
            [
                prose_html(row.fact),
                f"<q{lang}>{escape(row.words, quote=False)}</q>",
                f"In English (of this edition): {escape(row.translation)}" if row.translation else "",
                _quiet(f"Grade {escape(row.grade)}. {_addresses(row)}"),
            ],
        )


def _addresses(row: object) -> str:
    known = [
        f"{label}: {_web(url)}" for label, url in (("Address", row.address), ("Read at", row.read_at)) if url
    ]
    return ". ".join(known[:1] if row.address == row.read_at else known)


def _web(url: str) -> str:
    """A link that shows the site only; the print style writes addresses out."""
    if not url.startswith(("http://", "https://")):
        return escape(url)
    return f'<a href="{escape(url)}">{escape(url.split("/")[2].removeprefix("www."))}</a>'


def _cruxes(cable: "Cable") -> Iterable[Entry]:
    for crux, options in cable.readings.groupby("crux", sort=False):
        first = options.iloc[0]
        anchors = "; ".join(quoted(span) for span in first.anchors)
        taken = [_option(row) for row in options.itertuples()]
        yield (
            f"crux-{crux}",
            escape(first.title),
            [_quiet(anchors), prose_html(first.question), *taken],
        )


def _option(row: object) -> str:
    default = ", the default" if row.default else ""
    against = f" <em>Against:</em> {prose_html(row.against)}" if row.against else ""
    return (
        f'<p id="reading-{escape(row.crux)}-{escape(row.option)}"><strong>{escape(row.wording)}</strong> '
        f"(<code>{escape(row.crux)}={escape(row.option)}</code>{default}; "
        f"certainty {escape(row.certainty)}). "
        f"{prose_html(row.argument)}{against}</p>"
    )


ENTRIES: dict[str, Callable[["Cable"], Iterable[Entry]]] = {
    "people": _people,
    "offices": _offices,
    "places": _places,
    "notes": _notes,
    "sources": _sources,
    "readings": _cruxes,
}


# ---- what entries share


def sentences_of(rows: object) -> str:
    """The sentences of some rows as links, each once."""
    return " ".join(sentence_link(sentence) for sentence in dict.fromkeys(rows.sentence) if sentence)


def _named(cable: "Cable", entity: str) -> str:
    """The forms of a name with the sentences of each."""
    found = cable.mentions[cable.mentions.entity == entity]
    forms = (
        f"“{escape(str(form), quote=False)}” {sentences_of(rows)}"
        for form, rows in found.groupby("text", sort=False)
    )
    words = "; ".join(forms)
    return _quiet(f"In the text: {words}" if words else "")


def _scripts(names: list[dict]) -> str:
    forms = (
        f'<span lang="{escape(one["lang"])}">{escape(one["text"])}</span>'
        + (f" ({escape(one['grade'])})" if one["grade"] != "seen" else "")
        for one in names
    )
    return ", ".join(forms)


def _certain(cable: "Cable", certainty: str, sources: list[str]) -> str:
    links = evidence(cable, [f"source:{source}" for source in sources])
    return _quiet(f"Certainty {escape(certainty)}{'; ' + links if links else ''}.")

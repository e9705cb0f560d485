"""The figures of this edition: each joins a drawing to its words and its table."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ..bounds import Bounds
from ..wording import in_words
from . import document_charts, flow, locator, map_words, maps, publish, quantity_charts
from . import timeline as timeline_chart
from . import totals as totals_chart
from .told import Told

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from ..results import Result

HEADINGS = {"text": "Words", "edtf": "Date", "edtf_spoken": "From the talk", "edtf_written": "From the paper"}


def fingerprint(told: Told) -> publish.Published:
    """The document at a glance: a bar per sentence and what it holds."""
    cable = told.cable
    named = cable.mentions[(cable.mentions.form == "name") & cable.mentions.entity.str.startswith("place:")]
    holds = {"Numbers": cable.quantities, "Dates": cable.dates, "Places": named, "Doubts": cable.anomalies}
    counts = {key.lower(): int(told.sentences.id.isin(rows.sentence).sum()) for key, rows in holds.items()}
    words = told.words("fingerprint", body=len(told.sentences), **counts)
    table = told.sentences[["id"]].rename(columns={"id": "sentence"})
    table["characters"] = told.sentences.text.str.len()
    for key, rows in holds.items():
        table[key] = [int((rows.sentence == name).sum()) for name in table.sentence]
    figure = document_charts.fingerprint(told.sentences, holds, *_heads(words))
    return _published(figure, "fingerprint", words, table)


def numbers(told: Told) -> publish.Published:
    """Every number of the cable, with its bounds."""
    rows = told.cable.quantities
    words = told.words("numbers", open=in_words(int((rows.low.isna() | rows.high.isna()).sum())))
    kinds = {each: kind.lower() for kind, several in quantity_charts.KINDS.items() for each in several}
    table = rows.assign(measure=rows.measure.map(kinds))
    table = table[["text", "counted", "population", "measure", "relation", "low", "high", "sentence"]]
    places = dict(zip(told.cable.places.id, told.cable.places.name, strict=True))
    return _published(quantity_charts.numbers(rows, places, *_heads(words)), "numbers", words, table)


def stations(told: Told) -> publish.Published:
    """The station numbers against the total, under the reading declared."""
    cable, together = told.cable, told.results["stations-sum"]
    options = cable.readings[cable.readings.crux == "stations"].set_index("option").wording
    taken = together.readings["stations"]
    words = told.words("stations", reading=options[taken])
    names = cable.places.set_index("id").name.str.removesuffix(" County")
    doubtful = names.index.isin(cable.candidates.place)
    names = names.where(~doubtful, names + ",\nas printed")
    rows = cable.quantities.assign(place=cable.quantities.place.map(names))
    table = rows[rows.id.isin(("total", *quantity_charts.STATIONS))]
    return _published(
        quantity_charts.stations(rows, together.value, *_heads(words)),
        "stations",
        words,
        table[["text", "place", "as_of", "low", "high", "sentence"]],
    )


def rates(told: Told) -> publish.Published:
    """Arrivals a day by each route, with what it takes for granted."""
    from pandas import DataFrame

    groups = [_holding(told, keys) for keys in (quantity_charts.INSIDE, quantity_charts.OUTSIDE)]
    inside, outside = (
        "; ".join(f"{quantity_charts.heading(each.title)}: {each.wording}" for each in group)
        for group in groups
    )
    count = in_words(sum(map(len, groups)))
    words = told.words("rates", count=count, inside=inside, outside=outside)
    routes = [each for group in groups for each in group]
    rows = [(each.title, each.wording, each.formula, "; ".join(each.assumptions)) for each in routes]
    table = DataFrame(rows, columns=["Route", "People a day", "Worked out as", "Taken for granted"])
    looks = [[_as_worded(each) for each in group] for group in groups]
    return _published(quantity_charts.rates(*looks, *_heads(words)), "rates", words, table)


def _holding(told: Told, keys: tuple[str, ...]) -> list["Result"]:
    """The results of these ids that are numbers under the readings chosen."""
    found = [told.results[key] for key in keys if key in told.results]
    return [each for each in found if isinstance(each.value, Bounds)]


def _as_worded(route: "Result") -> "Result":
    """The route with a number marked approximate where its wording had to say so."""
    bounds = replace(route.value, approximate=True) if route.wording.startswith("about ") else route.value
    return replace(route, value=bounds)


def totals(told: Told) -> publish.Published:
    """The total beside the numbers of others, each over its period."""
    from pandas import DataFrame

    counts, words = totals_chart.counts(told.cable), told.words("totals")
    rows = [(each.words, each.of, each.when, each.caution) for each in counts]
    table = DataFrame(rows, columns=["Number", "Of", "Period", "Beware"])
    return _published(totals_chart.totals(counts, *_heads(words)), "totals", words, table)


def through(told: Told) -> publish.Published:
    """The way through the stations; raises `ValueError` where their numbers are not people present."""
    from pandas import DataFrame

    moved_on = told.results["stations-remainder"]
    if moved_on.value is None:
        raise ValueError(f"figure 'flow' cannot be drawn under this reading: {moved_on.statement}")
    said = dict(zip(told.cable.quantities.id, told.cable.quantities.text, strict=True))
    several = flow.stages(
        said, {name: each.forms.get("words", each.wording) for name, each in told.results.items()}
    )
    words = told.words("flow")
    rows = [(each.name, each.number, each.meant, each.onward, _aside(each)) for each in several]
    table = DataFrame(rows, columns=["Stage", "Number", "Meant", "On to the next", "Beside"])
    return _published(flow.flow(several, *_heads(words)), "flow", words, table)


def _aside(stage: flow.Stage) -> str:
    return "; ".join(" ".join(aside) for aside in stage.asides)


def voices(told: Told) -> publish.Published:
    """Who vouches for each sentence."""
    names = dict(zip(told.cable.speakers.id, told.cable.speakers.name.map(_short), strict=True))
    inner = told.spoken.chain.str.split(" > ").str[-1].map(names).value_counts(sort=False)
    each = ", ".join(f"{name} {count}" for name, count in inner.items())
    words = told.words("voices", body=len(told.sentences), each=each)
    figure = document_charts.voices(told.sentences, told.spoken, names, *_heads(words))
    table = told.spoken[["sentence", "through", "basis", "certainty"]]
    return _published(figure, "voices", words, table)


def _short(name: str) -> str:
    """The name of a voice as a label."""
    for part in ("the ", "People’s ", " of 8 November", " Zaixiu", "Civil Affairs "):
        name = name.replace(part, "")
    return name[0].upper() + name[1:]


def timeline(told: Told) -> publish.Published:
    """What happened when, by the clock of the talk and by that of the paper."""
    events, words = told.cable.timeline, told.words("timeline")
    table = events.assign(event=events.event.map(timeline_chart.plain))
    table = table[["event", "layer", "edtf", "edtf_spoken", "edtf_written", "rule", "certainty", "sentence"]]
    figure = timeline_chart.timeline(events, *_heads(words))
    return _published(figure, "timeline", words, table)


def stations_map(told: Told) -> publish.Published:
    """The places as printed, the station numbers and the candidates, whatever the readings chosen."""
    cable, told = told.cable, Told(told.cable) if told.readings else told
    drawn = {*maps.where(cable.places), *maps.REGIONS, "houeryong"}
    keys = [key for key in cable.places.id if key in drawn]
    near = [key for key in quantity_charts.STATIONS if f"distance-{key}" in told.results]
    words = told.words("map", onriver=in_words(len(near)))
    return _published(
        maps.draw_map(cable.places, cable.candidates, cable.quantities, words["below"], *_heads(words)),
        "map",
        words,
        map_words.table(cable, keys),
        marks=map_words.marks(cable, keys),
        cards=map_words.cards(cable, keys),
    )


def where(told: Told) -> publish.Published:
    """The province and the seats of those to whom the cable was sent, small."""
    words, places = told.words("where"), told.cable.places.set_index("id")
    named = {"north-hamgyong": "the frame"} | {key: places.point_of[key] for key in locator.SEATS}
    first = told.cable.mentions.drop_duplicates("entity").set_index("entity").sentence
    table = places.loc[list(named), ["name"]].rename(columns={"name": "place"})
    table["on the map"] = list(named.values())
    table["first named in"] = [first[f"place:{key}"] for key in named]
    regions = {places.name[key].upper(): point for key, point in maps.LANDS.items()}
    regions[places.name["north-hamgyong"].removesuffix(" Province").replace(" ", "\n")] = maps.BELOW_THE_FRAME
    figure = locator.draw_alone(told.cable.places, regions, maps.WINDOW, *_heads(words))
    marks = map_words.marks(told.cable, list(locator.SEATS))
    return _published(figure, "where", words, table, marks=marks)


def _heads(words: dict[str, str]) -> tuple[str, str, str]:
    return words["title"], words["subtitle"], words["foot"]


def _published(
    figure: "Figure", name: str, words: dict[str, str], table: "DataFrame", **options: object
) -> publish.Published:
    return publish.publish(
        figure,
        name,
        alt=words["alt"],
        caption=words["caption"],
        source=words["source"],
        table=_plain(table),
        **options,
    )


def _plain(table: "DataFrame") -> "DataFrame":
    """A copy for readers: headings as words, no tail of zeros, blanks for what is not given."""
    rows = table.astype(object).where(table.notna(), "")
    for column in ("low", "high"):
        if column in rows:
            rows[column] = [value if value == "" else f"{value:,.0f}" for value in rows[column]]
    return rows.rename(columns=lambda name: HEADINGS.get(name, name[0].upper() + name[1:].replace("_", " ")))

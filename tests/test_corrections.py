"""Corrections of fact: what the registers say of points on which version 0.1.0 was wrong or too sure.

A row of the table has the words that stand now, and those that stood and must not come back.
"""

import pytest
from cablegram import load


@pytest.fixture(scope="module")
def cable():
    return load()


def cell(cable, register, id, column):
    value = cable.registers[register].set_index("id").loc[id, column]
    return "; ".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(
    ("register", "id", "column", "holds", "no_longer"),
    [
        # sources: nothing said of a passage that its words do not bear
        ("sources", "ministries-may-1961-reason", "words", "mainly it is because", ""),
        ("sources", "ministries-may-1961-causes", "fact", "main reason", "before they are listed"),
        ("sources", "border-record-1955-smugglers", "fact", "not on crossers in general", ""),
        ("sources", "border-record-1955-smugglers", "words", "走私和其他一般罪犯", ""),
        ("sources", "border-record-1955-interior", "fact", "spies", "work at this border belonged"),
        ("sources", "border-record-1955-crossings", "fact", "one of two points", ""),
        ("sources", "chongjin-status", "fact", "in 1961 Chongjin was a city", "unverified"),
        ("sources", "encykorea-onsong", "fact", "In 1945", "is bounded"),
        ("sources", "encykorea-kyongsong", "fact", "In 1945", "which had one"),
        ("sources", "encykorea-kyonghung", "fact", "In 1945", ""),
        ("sources", "encykorea-kyongwon", "fact", "In 1945", ""),
        ("sources", "summary-1959", "archive", "118-00777-01, 43-48", ""),
        ("sources", "summary-1959", "author", "Ji Pengfei", ""),
        ("sources", "neighbouring-file-1962", "title", "Requests from the Relatives", "Paper on"),
        ("sources", "neighbouring-file-1962", "fact", "does not agree", "papers of 1962"),
        ("sources", "dailynk-2009", "title", "재일동포사업국", "as far as the address"),
        ("sources", "protocol-1964", "archive", "106-01434-04, 61-69", ""),
        ("sources", "smith-protocol-1964", "fact", "the rule of return", ""),
        ("sources", "shen-rationing", "fact", "first of five causes", "as the first cause"),
        ("sources", "shen-reception-stations", "fact", "says otherwise", ""),
        ("sources", "shen-xia-2014", "fact", "abstract and opening", "only its opening"),
        ("sources", "shen-xia-2014-causes", "fact", "in words that it quotes", ""),
        ("sources", "shen-1958-request", "fact", "at the end of 1958", ""),
        ("sources", "dispatch-059-jin", "fact", "as its example", ""),
        ("sources", "ryang-2023", "fact", "in the province", "in the region"),
        ("sources", "wilson-collection", "grade", "C", "A"),
        ("sources", "kim-kwanghui-2018", "title", "북한 이주와 민족정체성", ""),
        ("sources", "kim-kwanghui-2018", "fact", "basis of the estimate was not seen", ""),
        # the doubtful passages
        ("readings", "treatment-now", "certainty", "medium", ""),
        ("readings", "treatment-now", "argument", "Callan 2011", ""),
        ("readings", "treatment-now", "against", "treated as Koreans returning", ""),
        ("readings", "kyongsong-printed", "against", "Chongjin, Musan, Yonsa and Orang", "Puryong"),
        ("readings", "kyongsong-printed", "argument", "probably adjoined Musan", "Kyongsong adjoined"),
        ("readings", "kyongsong-printed", "evidence", "source:nkchosun-yonsa", "encykorea-kyongsong"),
        ("readings", "kyongsong-chongsong", "argument", "May 1974", ""),
        ("readings", "kyongsong-kyongwon", "argument", "until 1977", ""),
        ("readings", "houeryong-hunyung", "argument", "one of two points", "official crossings"),
        ("readings", "houeryong-hunyung", "against", "weak reason", "never a city"),
        ("readings", "stations-stock", "against", "a minimum", ""),
        ("readings", "stations-flow", "against", "less than 15.2", "accident"),
        (
            "readings",
            "summer-y1961",
            "against",
            "single men were handed back",
            "so the province would have acted",
        ),
        ("readings", "offices-one", "argument", "21 October 1959", "existed from 1959"),
        # numbers
        ("quantities", "stay", "note", "a minimum", "observation"),
        ("quantities", "documents", "note", "not a number of arrivals", ""),
        ("quantities", "onsong", "note", "if *over* is bounded", ""),
        ("quantities", "fled", "note", "if *over* is bounded", ""),
        ("outside", "pak-may-1961", "scope", "China’s Korean minority", "All crossers"),
        ("outside", "pak-may-1961", "comparable", "may be short", ""),
        ("outside", "crossed-liaoning-1961", "comparable", "[715]", ""),
        ("outside", "stopped-may-1961", "comparable", "same number for the crossings near Andong", ""),
        ("outside", "japan-1961", "relation", "over", "about"),
        ("outside", "migrants-1961-1962", "comparable", "basis was not seen", "a scholar’s estimate"),
        ("dates", "now-measures", "note", "no number of arrivals", "depends on it"),
        # places and offices
        ("places", "kyongsong", "identity", "Chongjin, Musan, Yonsa and Orang", ""),
        ("places", "chongjin", "note", "a city of the province", "unverified"),
        ("places", "chongjin", "sources", "cybernk-nanam; cybernk-chongam", ""),
        ("places", "musan", "note", "December 1952", "seen in tertiary copies only"),
        ("places", "namyang", "sources", "border-record-1955-smugglers", "border-record-1955-interior"),
        ("places", "hunyung", "sources", "border-record-1955-crossings", "border-record-1955-interior"),
        ("places", "kyongwon", "identity", "until September 1977", ""),
        ("places", "kyongwon", "sources", "encykorea-kyongwon", "encykorea-kyonghung"),
        ("candidates", "kyongsong-kyongwon", "source", "encykorea-kyongwon", "encykorea-kyonghung"),
        ("candidates", "houeryong-hunyung", "argument", "one of two points", "added as a point of hand-over"),
        ("offices", "compatriots", "sources", "tongilnews-2019", ""),
        ("offices", "civil-affairs", "sources", "embassy-april-1959", "border-record"),
        ("offices", "chongjin-civil-affairs", "sources", "border-record-1955-smugglers", "interior"),
        # slips and doubts
        ("anomalies", "not-same-treatment", "cause", "*not* typed for *now*", ""),
        ("anomalies", "civil-affairs", "note", "not for the residence papers", "1955-interior"),
        ("anomalies", "now-measures", "note", "no number of arrivals", "depends on it"),
        ("anomalies", "no-stay-here", "severity", "major", "moderate"),
        ("anomalies", "no-stay-here", "note", "no number of arrivals", "looks like"),
        ("anomalies", "thousands", "note", "written as words", "estimate"),
        ("anomalies", "kyongsong", "note", "a conjecture", "nearly certain"),
        # the order of events
        ("timeline", "reception-committee", "edtf", "1959-10-21", ""),
        ("timeline", "treatment-decided", "rule", "depends on that of the returns", ""),
        ("timeline", "quarantine", "rule", "after outbreaks that were recent", ""),
        ("timeline", "treaty", "certainty", "medium", ""),
        ("timeline", "instruction-april", "rule", "the sender is inferred", ""),
    ],
)
def test_a_correction_stands(cable, register, id, column, holds, no_longer):
    value = cell(cable, register, id, column)
    assert holds in value
    assert not no_longer or no_longer not in value


@pytest.mark.parametrize(
    ("id", "low", "high", "relation"),
    [
        ("discovered-liaoning-police", 1471, 1471, "exact"),
        ("crossed-liaoning-police", 715, 715, "exact"),
        ("request-1958", 40000, 40000, "exact"),
        ("japan-1960", 49000, None, "over"),
        ("japan-1961", 74900, None, "over"),
    ],
)
def test_a_number_from_outside_has_the_bounds_of_its_words(cable, id, low, high, relation):
    row = cable.outside.set_index("id").loc[id]
    assert (low, high, relation) == (row.low, None if row.high != row.high else row.high, row.relation)


@pytest.mark.parametrize(
    ("id", "day"),
    [
        ("yonsa-made", "1952-12"),
        ("rectification", "1958-04/1960"),
        ("kim-asks", "1958-12"),
        ("instruction-april", "1961-04-24"),
        ("police-may", "1961-05-10"),
        ("treaty", "1961-07-11"),
        ("embassy-march", "1962-03-06"),
        ("chongjin-apart", "1963"),
        ("names-changed", "1977-09"),
    ],
)
def test_an_event_that_explains_the_paper_has_its_day(cable, id, day):
    assert day == cable.timeline.set_index("id").edtf[id]


def test_two_emendations_give_the_treatment_one_sense(cable):
    said = {option: cable.result("same-treatment", treatment=option).wording for option in ("same", "now")}
    assert {"same": "yes", "now": "yes"} == said
    assert "no" == cable.result("same-treatment").wording


def test_what_was_only_a_mirror_and_used_nowhere_is_gone(cable):
    gone = {
        "wikipedia-hoeryong",
        "wikipedia-namyang",
        "wikipedia-civil-affairs",
        "onsong-ice",
        "onsong-frost",
    }
    assert set() == gone & set(cable.sources.id)


# ---- the doubts a reader meets


def test_every_doubt_is_shown_in_full_or_under_one_that_is_or_as_a_line(cable):
    table = cable.anomalies
    full = set(table[(table.under == "") & (table.slip == "")].id)
    assert 25 <= len(full) <= 35
    assert set(table.under) - {""} <= full
    assert set(cable.slips.id) == set(table.slip) - {""}
    assert [] == list(table[(table.under != "") & (table.slip != "")].id)


def test_every_doubt_has_its_address_in_the_index_once(cable):
    html = cable.index("anomalies")._repr_html_()
    assert [] == [id for id in cable.anomalies.id if html.count(f'id="row-anomalies-{id}"') != 1]


def test_a_minor_slip_is_no_doubt_about_what_is_meant(cable):
    minor = cable.anomalies[cable.anomalies.slip != ""]
    assert "major" not in set(minor.severity)
    assert set(minor[minor.severity == "moderate"].id) == {"files-check"}

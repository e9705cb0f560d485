"""The partition of documents into segments: the cable and sample documents."""

from collections import Counter
from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.finders.segments import segment
from cablegram.finders.sentences import sentences

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"
FOLDER = Path(__file__).parent / "data" / "documents"


def test_the_body_of_the_cable_is_paragraphs_under_three_headings():
    body = [row.kind for row in segment(read(CABLE)) if row.section and row.kind != "blank"]
    assert {"paragraph": 15, "section-heading": 3} == Counter(body)


# Invented documents in the forms of public ones; kinds in order, `kind*n` for n in a row.
DOCUMENTS = {
    "telegram.txt": (
        "title dateline classification file-number classification addressee paragraph*2 "
        "page-break paragraph*2 signature footnote*2"
    ),
    "memorandum.txt": (
        "title dateline heading*3 list-item*2 paragraph*2 section-heading paragraph closing "
        "signature heading paragraph footnote*2"
    ),
    "memcon-lists.md": (
        "front-matter*4 title classification section-heading paragraph list-item*3 "
        "section-heading paragraph table-row*4 footnote"
    ),
    "wrapped.txt": (
        "heading dateline addressee heading addressee paragraph*3 closing signature*2 distribution*2"
    ),
    "pages.txt": "classification title paragraph page-break*2 classification paragraph*2 page-break",
    "minutes.txt": (
        "title date record-field section-heading*2 paragraph section-heading paragraph "
        "section-heading*2 paragraph section-heading paragraph signature*2 seal distribution"
    ),
    "letter.txt": (
        "dateline classification addressee paragraph list-item*3 paragraph closing signature*2 "
        "heading table-row*3"
    ),
    "page-new.txt": (
        "furniture date title funder classification addressee paragraph*2 signature date summary "
        "record-field*3 source-line record-field*2 rights record-field*7 funder"
    ),
    "page-old.txt": (
        "furniture*2 date title record-field source-line furniture record-field summary "
        "record-field funder record-field*5 paragraph*2"
    ),
    "journal.txt": (
        "heading classification file-number*2 title heading dateline note date paragraph*2 note "
        "signature distribution*4"
    ),
    "late-numbers.txt": (
        "paragraph section-heading paragraph section-heading paragraph heading section-heading "
        "paragraph section-heading paragraph"
    ),
    "nested.txt": (
        "file-number section-heading*2 paragraph section-heading paragraph section-heading*2 paragraph"
    ),
    "transcript.txt": "title date record-field*2 paragraph*4",
    "despatch.txt": "file-number title classification*2 dateline paragraph*2 signature footnote",
    "one-line.txt": "paragraph",
    "sheet.txt": "furniture date title source-line summary record-field*2 paragraph",
    "teletype.txt": (
        "classification page-break file-number distribution*3 file-number dateline addressee*3 "
        "classification file-number heading file-number paragraph classification*2 page-break file-number "
        "paragraph*2 signature"
    ),
    "ciphered.txt": (
        "summary date title funder heading classification*2 file-number dateline heading other addressee*2 "
        "paragraph signature paragraph signature distribution*5 summary record-field*2"
    ),
    "ciphergram.txt": (
        "file-number dateline classification addressee*2 paragraph*2 distribution*3 footnote*3"
    ),
    "despatch-british.txt": (
        "classification heading dateline file-number date addressee paragraph*3 closing*4 signature "
        "addressee*4 heading*2 table-row*3 footnote"
    ),
    "letter-address.txt": (
        "heading dateline addressee*5 paragraph page-break paragraph*2 closing signature*2 footnote*2"
    ),
    "session.txt": (
        "title dateline record-field list-item*2 record-field list-item*2 section-heading paragraph*2 "
        "section-heading paragraph note list-item*2 signature*2 seal distribution*3"
    ),
    "loose-ends.txt": "other*2 paragraph*2 other",
}


def written_out(kinds: str) -> list[str]:
    return [
        kind for word in kinds.split() for kind, _, n in [word.partition("*")] for _ in range(int(n or 1))
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_of_other_forms_fall_into_their_segments(name):
    rows = segment(read(FOLDER / name))
    assert written_out(DOCUMENTS[name]) == [row.kind for row in rows if row.kind != "blank"]


def test_every_sample_document_has_its_expected_kinds():
    assert set(DOCUMENTS) == {path.name for path in FOLDER.iterdir()} - {"README.md"}


def body(name: str) -> dict[str, str]:
    found = sentences(segment(read(FOLDER / name)))
    return {row.id: row.text for row in found if row.kind != "apparatus"}


def test_a_sentence_goes_on_over_a_page_mark_in_its_line():
    text = body("telegram.txt")["2.1.2"]
    assert text.startswith("Embassy has no means") and text.endswith("anyone [Page 214] else has.")


def test_a_sentence_goes_on_over_a_form_feed_a_page_number_and_a_running_head():
    text = body("pages.txt")["0.1.2"]
    assert text.startswith("In May it") and text.endswith("TOP SECRET\n\nnew arrivals.")


def test_a_sheet_run_together_in_one_line_gives_its_parts_and_the_document_its_sentences():
    assert 3 == len(body("sheet.txt"))
    assert body("sheet.txt")["0.1.1"] == "The number of families is not known."


def test_a_block_of_capitals_is_wrapped_to_its_own_measure():
    text = body("teletype.txt")
    assert text["1.1.1"] == "1. EMBASSY HAS NO FIGURES OF ITS OWN."
    assert text["1.1.3"].startswith("OTHER\n") and text["1.1.3"].endswith(
        "\nPAPERS GIVE NO NUMBER AT ALL AND DO NOT SAY WHO COUNTED."
    )


@pytest.mark.parametrize("call", ["Namyang.1", "Namyang [1]", "(Example)1"])
def test_what_the_text_calls_by_its_number_is_a_footnote(call):
    text = f"The hall is at {call} and it was full.\n\nIt is empty now.\n\n1. A town on the river.\n"
    assert "footnote" == segment(text)[-2].kind
    assert "footnote" not in {row.kind for row in segment(text.replace(call, "Namyang"))}


def test_the_title_of_a_page_is_what_names_a_document_not_a_word_of_its_menu():
    text = "Skip to content\n\nTopics\n\nMay 3, 1961\n\nReport on the Crossings\n\nOver 700 came there.\n"
    assert ["Report on the Crossings"] == [row.text for row in segment(text) if row.kind == "title"]


HEADED = "\n\n1. Food.\n\nRice was short there.\n\n2. Houses.\n\nNone was left there.\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("over 20,000 have arrived", "paragraph"),
        ("Over 700 came.", "paragraph"),
        # names one a line are no wrapped paragraph
        (
            "Dr. You Example, Ambassador of Korea\nMr. Sae Sample, Counselor, Embassy\n"
            "Mr. Pyo Person, Aide\n\nThe Ambassador called this afternoon. He was alone.\n",
            "heading*3 paragraph",
        ),
        # running text under a numbered line makes it a heading, even after a colon
        *(
            (f"{above}{HEADED}", "paragraph section-heading paragraph section-heading paragraph")
            for above in ("He named two.", "He named two things:")
        ),
        # a list after a colon goes on after what interrupts it
        ("We ask you:\n\n1. Count them all again.\n\n3. Tell us who they were.\n", "paragraph list-item*2"),
        (
            "We ask you:\n\n[handwritten: agreed]\n\n1. Count them all again.\n\n3. Tell us who they were.\n",
            "paragraph note list-item*2",
        ),
        (
            "We ask you:\n\n[Page 2]\n\n1. Count them all again.\n\n3. Tell us who they were.\n",
            "paragraph page-break list-item*2",
        ),
        # numbered paragraphs at the end of a page are no footnotes
        (
            "1. According to the office 200 came.\n\n2. For us there is\n\n[Page 2]\n\nno room. We wait.\n",
            "paragraph*2 page-break paragraph",
        ),
        # numbers in brackets above other text are headings, alone a list
        (
            "We report this.\n\n(1) Causes\n\nFood is short.\n\n(2) Our opinion\n\nWe should wait.\n",
            "paragraph section-heading paragraph section-heading paragraph",
        ),
        (
            "We report this.\n\n(1) Causes;\n\n(2) Our opinion\n\nWe should wait.\n",
            "paragraph list-item list-item paragraph",
        ),
        # a lone initial with a name is a signature
        (
            "We ask for it.\n\nA. Example\n\n20 May 1960\n\nNo. 1245/gs\n\nDraft\n\nWe grant the request.",
            "paragraph signature date file-number heading paragraph",
        ),
        # offices under a receiver belong to the address
        (
            "Comrade Director,\nDepartment of Asia\nOn the work of the Commission\n\nWe thank you for it.\n",
            "addressee*2 heading paragraph",
        ),
        # a number and a tab begin a paragraph, a number and two tabs a row
        ("We write to you.\n\n2.\tOf these we have seen none.\n", "paragraph*2"),
        ("We write to you.\n\n1.\tKim\tminer\n\n2.\tRi\tteacher\n", "paragraph table-row*2"),
        # a star that the text or the table above it calls
        (
            "Nobody was counted.*\n\n* See the letter of May.\n\nWe wait for it.\n",
            "paragraph footnote paragraph",
        ),
        ("He was *not* counted.\n\n* He was ill.\n\nWe wait for it.\n", "paragraph list-item paragraph"),
        # the notes of the older pages of the State Department
        ("Nobody came then./2/\n\n/2/Not printed.\n\nWe wait for it.\n", "paragraph footnote paragraph"),
        # a sentence cut by a page mark on a line of its own is no heading
        (
            "Most of those who left us in May and in June came back, in\n\n– 12 –\n\nYanji fewer did.\n",
            "paragraph page-break paragraph",
        ),
        # address between subject and salutation
        (
            "Moscow, 12 July 1960\n\nSubject: Return\n\nTHE SECRETARY\n\nNEW DELHI\n\nSir,\n\nWe saw it.\n",
            "dateline heading addressee*3 paragraph",
        ),
        # when a telegram came, and where it went besides
        (
            "Seoul, May 12, 1961—5 p.m.\n\n[Received May 12—6:18 a.m.]\n\nWe saw it.\n\nSent Tokyo 7.\n",
            "dateline*2 paragraph distribution",
        ),
        # who took part, by sides
        (
            "Place: Beijing\n\nKorean participants: Mr. Pak\n\nRecorder: Wang\n\nZhou: We read it.\n",
            "record-field*3 paragraph",
        ),
        # lists and rows under the last heading
        (
            "We saw it.\n\n## Sources\n\n- one\n- two\n\nOnsong | 700 | -\n",
            "paragraph section-heading list-item*2 table-row",
        ),
        # receivers end where an enclosure begins
        (
            "We have seen it.\n\nCopy to:\n\nEmbassy, Tokyo\n\nEnclosure\n\nIt is short.\n",
            "paragraph distribution*2 heading paragraph",
        ),
    ],
)
def test_what_a_line_is_by_what_stands_round_it(text, kinds):
    assert written_out(kinds) == [row.kind for row in segment(text) if row.kind != "blank"]


@pytest.mark.parametrize("text", ["3. Your 286. We agree to it.", "3. Yes. We agree to it."])
def test_a_reference_and_an_answer_are_no_heading(text):
    assert "section-heading" not in {row.kind for row in segment(text)}


def test_a_paragraph_over_two_pages_is_two_segments_of_one_paragraph():
    rows = [row for row in segment(read(FOLDER / "pages.txt")) if row.kind == "paragraph"]
    assert [("0.1", 1), ("0.1+2", 1), ("0.2", 2)] == [(row.id, row.paragraph) for row in rows]


def test_wrapped_lines_are_one_paragraph():
    rows = [row for row in segment(read(FOLDER / "wrapped.txt")) if row.kind == "paragraph"]
    assert [4, 3, 1] == [len(row.text.splitlines()) for row in rows]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "minutes.txt",
            ["I.0", "I-1.0", "I-1.1.1", "I-1.1.2", "I-2.0", "I-2.1.1", "I-2.1.2", "II.0", "II-1.0"],
        ),
        ("late-numbers.txt", ["0.1.1", "7.0", "7.1.1", "7.1.2", "8.0", "8.1.1", "8.1.2", "1.0", "1.1.1"]),
        ("nested.txt", ["1.0", "1-1.0", "1-1.1.1", "1-1.1.2", "1-2.0", "1-2.1.1", "2.0", "2-1.0", "2-1.1.1"]),
        ("memorandum.txt", ["0.1.1", "0.1.2", "0.2.1", "0.2.2", "1.0", "1.1.1", "1.1.2", "1.2.1", "1.2.2"]),
        ("letter.txt", ["0.1.1", "0.1.2", "0.2.1", "0.3.1", "0.4.1", "0.5.1", "0.6.1", "0.7.1", "0.8.1"]),
    ],
)
def test_sections_are_called_as_the_document_calls_them_else_counted(name, expected):
    assert expected == list(body(name))[:9]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # a page mark at the beginning of a line joins nothing that was finished
        (
            "The first is done here.\n\n[Page 47]At that time we saw another.\n\n[Page 48] It was done.\n",
            "0.1.1 body.page-break 0.2.1 body.page-break.2 0.3.1",
        ),
        # a numbered heading may be one word
        ("1. Arrivals. Over 40 people came.\n\n2. Food. It is short.\n", "1.0 1.1.1 2.0 2.1.1"),
        # a numbering that starts again gets a letter
        (
            "1. Food\n\nRice is short.\n\n2. Houses\n\nNone is left.\n\n1. Food\n\nWheat is too.\n",
            "1.0 1.1.1 2.0 2.1.1 1b.0 1b.1.1",
        ),
    ],
)
def test_sentences_are_counted_within_their_paragraph_and_section(text, ids):
    assert ids.split() == [row.id for row in sentences(segment(text))]


def test_a_telegram_number_and_an_initial_are_no_sections():
    text = "1321. Re your 12. We saw the Minister.\n\nA. Example was present, and he agreed with it.\n"
    assert {"0"} == {row.section for row in sentences(segment(text))}


def test_numberings_without_end_have_names_of_their_own():
    text = "1. Food\n\nRice is short here.\n\n" * 60
    names = list(dict.fromkeys(row.section for row in sentences(segment(text))))
    assert (names[:2], names[25:27], len(names)) == (["1", "1b"], ["1z", "1bb"], 60)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_any_line_end_will_do(end):
    text = read(FOLDER / "page-new.txt")
    expected = [row.kind for row in segment(text) if row.kind != "blank"]
    assert expected == [row.kind for row in segment(text.replace("\n", end)) if row.kind != "blank"]

"""What documents of other centuries and trades look like: letters, minutes, debates, newspapers, books.

Each row is a text and the kinds of its lines, `kind*n` for n in a row; all are invented.
"""

import pytest
from cablegram.finders.metadata import metadata
from cablegram.finders.segments import explain, segment

PROSE = "\n\nThe stores were counted in May. They were found to be short.\n"
TABLES = [  # tables without outer bars, and with numbers in columns
    ("Wheat| 4,000| 5,500", "table-row"),
    (f"{PROSE}\nWheat| 4,000| 5,500\nOats| 300| 20\n{PROSE}", "paragraph table-row*2 paragraph"),
    (f"{PROSE}\nBoots | 120\nCaps | 95\n{PROSE}", "paragraph table-row*2 paragraph"),
    (f"{PROSE}\nFlour ........ 1,200\nSalt ........ 80.5\n{PROSE}", "paragraph table-row*2 paragraph"),
    ("January 1866  7.225 ..." + PROSE, "table-row paragraph"),
    ("Prices\n\nMarch 1871  4.50  3.75\nApril 1871  4.25  3.80" + PROSE, "heading table-row*2 paragraph"),
    ("1801 2,400 1.75\n1802 2,650 1.80" + PROSE, "table-row*2 paragraph"),
    (f"Riga 12.5 14.25\nReval 11.0 13.75{PROSE}", "table-row*2 paragraph"),
    ("Year| Tons\n1866| 40" + PROSE, "table-row*2 paragraph"),
]
REFERENCES = [  # a dateline above lines of reference does not end the head
    (
        "Riga, 4 June 1942.\n\nRef. No.: 220\nRe: Stores\n\nTo: The Inspector" + PROSE,
        "dateline file-number heading addressee paragraph",
    ),
    (
        "Reval, 12 May 1919.\n\nRef. No.: 14/3 k.\nRegarding: Boots\nTo: The Quartermaster\nin Example"
        + PROSE,
        "dateline file-number heading addressee*2 paragraph",
    ),
    (
        "Mitau, the 3rd of March, 1921\n\nOur ref: 1102\nSubject: Timber\n\nTo the Forest Office:" + PROSE,
        "dateline file-number heading addressee paragraph",
    ),
    (
        "Windau, 2 July 1938\n\nIt is asked that this be kept.\n\nNo.: 7\n\nRe: Boats\nTo: The Harbour Master"
        + PROSE,
        "dateline heading file-number heading addressee paragraph",
    ),
]
REFERENCES += [
    ("CABINET 3 (47)" + PROSE, "file-number paragraph"),
    ("W.P. (40) 123" + PROSE, "file-number paragraph"),
]
PRESENT = [  # those present, and what is no addressee
    ("The Right Hon. A. EXAMPLE, M.P." + PROSE, "record-field paragraph"),
    (
        "Present:\n\nThe Rt. Hon. B. SAMPLE, M.P., Minister of Food\n\nSir Norman PERSON\n\nMr. C. EXAMPLE"
        + PROSE,
        "record-field*4 paragraph",
    ),
    (
        "CONCLUSIONS of a Meeting held in the hall on Tuesday, 4th June, 1947, at 11 a.m.\n\nPresent:\n\n"
        "Lord SAMPLE (in the Chair).\n\nThe following were also present:\n\nDr. D. PERSON, Surgeon.\n\n"
        "Secretariat:\n\nMiss E. EXAMPLE." + PROSE,
        "heading record-field*6 paragraph",
    ),
    ("CONTENTS\n\n1 Food 186\n2 Houses 187" + PROSE, "front-matter*3 paragraph"),
    ("Table of Contents\n\nI. Roads ...... 4\nII. Bridges ...... 19" + PROSE, "front-matter*3 paragraph"),
    ("My dear Sample,\n\nThe Hon. A. Example" + PROSE, "addressee record-field paragraph"),
    ("The Viscount SAMPLE, Keeper of the Stores" + PROSE, "record-field paragraph"),
    ("Contents\n\n1. Food ... 3\n2. Houses ... 9" + PROSE, "front-matter*3 paragraph"),
    ("INDEX\n\nFood 186" + PROSE, "front-matter*2 paragraph"),
]
LABELS = [  # a label with its value below
    ("DATE AND TIME:\nMonday, May 6, 1974", "record-field date"),
    ("Time and Date:\nMay 6, 1974" + PROSE, "record-field date paragraph"),
    ("TIME AND DATE: May 6, 1974" + PROSE, "date paragraph"),
    (
        "PARTICIPANTS:\nMr. Example\nMr. Sample\nDATE AND TIME:\nMonday, May 6, 1974\n9:30 a.m.\nPLACE:\nHall"
        + PROSE,
        "record-field list-item*2 record-field date dateline record-field*2 paragraph",
    ),
    ("SUBJECT:\nStores in the north\nDATE:\n4 June 1971" + PROSE, "heading*2 record-field date paragraph"),
    (
        "Participants\n\nA. Example\n\nDate & Time:\n\nMarch 3, 1969" + PROSE,
        "heading list-item record-field date paragraph",
    ),
]
MARKS = [  # stamps of secrecy
    ("DECLASSIFIED\n\nSECRET" + PROSE, "classification*2 paragraph"),
    ("TELEGRAM CONFIDENTIAL\nNo. 1187\nRef: 1102" + PROSE, "classification file-number*2 paragraph"),
    ("INCOMING CABLEGRAM SECRET\nNo. 12" + PROSE, "classification file-number paragraph"),
    ("TELEGRAM SECRET\nNo. 44\nReference: 12" + PROSE, "classification file-number*2 paragraph"),
    (
        "THIS DOCUMENT IS THE PROPERTY OF THE GOVERNMENT OF EXAMPLE\n\nSECRET" + PROSE,
        "classification*2 paragraph",
    ),
]
DATELINES = [  # heads with dates
    ("HC Deb 4 June 1947 vol 438" + PROSE, "dateline paragraph"),
    ("HL Deb 12 May 1938 vol 109 cc1-9" + PROSE, "dateline paragraph"),
    ("Cablegram 330 CANBERRA, 6 June 1947, 3.40 [p.m.]" + PROSE, "dateline paragraph"),
    ("Telegram 12 RIGA, 3 May 1939, 10.15 a.m." + PROSE, "dateline paragraph"),
    (
        "R 041200Z JUN 76 FM AMEMBASSY RIGA TO SECSTATE WASHDC 12\n\nSTORES WERE COUNTED AND FOUND SHORT.\n",
        "dateline paragraph",
    ),
    (
        "O P 120930Z MAY 74\nFM AMCONSUL EXAMPLE\n\nSTORES WERE COUNTED AND FOUND SHORT.\n",
        "dateline addressee paragraph",
    ),
    ("Philadelphia June 4th. 1778\n\nDear Sir" + PROSE, "dateline addressee paragraph"),
    (
        "Saturday, the 6th.\n\nRose at six.\n\nSunday.\n\nWe rode to the mill and saw it.\n",
        "date paragraph date paragraph",
    ),
    ("Cablegram L204 REVAL, 4 June 1947, 11.20 a.m." + PROSE, "dateline paragraph"),
    ("HC Deb 12 March 1906 vol 153 c1342" + PROSE, "dateline paragraph"),
    ("P 231545Z APR 75\nFM USMISSION EXAMPLE" + PROSE, "dateline addressee paragraph"),
]
WEB = [  # what a library of old texts puts round them
    ("From Wikisource" + PROSE, "furniture paragraph"),
    ("From Wikipedia, the free encyclopedia" + PROSE, "furniture paragraph"),
    (
        "Letter to a Friend\n\nFrom Wikisource\nJump to navigation\n\nDear Friend," + PROSE,
        "title furniture*2 addressee paragraph",
    ),
    ("← Chapter 3\n\nPage:Example Letters.djvu/41" + PROSE, "furniture*2 paragraph"),
    ("[edit]" + PROSE + "\nCategory: Letters of 1801\n", "furniture paragraph furniture"),
]
NEWS = [  # a newspaper report has a headline and a dateline
    (
        "RIOTS IN THE NORTH\n\nFROM OUR OWN CORRESPONDENT\n\nRIGA, June 4." + PROSE,
        "title heading dateline paragraph",
    ),
    (
        "THE EXAMPLE GAZETTE\n\nBread Dear at Reval\n\n(From our own correspondent)\n\nReval, 3 May." + PROSE,
        "heading title heading dateline paragraph",
    ),
    (
        "GREAT FIRE AT MITAU.\n\nMITAU, June 4.—A fire broke out in the old town. It burnt till noon.\n",
        "title paragraph",
    ),
    (
        "ICE ON THE RIVER\n\nWINDAU, Jan. 12 (by wire). — The river froze last night. No boat can leave.\n",
        "title paragraph",
    ),
    ("FLOODS IN THE EAST\n\nWindau, 3 March.—The dam broke. All fled.\n", "title paragraph"),
    (
        "AMERICAN LEGATION\n\nLima, June 4.\n\nTo: The Secretary" + PROSE,
        "heading dateline addressee paragraph",
    ),
]
BOOKS = [  # front matter, running heads and page marks
    ("doc_num: 44\nvol_id: 7" + PROSE, "front-matter*2 paragraph"),
    ("created-date: 1871" + PROSE, "front-matter paragraph"),
    ("title: A letter\nauthor: A. Example" + PROSE, "front-matter*2 paragraph"),
    ("---\nletter_id: 9\n---" + PROSE, "front-matter*3 paragraph"),
    ("DocId:30021177 Page 12", "page-break"),
    ("-22 =", "page-break"),
    ("Mutton ........ 41", "front-matter"),
    ("*17* and so we rode" + PROSE, "page-break paragraph*2"),
    ("[[printed]] 215", "page-break"),
    ("[[page number]] 9 [[/page number]]", "page-break"),
    ("We rode on and on to the\n\n215\n\nmill on the river." + PROSE, "paragraph page-break paragraph*2"),
    (
        "We came to a town and lay in the\n\n42 THE LAST WAR.\n\nstreets."
        + PROSE
        + "\n44 THE LAST WAR.\n\nNobody slept.\n",
        "paragraph running-head paragraph*2 running-head paragraph",
    ),
]
OLD_LETTERS = [  # closings and addresses of other centuries
    (
        "Mr. Example to Mr. Sample.\n\nNo. 43.]"
        + PROSE
        + "\nI have, &c.,\n\nA. EXAMPLE.\n\nHon. B. Sample,\n",
        "title file-number paragraph closing signature addressee",
    ),
    (
        "From John Example to Mary Sample, 4 June 1778"
        + PROSE
        + "\nYour affectionate friend,\n\nJ. Example\n",
        "title paragraph closing signature",
    ),
    (
        "Sir," + PROSE + "\nYour most obedient servant\n\nG. Example\n\nTo His Excellency\nGeneral Sample\n",
        "addressee paragraph closing signature addressee*2",
    ),
    (
        "Camp near Example, Va., Feb, the 25, 1864\n\nTo my dear wife, Anna,"
        + PROSE
        + "\nYour loving husband\nJ. Sample\n",
        "dateline addressee paragraph closing signature",
    ),
    ("330 Example to Sample" + PROSE + "\n§ Mr. Sample Yes, Sir.\n", "title paragraph*2"),
]
EXAMPLES = [*TABLES, *REFERENCES, *PRESENT, *LABELS, *MARKS, *DATELINES, *WEB, *NEWS, *BOOKS, *OLD_LETTERS]


@pytest.mark.parametrize(("text", "kinds"), EXAMPLES)
def test_lines_of_strange_documents_are_what_a_reader_takes_them_for(text, kinds):
    expected = [
        kind for word in kinds.split() for kind, _, n in [word.partition("*")] for _ in range(int(n or 1))
    ]
    assert expected == [row.kind for row in segment(text) if row.kind != "blank"]
    assert all(line.reason for line in explain(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            REFERENCES[0][0],
            {"date": "1942-06-04", "file_number": "Ref. No.: 220", "addressees": ["Inspector"]},
        ),
        (LABELS[0][0], {"date": "1974-05-06"}),
        (MARKS[0][0], {"classification": "SECRET"}),
        (MARKS[1][0], {"classification": "CONFIDENTIAL", "file_number": "No. 1187"}),
        ("PRIORITY" + PROSE, {"classification": None}),
        ("ROUTINE" + PROSE, {"classification": None}),
        (DATELINES[0][0], {"date": "1947-06-04"}),
        (DATELINES[2][0], {"date": "1947-06-06"}),
        (DATELINES[4][0], {"date": "1976-06-04"}),
        (TABLES[4][0], {"date": None}),
        (NEWS[0][0], {"title": "RIOTS IN THE NORTH", "addressees": []}),
        (PRESENT[3][0], {"addressees": []}),
        ("CONCLUSIONS of a Meeting on 4th June, 1947" + PROSE, {"date": "1947-06-04"}),
        ("doc_date: '1975-09-19'\ntitle: 'A cable'" + PROSE, {"date": "1975-09-19", "title": "A cable"}),
        ("29 February 1961" + PROSE, {"date": None}),
        ("1961-13-40" + PROSE, {"date": None}),
    ],
)
def test_what_strange_documents_say_of_themselves(text, expected):
    found = metadata(segment(text))
    assert expected == {key: found[key] for key in expected}

"""The forms of diplomatic documents and of the pages that carry them: rules, tried in order.

Looked up in pages of the Wilson Center Digital Archive, *Foreign Relations of the United States* and
*Documents on Australian Foreign Policy*, and in telegrams of the Department of State as the teletype wrote
them.
"""

import re

from .kinds import rule
from .words import MARKS, POST

_COPIES = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"

PAGE_BREAKS = (
    rule("page-break", 12, rf"PAGE \d+ +{POST}(?: \d\d OF \d\d)? \d{{6}}Z$"),
    rule("page-break", 1, r"\x0c+$"),
    rule(
        "page-break",
        4,
        r"[\[(]\s*(?:page|pg\.?|pp?\.|folio|f\.|sheet)\s*[\dA-Zivxlc]{1,6}\s*[\])]$|"
        r"\[?end (?:of )?page.*\]?$",
    ),
    rule("page-break", 8, r"[-–—=*~ ]*\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?[-–—=*~ ]*$"),
    rule("page-break", 3, r"[-–—~=*]+\s*\d{1,4}\s*[-–—~=*]+$|<!--\s*page.*-->$"),
)
# What a web page or a PDF puts round the document.
FURNITURE = (
    rule(
        "furniture",
        30,
        r"[•*-]?\s*(?:skip to (?:main )?content|browse|search(?: in)?|menu|home|log ?in|"
        r"sign ?in|print|share|download|cite|citation share download|add search filter.*|get citation|"
        r"share (?:this )?document|view document in.*|\w+ (?:pdf|html)|(?:previous|next)(?: document)?|"
        r"back to top|toggle navigation|table of contents|main navigation|breadcrumb|home\s*[›>»/|].*|"
        r"show (?:more|less)|read more|related documents?|donate|subscribe.*|contact(?: us)?|"
        r"about(?: us)?|copy link|loading\W*|tweet|facebook|twitter|email|share on \w+|search results|"
        r"(?:accept|manage) (?:all )?cookies.*|th(?:is|e) (?:site|website) uses cookies.*)$",
    ),
    rule(
        "furniture",
        30,
        r"(?:wilson center )?digital archive$|"
        r"(?:digital archive\W+)?(?:digitalarchive\.wilsoncenter\.org\s+)?"
        r"international history declassified$|(?:released by the )?office of the historian$|"
        r"u\.s\. department of state$|historical documents$|"
        r"foreign relations of the united states.{0,160}$|"
        r"(?:•\s*)?(?:https?://|www\.|digitalarchive\.|history\.state)\S+$|"
        r"(?:page )?last (?:updated|modified|reviewed)\b.{0,30}\d{4}$|"
        r"(?:.{0,40}\bdeclassified/released us department of state|(?:.{0,60}\s)?approved for release)\b.*\d",
    ),
)
_RECORD = (
    rule(
        "rights",
        400,
        r".*(?:welcomes reuse of|rights status|all rights reserved|"
        r"retained by the rights holders|rights holders have been contacted|in the public domain|"
        r"creative commons|crown copyright|©|\bcopyright (?:\d{4}|held|of|by)|may not be reproduced|"
        r"reproduced (?:with|by) (?:the )?(?:kind )?permission|licen[cs]ed under)",
    ),
    rule(
        "funder",
        60,
        r"(?:this )?(?:document|translation|publication|project) (?:was|has been|"
        r"is) (?:made possible|supported|funded)|made possible (?:with|by|through)|"
        r"with (?:the )?(?:generous )?support (?:from|of)|funded by",
    ),
    rule(
        "source-line",
        200,
        r"\W{0,3}(?:sources?|archival source|archive|original archive|"
        r"citation)\s*:\s*\S",
    ),
    rule(
        "source-line",
        120,
        r"\W{0,3}(?:(?:document )?(?:obtained|provided|donated|"
        r"contributed)(?: for \w+)?(?:,? and translated)?(?: for [\w ]+)? by|translat(?:ed|"
        r"ion)(?: from [\w ]+)?(?: for [\w ]+)? by|translation from|translator:)",
    ),
    rule("source-line", 200, r".*(?:history and public policy program|wilson center) digital archive,"),
    rule(
        "source-line",
        90,
        r"\W{0,3}(?:PRC FMA|AMFA|AVPR?F?|APRF|RGASPI|RGANI|RGAE|GARF|TsKhSD|TsAMO|TsDA|"
        r"CDA|MNL|MOL|PA ?AA|PolA AA|MfAA|SAPMO|BStU|BArch|AMZV|NA,|AMAE|AMSZ|AAN|ANIC|RNHA|AJ,|DAMSPS|"
        r"SFU|AA|AWM|PRO|NAA|NARA|National Archives|The National Archives|TNA|FO|CAB|PREM|RG|"
        r"Record Group|Bundesarchiv|Politisches Archiv|[A-Z]\w+ (?:Provincial|Municipal) Archives|"
        r"Library of Congress|Hoover Institution|[A-Z]\w+ (?:\w+ )?Library)[ ,:].*\d",
        re.NOFLAG,
    ),
    rule(
        "source-line",
        90,
        r"(?!\W*\d*\W*source)(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|"
        r"box \d+, folder|lot (?:files? )?(?:no\. )?\d+(?:[ –-]?[A-Z])? ?\d)",
    ),
)
_FORM = (
    rule(
        "seal",
        40,
        r"\W{0,2}(?:(?:round |official |rectangular |incoming )?(?:seal|stamp(?:ed)?)\b|"
        r"l\.\s?s\.\))",
    ),
    rule(
        "distribution",
        200,
        r"(?:distribution(?: list)?|distributed to|received by|b?c\.?c\.?(?: to)?|"
        r"(?:carbon )?cop(?:y|ies)(?: (?:were )?(?:also )?sent)? (?:to|for)|copies|sent to|also sent to|"
        r"circulat(?:ed to|ion)|repeated (?:to|for|info(?:rmation)?)|info(?:rmation)? copies|recipients?|"
        r"mailing list)\s*:",
    ),
    rule(
        "distribution",
        40,
        r"(?:b?cc|cop(?:y|ies) (?:sent )?to|sent to|repeated (?:to|"
        r"info))\s+(?-i:[A-Z])",
    ),
    rule("distribution", 14, rf"(?:(?:produced|made|printed|typed|prepared) in )?{_COPIES} cop(?:y|ies)\b"),
    rule(
        "signature",
        25,
        r"[\[(]*(?:signed|signature|sgd\.?|initial(?:l?ed|s))\b\s*[\]):]|/?s/\s|\(s\)\s|"
        r"[\[(]?signed by\b|.*(?:\[(?:illegible )?signature(?: illegible)?\]|\(signed\)|/s/)",
    ),
    rule(
        "closing",
        16,
        r"(?:(?:very |most )?(?:respectfully|sincerely|faithfully|cordially)(?: (?:yours|"
        r"submitted))?|yours\b(?: \w+){0,3}|(?:very )?truly yours|(?:best|kind|warm) (?:regards|wishes)|"
        r"by order of [^.]*|for the (?:minister|ambassador|secretary|director)|"
        r"i (?:have the honou?r to (?:be|remain)|remain|am)\b[^.]*)[,.;:!]*$",
    ),
    rule(
        "closing",
        12,
        r"(?:(?:very |most )?(?:respectfully|sincerely|faithfully)(?: yours)?|"
        r"yours (?:sincerely|truly|faithfully)),"
        r" (?-i:[A-Z])|your (?:lordship|excellency|majesty)[’']s\b.{0,40}servant|.{0,30}\bobedient servant",
    ),
    rule(
        "closing",
        25,
        r"(?:with|my|our|please accept|accept)\b(?:[\w ,’']*\b)(?:greetings|regards|"
        r"respects?|salute|wishes|assurances?|esteem)\b[^.]*[.,]?(?:\s+(?-i:[A-Z]{2,})[^.]*\.?[”\"]?)?$",
    ),
    rule(
        "classification",
        14,
        rf"[\[({{*/ ]*(?:(?:cable |telegram )?(?:classification|precedence|priority|level|"
        rf"urgency)\s*:\s*)?{MARKS}[\])}}*/ .;,!]*(?:\[[^\]]*\])?$",
    ),
    rule(
        "footnote",
        400,
        r"\[\^?\d{1,3}\]:?\s+\S|/\d{1,3}/\s?\w|[¹²³⁰-⁹†‡]+\s*\S|"
        r"\d{1,3}[.)/]?\s+(?:source:|see\b|supra\b|infra\b|ibid|not (?:printed|found)|attached but|"
        r"drafted (?:by|on)|telegram \d|in telegram|document \d|reference is|printed (?:in|from))",
    ),
    rule(
        "note",
        60,
        r"\W?(?:translator|editor|editorial)[’']?s?[’']? note\b(?! on)|\[?(?:note|n\.?b\.?|remark|"
        r"comment|resolution|spravka)s?\s*[\]:]|\[?(?:handwritten|marginal|annotation|notation)s?\b.{0,60}[\]:]|"
        r"\[?handwritten\b",
    ),
    rule("dateline", 14, r"\[(?:received|sent|dispatched)\b[^\]]*\d[^\]]*\]$"),
    rule("distribution", 25, r"(?:sent|repeated) (?-i:[A-Z])\w+(?: as)? \d+\b"),
    rule("note", 60, r"\[(?:\s*[…. ]+\s*|(?!to\b|north\b|chinese\b|soviet\b)[^\]]*)\]\W*$"),
)
ANYWHERE = PAGE_BREAKS + FURNITURE + _RECORD + _FORM
FIELDS = re.compile(
    r"[•*-]?\s*(?:document information|citation|summary|abstract|credits?|original language|languages?|"
    r"contents?|source|original archive|rights|original uploaded date|original classification|record id|"
    r"type|creators?|contributors?|author(?:\(s\)|s)?|subjects? discussed|people mentioned|publisher|"
    r"geographic (?:subjects?|coverage)|associated (?:people|places|topics).*|keywords?|repository|"
    r"collections?|date|donors?|translators?|identifier|document (?:date|type|number)|coverage|description|"
    r"classification|tags|scan of original(?: document)?|original scan|"
    r"(?:english )?translation(?: - \w+)?)\s*(?::|$)",
    re.IGNORECASE,
)
# Labels that head a part of the page; all but the first have that part under them, and none a value.
HEADINGS = (
    *("document information", "scan of original", "scan of original document", "original scan"),
    *("english translation", "translation - english"),
)
LIST = re.compile(
    r"[-–—•*·▪◦‣●○]\s+(?:[\w(“\"'‘\[$£…]|\*\*\w)|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|"
    r"[ivx]{1,5})\)\s|[a-z]\.\s+\S|\(\d{1,2}\)\s"
)
ANNEX = re.compile(
    r"(?-i:(?=[A-Z]))(?:attachments?|enclosures?|annex(?:es)?|appendix|appendices|addendum|supplement|encl?\.|att\.|"
    r"tab|draft)\b(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|[ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?",
    re.IGNORECASE,
)

"""The forms of diplomatic documents and of the pages that carry them: rules, tried in order.

Looked up in pages of the Wilson Center Digital Archive, *Foreign Relations of the United States* and
*Documents on Australian Foreign Policy*.
"""

import re

from .kinds import rule

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"[“\"«]?\d{1,2}(?:st|nd|rd|th)?(?:[/–-]\d{1,2})?[”\"»]?"
DATE = (
    rf"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{MONTH}\s+{_DAY}(?:\s*,\s*|\s+)\d{{4}}|"
    rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{MONTH}\s*,?\s*[’']?\d{{2,4}}|{MONTH},?\s+\d{{4}}|"
    rf"\d{{4}}-\d\d(?:-\d\d)?|\d{{1,2}}[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})[./-]\s?\d{{2,4}}|"
    rf"{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH}))"
)
TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)?(?:\s*[–—-]\s*\d{1,2}(?:[:.]\d\d)?)?\s*(?:[ap]\.?\s?m\b\.?|hours|hrs\b\.?)|noon|midnight|\d{4}\s*(?:hours|hrs|"
    r"[A-Z]\b)|\d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?)"
)
_CITY = (
    r"(?:pyongyang|beijing|peking|moscow|washington(?:,? d\.?c\.?)?|seoul|tokyo|(?:east |west )?berlin|"
    r"bonn|bucharest|budapest|prague|warsaw|sofia|belgrade|tirana|hanoi|saigon|geneva|london|paris|rome|"
    r"vienna|canberra|ottawa|new york|new delhi|havana|cairo|ulan ?ba(?:a)?tor|shenyang|mukden|taipei|"
    r"hong kong|panmunjom)"
)
_MARK = (
    r"(?:(?:top|most|extremely|absolutely|strictly) ?[- ]?secret|secret|(?:strictly )?confidential|"
    r"restricted|unclas(?:sified)?|declassified|(?:limited |for )?official use(?: only)?|official[-–]informal|"
    r"niact|flash|(?:(?:most|extra|especially|very|extremely) )?(?:immediate|urgent)|(?:highest |top |"
    r"operational )?priority|routine|(?:extra |special )?rush|(?:early|express) delivery|express|"
    r"(?:exclusively |for )?eyes only|exdis|nodis|limdis|stadis|noforn|cherokee|personal|private|sensitive|"
    r"special(?: folder| file| handling)?|limit(?:ed)? distribution|no distribution(?: outside.*)?|"
    r"not for (?:distribution|publication|the press)|verbatim(?: text)?|(?:no|"
    r"without) classification(?: marking)?|regular|important|internal|for internal use(?: only)?|guard|"
    r"by (?:cipher|code|bag|hand)|s e c r e t|c o n f i d e n t i a l|u n c l a s s i f i e d|"
    r"(?:making )?cop(?:ies|ying)(?: (?:is|are))? (?:prohibited|forbidden)|subject to return|not to be copied)"
)
MARKS = rf"{_MARK}(?:[\s;,./()\[\]{{}}*–—:&-]*(?:and )?{_MARK})*"
_COPIES = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"

_POST = r"[A-Z]{3,}(?: [A-Z]+)* \d{3,6}"  # a post and the number of its telegram
PAGE_BREAKS = (
    rule("page-break", 12, rf"PAGE \d+ +{_POST}(?: \d\d OF \d\d)? \d{{6}}Z$"),
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
        r"[•*-]?\s*(?:skip to (?:main )?content|search(?: in)?|menu|home|log ?in|"
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
        r"international history declassified$|office of the historian$|historical documents$|"
        r"foreign relations of the united states.{0,160}$|"
        r"(?:•\s*)?(?:https?://|www\.|digitalarchive\.|history\.state)\S+$|"
        r"(?:page )?last (?:updated|modified|reviewed)\b.{0,30}\d{4}$|"
        r"(?:.{0,40}\bdeclassified/released us department of state\b|(?:.{0,60}\s)?approved for release\b).*\d",
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
        r"(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|"
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
        r"(?:(?:very |most )?(?:respectfully|sincerely|faithfully)(?: yours)?|yours (?:sincerely|truly|faithfully)),"
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
        rf"[\[({{*/ ]*(?:(?:cable |telegram )?(?:classification|precedence|priority|"
        rf"urgency)\s*:\s*)?{MARKS}[\])}}*/ .;,!]*(?:\[[^\]]*\])?$",
    ),
    rule(
        "footnote",
        400,
        r"\[\^?\d{1,3}\]:?\s+\S|[¹²³⁰-⁹†‡]+\s*\S|"
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
    rule("note", 60, r"\[(?:\s*[…. ]+\s*|(?!to\b|north\b|chinese\b|soviet\b)[^\]]*)\]\W*$"),
)
ANYWHERE = PAGE_BREAKS + FURNITURE + _RECORD + _FORM

_NUMBER = (
    r"(?:(?:reg(?:istration)?|incoming|outgoing|cable|cablegram|telegram|copy|file|despatch|dispatch|"
    r"airgram|special|serial|our|your|journal|protocol|index|ciphered telegram|ref(?:erence)?)\.? )*"
)
# The head of a telegram as the teletype wrote it, which stands again on each of its pages.
TELETYPE = (
    rule("classification", 26, rf"(?i:{MARKS})(?: (?:SECTION \d+ OF \d+ )?{_POST})?$", re.NOFLAG),
    rule("file-number", 9, rf"{_POST}(?: \d\d OF \d\d)? \d{{6}}Z$|-{{6,}}\s*\d{{6}}\b.*", re.NOFLAG),
    rule("dateline", 6, r"(?:[A-Z] ){1,3}\d{6}Z [A-Z]{3} \d\d$", re.NOFLAG),
    rule("distribution", 30, r"(?:ACTION |INFO )?(?:[A-Z]{1,5}-\d\d ?)+(?:/\d+ ?[RW])?$|/\d+ [RW]$", re.NOFLAG),
    rule("addressee", 14, r"(?:FM|TO|INFO|ACTION) [A-Z]{3,}", re.NOFLAG),
)
HEAD = TELETYPE + (
    rule(
        "date",
        10,
        rf"(?:dated?\s*:?\s*)?[\[(]?{DATE}(?:\s+{DATE})?[\])]*[.,]?$|\[?(?:undated|no date|"
        rf"n\.d\.)\]?\.?$|{DATE}\s+{_MARK}$",
    ),
    rule("date", 14, r"(?:date|date and time|date/time)\s*:\s*\S"),
    rule(
        "date",
        4,
        r"\[?1[89]\d\d\]?$|(?:spring|summer|autumn|fall|winter|early|mid|"
        r"late)[- ](?:of )?1[89]\d\d$",
    ),
    rule(
        "file-number",
        14,
        rf"{_NUMBER}(?:(?:nos?|nr|num|number|refs?|reftel|file)\b|n[°º]|"
        r"№)\.?\s*:?\s*\S*\d(?!.*[a-z]{{4,}} [a-z]{{2,}}).*$",
    ),
    rule(
        "dateline",
        16,
        rf"(?:(?:[A-Z\d\[(][^\s.;:,–—-]*\.?|the|at|de|la|via)[ ,–—-]+){{1,8}}?"
        rf"[\[(]?(?i:{DATE})[\])]?(?:[\s,;–—-]+(?:at )?(?i:{TIME})(?:\s*\(?[A-Z]{{2,4}}\)?)?)?"
        r"[.,]?\s*\[?\d{0,2}\]?$",
        re.NOFLAG,
    ),
    rule(
        "dateline",
        14,
        rf"[\[(]?(?i:{DATE}[\s,;–—-]+(?:at )?{TIME}).{{0,25}}$|"
        rf"(?:[A-Z][^\s.;:,–—-]*[ ,–—-]+){{1,4}}(?i:{TIME})[.,]?$|(?i:received|sent|dispatched|rec[’']d|"
        rf"transcribed|proofread|copied|came to|decoded|deciphered)\b.{{0,40}}(?i:{DATE}|{TIME}).{{0,60}}$",
        re.NOFLAG,
    ),
    rule("dateline", 3, rf"{_CITY}\W*$"),
    rule(
        "addressee",
        60,
        r"[\[(]?(?:to|to whom|destination|from|via|for|attention|attn\.?|action|info|through|thru|pass to|"
        r"fm)[\])]?\s*:",
    ),
    rule(
        "addressee",
        45,
        r"\W?(?:\[to\]|to)\s+(?:the |transmit |comrade|cde|com\.|mr|h\.\s?e|his |her |"
        r"all |minist|ambassador|embassy|(?-i:[A-Z]))(?!.*[.;]$)",
    ),
    rule(
        "addressee",
        14,
        r"(?:from|action|info|fm|amembassy|secstate|usun|usmission|"
        r"for)\s+(?-i:[A-Z][A-Z/ ]{3,})|from (?:the )?(?!journal|diary)(?-i:[A-Z]\S*(?: [A-Z]\S*){0,5}$)|(?:personal |exclusive )?for (?:the )?(?-i:[A-Z]\w+)(?: (?:only|"
        r"from|and|the|(?-i:[A-Z])\S*)){0,6}\W*$",
    ),
    rule("addressee", 14, r"\W?(?:my |most )?(?:dear|esteemed|respected|honou?red)\b.{2,70}[,:!]$"),
    rule(
        "addressee",
        14,
        r"\W?(?:(?:comrades?|your excellenc(?:y|ies)|his excellency|my lord|"
        r"sirs?|madam|gentlemen)\b[^.;]*(?:[^.;]|(?-i:\b[A-Z]{2,})\.)|"
        r"(?:cdes?|coms?|mr|mrs|dr|h\.\s?e)\.[^.;:]*[!,:])$",
    ),
    rule(
        "file-number",
        12,
        r"(?:\(\d{2,4}\)|[\[(]?\d{2,4}[\])]?)\s.{0,60}\b(?:no|nr|serial)\.?\s*\d+\S*$|"
        r"[\w./() –—-]{0,30}\d[\w./() –—-]*:\s*(?:circular )?(?:telegram|airgram|despatch)$",
    ),
    rule(
        "file-number",
        12,
        r"(?:[A-Z\[(]\S*\s+){0,6}(?:No|NO|Nr|N[°º]|№)\.?\s*[A-Z(\d].{0,25}\d\S*$|"
        r"(?:[A-Z]\S*\s+){0,3}(?:Received|Incoming|Outgoing|Sent)\s+(?:[A-Z]\w+-)?\d[\w/-]*\W?$",
        re.NOFLAG,
    ),
    rule(
        "file-number",
        9,
        r"(?!item|part|point|section|article)[A-ZА-Я]{0,6}[-–./ ]{0,2}\d[\d.]{0,8}"
        r"(?:[-–./ ]{1,2}(?:[A-Za-z]{0,2}\d+[A-Za-z]{0,2}|[A-Za-z]{1,3})){0,6}$|"
        r"e\.?o\.? ?\d|tags:|ls no|ref(?:tel)?s?\b.{0,3}\d|ref(?:tel)?s?\s*:\s*\S",
    ),
    rule("file-number", 3, r"[\[(][A-Z]{0,4} ?\d+(?:[/.–-]\w+)+[\])]$", re.NOFLAG),
    rule("file-number", 9, r"(?:[A-Z]\w*\s+)*(?:No|NO|Nr)\.\s?\d[\d./–-]*(?:/?\w*)$", re.NOFLAG),
    rule(
        "heading",
        60,
        r"(?:subject|subj|re|topic|concerning|object|matter|theme|about)\s*[.:]\s*\S|"
        r"subjects?:?$",
    ),
    rule(
        "record-field",
        80,
        r"(?:participants?|(?:also |members |those )?(?:present|participating|taking part|attending)|place|time|"
        r"location|(?:drafted|prepared|approved|recorded|minutes|interpreted|translated) by|interpreters?|"
        r"note[- ]?taker|chair(?:man)?|duration|author|agenda|order of the day)\s*:",
    ),
)
FIELDS = re.compile(
    r"[•*-]?\s*(?:document information|citation|summary|abstract|credits?|original language|languages?|"
    r"contents?|source|original archive|rights|original uploaded date|original classification|record id|"
    r"type|creators?|contributors?|author(?:\(s\)|s)?|subjects? discussed|people mentioned|publisher|"
    r"geographic (?:subjects?|coverage)|associated (?:people|places|topics).*|keywords?|repository|"
    r"collections?|date|donors?|translators?|identifier|document (?:date|type|number)|coverage|description|"
    r"classification|tags|scan of original(?: document)?|original scan|(?:english )?translation(?: - \w+)?)\s*(?::|$)",
    re.IGNORECASE,
)
LIST = re.compile(
    r"[-–—•*·▪◦‣●○]\s+(?:[\w(“\"'‘\[$£…]|\*\*\w)|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|"
    r"[ivx]{1,5})\)\s|[a-z]\.\s+\S|\(\d{1,2}\)\s"
)
TABLE = re.compile(
    r"\S\s*\t+\s*\S|^\|.*\|$|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|"
    r"^[|+:-]*-{3,}[|+:-]+$"
)
ANNEX = re.compile(
    r"(?-i:(?=[A-Z]))(?:attachments?|enclosures?|annex(?:es)?|appendix|appendices|addendum|supplement|encl?\.|att\.|"
    r"tab)\b(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|[ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"(?:\[?\d{1,4}\]?\.?\s+)?(?:working |verbatim |ciphered |cipher |coded |draft |circular |secret |top secret |"
    r"excerpts? from (?:the )?|untitled )*(?:telegram|cable|cablegram|letter|memorandum|memo|report|notes?|"
    r"record|minutes|journal|dispatch|despatch|airgram|diary|information|protocol|resolution|statement|"
    r"conversation|stenograph\w+|transcript|directive|decision|editorial note|paper|aide[- ]m[ée]moire|"
    r"message|national (?:security|intelligence)|summary (?:record|of)|intelligence|the (?:ambassador|"
    r"secretary|chargé|minister|acting|consul|charge|president|under|assistant|deputy|political|"
    r"united states|representative|high commissioner|commander|commanding|director|counselor)\b.* to )\b",
    re.IGNORECASE,
)

"""The forms of a document's head: rules, tried in order, for the pieces above its running text."""

import re

from .kinds import rule
from .words import DATE, MARK, MARKS, POST, TIME

_CITY = (
    r"(?:pyongyang|beijing|peking|moscow|washington(?:,? d\.?c\.?)?|seoul|tokyo|(?:east |west )?berlin|"
    r"bonn|bucharest|budapest|prague|warsaw|sofia|belgrade|tirana|hanoi|saigon|geneva|london|paris|rome|"
    r"vienna|canberra|ottawa|new york|new delhi|havana|cairo|ulan ?ba(?:a)?tor|shenyang|mukden|taipei|"
    r"hong kong|panmunjom)"
)
_NUMBER = (
    r"(?:(?:reg(?:istration)?|incoming|outgoing|cable|cablegram|telegram|copy|file|despatch|dispatch|"
    r"airgram|special|serial|our|your|journal|protocol|index|ciphered telegram|ref(?:erence)?)\.? )*"
)
# The head of a telegram as the teletype wrote it, which stands again on each of its pages.
TELETYPE = (
    rule("classification", 26, rf"(?i:{MARKS})(?: (?:SECTION \d+ OF \d+ )?{POST})?$", re.NOFLAG),
    rule("file-number", 9, rf"{POST}(?: \d\d OF \d\d)? \d{{6}}Z$|-{{6,}}\s*\d{{6}}\b.*", re.NOFLAG),
    rule("dateline", 6, r"(?:[A-Z] ){1,3}\d{6}Z [A-Z]{3} \d\d$", re.NOFLAG),
    rule(
        "distribution",
        30,
        r"(?:ACTION |INFO |ORIGIN )?(?:[A-Z]{1,5}-\d\d ?)+(?:/\d+ ?[RW])?$|/\d+ [RW]$",
        re.NOFLAG,
    ),
    rule("addressee", 14, r"(?:FM|TO|INFO|ACTION) [A-Z]{3,}", re.NOFLAG),
)
HEAD = (
    *TELETYPE,
    rule(
        "date",
        10,
        rf"(?:dated?\s*:?\s*)?[\[(]?{DATE}(?:\s+{DATE})?[\])]*[.,]?$|\[?(?:undated|no date|"
        rf"n\.d\.)\]?\.?$|{DATE}\s+{MARK}$",
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
        r"for)\s+(?-i:[A-Z][A-Z/ ]{3,})|"
        r"from (?:the )?(?!journal|diary)(?-i:[A-Z]\S*(?: [A-Z]\S*){0,5}$)|"
        r"(?:personal |exclusive )?for (?:the )?(?-i:[A-Z]\w+)(?: (?:only|"
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
        r"(?:(?:\w+ )?participants?|\w+ side|recorders?|"
        r"(?:also |members |those )?(?:present|participating|taking part|attending)|"
        r"place|time|location|(?:drafted|prepared|approved|recorded|minutes|interpreted|translated) by|"
        r"interpreters?|note[- ]?taker|chair(?:man)?|duration|author|agenda|order of the day)\s*:|"
        r"(?:drafted|approved|cleared) by [A-Z]",
    ),
)
DOCUMENT = re.compile(
    r"(?:\[?\d{1,4}\]?\.?\s+)?(?:working |verbatim |ciphered |cipher |coded |draft |circular |secret |"
    r"top secret |"
    r"excerpts? from (?:the )?|untitled )*(?:telegram|cable|cablegram|letter|memorandum|memo|report|notes?|"
    r"record|minutes|journal|dispatch|despatch|airgram|diary|information|protocol|resolution|statement|"
    r"conversation|stenograph\w+|transcript|directive|decision|editorial note|paper|aide[- ]m[ée]moire|"
    r"message|national (?:security|intelligence)|summary (?:record|of)|intelligence|the (?:ambassador|"
    r"secretary|chargé|minister|acting|consul|charge|president|under|assistant|deputy|political|"
    r"united states|representative|high commissioner|commander|commanding|director|counselor)\b.* to )\b",
    re.IGNORECASE,
)

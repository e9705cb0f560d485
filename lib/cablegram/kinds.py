"""What a piece is by its own words: rules as data, tried in order.

A rule looks at one piece, without its Markdown; what only the neighbours tell is decided in `page` and `zones`.
"""

import re
from dataclasses import dataclass

KINDS = (
    "furniture date title funder classification heading file-number addressee dateline section-heading paragraph "
    "list-item table-row footnote page-break closing signature distribution seal summary source-line rights "
    "record-field note blank other"
).split()

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"[“\"«]?\d{1,2}(?:st|nd|rd|th)?(?:[/–-]\d{1,2})?[”\"»]?"
DATE = (
    rf"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{MONTH}\s+{_DAY}(?:\s*,\s*|\s+)\d{{4}}|"
    rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{MONTH}\s*,?\s*[’']?\d{{2,4}}|{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?|"
    rf"\d{{1,2}}[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})[./-]\s?\d{{2,4}}|{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH}))"
)
TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|hours|hrs\b\.?)|noon|midnight|\d{4}\s*(?:hours|hrs|[A-Z]\b)|"
    r"\d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?)"
)
_CITY = (
    r"(?:pyongyang|beijing|peking|moscow|washington(?:,? d\.?c\.?)?|seoul|tokyo|(?:east |west )?berlin|bonn|bucharest|"
    r"budapest|prague|warsaw|sofia|belgrade|tirana|hanoi|saigon|geneva|london|paris|rome|vienna|canberra|ottawa|"
    r"new york|new delhi|havana|cairo|ulan ?ba(?:a)?tor|shenyang|mukden|taipei|hong kong|panmunjom)"
)
_MARK = (
    r"(?:(?:top|most|extremely|absolutely|strictly) ?[- ]?secret|secret|(?:strictly )?confidential|restricted|"
    r"unclassified|declassified|(?:limited |for )?official use(?: only)?|official[-–]informal|niact|flash|"
    r"(?:(?:most|extra|especially|very|extremely) )?(?:immediate|urgent)|(?:highest |top |operational )?priority|"
    r"routine|(?:extra |special )?rush|(?:early|express) delivery|express|(?:exclusively |for )?eyes only|exdis|nodis|limdis|stadis|noforn|cherokee|personal|private|sensitive|"
    r"special(?: folder| file| handling)?|limit(?:ed)? distribution|no distribution(?: outside.*)?|"
    r"not for (?:distribution|publication|the press)|verbatim(?: text)?|(?:no|without) classification(?: marking)?|"
    r"regular|internal|for internal use(?: only)?|guard|by (?:cipher|code|bag|hand))"
)
_COPIES = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"


@dataclass(frozen=True)
class Rule:
    """A piece of at most `most` words that matches `pattern` from its start is of this kind."""

    kind: str
    pattern: re.Pattern[str]
    most: int


def _rule(kind: str, most: int, pattern: str, flags: int = re.IGNORECASE) -> Rule:
    return Rule(kind, re.compile(pattern, flags), most)


PAGE_BREAKS = (
    _rule("page-break", 1, r"\x0c+$"),
    _rule("page-break", 4, r"\[\s*(?:page|pg\.?|pp?\.|folio|f\.|sheet)\s*[\dA-Zivxlc]{1,6}\s*\]$|\[?end (?:of )?page.*\]?$"),
    _rule("page-break", 8, r"[-–—=*~ ]*\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?[-–—=*~ ]*$"),
    _rule("page-break", 3, r"[-–—~=*]+\s*\d{1,4}\s*[-–—~=*]+$|<!--\s*page.*-->$"),
)
# What a web page or a PDF puts round the document.
_FURNITURE = (
    _rule("furniture", 30, r"[•*-]?\s*(?:skip to (?:main )?content|search(?: in)?|menu|home|log ?in|sign ?in|print|share|download|"
          r"cite|citation share download|add search filter.*|get citation|share (?:this )?document|view document in.*|"
          r"\w+ (?:pdf|html)|(?:previous|next)(?: document)?|back to top|toggle navigation|table of contents|"
          r"main navigation|breadcrumb|home\s*[›>»/|].*|show (?:more|less)|read more|related documents?|donate|subscribe.*|"
          r"contact(?: us)?|about(?: us)?|copy link|loading\W*|tweet|facebook|twitter|email|share on \w+|search results|"
          r"(?:accept|manage) (?:all )?cookies.*|th(?:is|e) (?:site|website) uses cookies.*)$"),
    _rule("furniture", 30, r"(?:wilson center )?digital archive$|(?:digital archive\W+)?(?:digitalarchive\.wilsoncenter\.org\s+)?"
          r"international history declassified$|office of the historian$|historical documents$|"
          r"foreign relations of the united states.{0,160}$|(?:•\s*)?(?:https?://|www\.|digitalarchive\.|history\.state)\S+$"),
)
_RECORD = (
    _rule("rights", 400, r".*(?:welcomes reuse of|rights status|all rights reserved|retained by the rights holders|"
          r"rights holders have been contacted|in the public domain|creative commons|crown copyright|©|\bcopyright (?:\d{4}|held|of|by)|"
          r"may not be reproduced|reproduced (?:with|by) (?:the )?(?:kind )?permission|licen[cs]ed under)"),
    _rule("funder", 60, r"(?:this )?(?:document|translation|publication|project) (?:was|has been|is) (?:made possible|supported|funded)|"
          r"made possible (?:with|by|through)|with (?:the )?(?:generous )?support (?:from|of)|funded by"),
    _rule("source-line", 200, r"\W{0,3}(?:sources?|archival source|archive|original archive|citation)\s*:\s*\S"),
    _rule("source-line", 120, r"\W{0,3}(?:(?:document )?(?:obtained|provided|donated|contributed)(?: for \w+)?(?:,? and translated)?"
          r"(?: for [\w ]+)? by|translat(?:ed|ion)(?: from [\w ]+)?(?: for [\w ]+)? by|translation from|translator:)"),
    _rule("source-line", 200, r".*history and public policy program digital archive"),
    _rule("source-line", 90, r"\W{0,3}(?:PRC FMA|AMFA|AVPR?F?|APRF|RGASPI|RGANI|RGAE|GARF|TsKhSD|TsAMO|TsDA|CDA|MNL|MOL|PA ?AA|PolA AA|"
          r"MfAA|SAPMO|BStU|BArch|AMZV|NA,|AMAE|AMSZ|AAN|ANIC|RNHA|AJ,|DAMSPS|SFU|AA|AWM|PRO|NAA|NARA|National Archives|"
          r"The National Archives|TNA|FO|CAB|PREM|RG|Record Group|Bundesarchiv|Politisches Archiv|[A-Z]\w+ (?:Provincial|Municipal) "
          r"Archives|Library of Congress|Hoover Institution|[A-Z]\w+ (?:\w+ )?Library)[ ,:].*\d", re.NOFLAG),
    _rule("source-line", 90, r"(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|box \d+, folder)"),
)
_FORM = (
    _rule("seal", 40, r"\W{0,2}(?:(?:round |official |rectangular |incoming )?(?:seal|stamp(?:ed)?)\b|l\.\s?s\.\))"),
    _rule("distribution", 200, r"(?:distribution(?: list)?|distributed to|b?c\.?c\.?(?: to)?|(?:carbon )?cop(?:y|ies)(?: (?:were )?(?:also )?sent)?"
          r" (?:to|for)|copies|sent to|also sent to|circulat(?:ed to|ion)|repeated (?:to|for|info(?:rmation)?)|info(?:rmation)? copies|"
          r"recipients?|mailing list)\s*:"),
    _rule("distribution", 40, r"(?:b?cc|cop(?:y|ies) (?:sent )?to|sent to|repeated (?:to|info))\s+(?-i:[A-Z])"),
    _rule("distribution", 14, rf"(?:(?:produced|made|printed|typed|prepared) in )?{_COPIES} cop(?:y|ies)\b"),
    _rule("signature", 25, r"[\[(]*(?:signed|signature|sgd\.?|initial(?:l?ed|s))\b\s*[\]):]|/?s/\s|\(s\)\s|[\[(]?signed by\b|"
          r".*(?:\[(?:illegible )?signature(?: illegible)?\]|\(signed\)|/s/)"),
    _rule("closing", 16, r"(?:(?:very |most )?(?:respectfully|sincerely|faithfully|cordially)(?: (?:yours|submitted))?|yours\b(?: \w+){0,3}|"
          r"(?:very )?truly yours|(?:best|kind|warm) (?:regards|wishes)|by order of [^.]*|for the (?:minister|ambassador|secretary|director)|"
          r"i (?:have the honou?r to (?:be|remain)|remain|am)\b[^.]*)[,.;:!]*$"),
    _rule("closing", 25, r"(?:with|my|our|please accept|accept)\b(?:[\w ,’']*\b)(?:greetings|regards|respects?|salute|wishes|assurances?|esteem)\b[^.]*[.,]?"
          r"(?:\s+(?-i:[A-Z]{2,})[^.]*\.?[”\"]?)?$"),
    _rule("classification", 14, rf"[\[({{*/ ]*(?:(?:cable |telegram )?(?:classification|precedence|priority|urgency)\s*:\s*)?{_MARK}(?:[\s;,./()\[\]{{}}*–—:&-]*(?:and )?{_MARK})*[\])}}*/ .;,!]*(?:\[[^\]]*\])?$"),
    _rule("footnote", 400, r"\[\^?\d{1,3}\]:?\s+\S|[¹²³⁰-⁹†‡]+\s*\S|\d{1,3}[.)/]?\s+(?:source:|see\b|supra\b|infra\b|ibid|not (?:printed|found)|"
          r"attached but|drafted (?:by|on)|telegram \d|in telegram|document \d|reference is|printed (?:in|from))"),
    _rule("note", 60, r"\W?(?:translator|editor|editorial)[’']?s?[’']? note\b|\[?(?:note|n\.?b\.?|remark|comment|resolution)s?\s*[\]:]|"
          r"\[?(?:handwritten|marginal|annotation|notation)s?\b.{0,60}[\]:]|\[?handwritten\b"),
    _rule("note", 60, r"\[(?:\s*[…. ]+\s*|(?!to\b|north\b|chinese\b|soviet\b)[^\]]*)\]\W*$"),
)
ANYWHERE = PAGE_BREAKS + _FURNITURE + _RECORD + _FORM

_NUMBER = r"(?:(?:reg(?:istration)?|incoming|outgoing|cable|cablegram|telegram|copy|file|despatch|dispatch|airgram|special|serial|our|your|journal|protocol|index|ciphered telegram|ref(?:erence)?)\.? )*"
HEAD = (
    _rule("date", 10, rf"(?:dated?\s*:?\s*)?[\[(]?{DATE}(?:\s+{DATE})?[\])]*[.,]?$|\[?(?:undated|no date|n\.d\.)\]?\.?$"),
    _rule("date", 14, r"(?:date|date and time|date/time)\s*:\s*\S"),
    _rule("date", 4, r"\[?1[89]\d\d\]?$|(?:spring|summer|autumn|fall|winter|early|mid|late)[- ](?:of )?1[89]\d\d$"),
    _rule("file-number", 14, rf"{_NUMBER}(?:(?:nos?|nr|num|number|refs?|reftel|file)\b|n[°º]|№)\.?\s*:?\s*\S*\d(?!.*[a-z]{{4,}} [a-z]{{2,}}).*$"),
    _rule("dateline", 16, rf"(?:(?:[A-Z\d\[(][^\s.;:]*\.?|the|at|de|la|via)[ ,–—-]+){{1,8}}?[\[(]?(?i:{DATE})[\])]?"
          rf"(?:[\s,;–—-]+(?:at )?(?i:{TIME})(?:\s*\(?[A-Z]{{2,4}}\)?)?)?[.,]?\s*\[?\d{{0,2}}\]?$", re.NOFLAG),
    _rule("dateline", 14, rf"[\[(]?(?i:{DATE}[\s,;–—-]+(?:at )?{TIME}).{{0,25}}$|(?:[A-Z][^\s.;:]*[ ,–—-]+){{1,4}}(?i:{TIME})[.,]?$|"
          rf"(?i:received|sent|dispatched|rec[’']d|transcribed|proofread|copied)\b.{{0,40}}(?i:{DATE}|{TIME}).{{0,60}}$", re.NOFLAG),
    _rule("dateline", 3, rf"{_CITY}\W*$"),
    _rule("addressee", 60, r"[\[(]?(?:to|from|via|for|attention|attn\.?|action|info|through|thru|pass to|fm)[\])]?\s*:"),
    _rule("addressee", 45, r"\W?(?:\[to\]|to)\s+(?:the |transmit |comrade|cde|com\.|mr|h\.\s?e|his |her |all |minist|ambassador|embassy|"
          r"(?-i:[A-Z]))(?!.*[.;]$)"),
    _rule("addressee", 14, r"(?:from|action|info|fm|amembassy|secstate|usun|usmission|for)\s+(?-i:[A-Z][A-Z/ ]{3,})|"
          r"(?:personal |exclusive )?for (?:the )?(?-i:[A-Z]\w+)(?: (?:only|from|and|the|(?-i:[A-Z])\S*)){0,6}\W*$"),
    _rule("addressee", 14, r"\W?(?:my |most )?(?:dear|esteemed|respected|honou?red)\b.{2,70}[,:!]$"),
    _rule("addressee", 14, r"\W?(?:(?:comrades?|cde\.|com\.|mr\.|mrs\.|dr\.|your excellenc|"
          r"his excellenc|sirs?\b|madam|gentlemen|h\.\s?e\.)\b)[^.;]*(?:[^.;]|(?-i:\b[A-Z]{2,})\.)$"),
    _rule("file-number", 12, r"(?:\(\d{2,4}\)|[\[(]?\d{2,4}[\])]?)\s.{0,60}\b(?:no|nr)\.?\s*\d+\S*$|"
          r"[\w./() –—-]{0,30}\d[\w./() –—-]*:\s*(?:circular )?(?:telegram|airgram|despatch)$"),
    _rule("file-number", 12, r"(?:[A-Z\[(]\S*\s+){0,6}(?:No|NO|Nr|N[°º]|№)\.?\s*[A-Z(\d].{0,25}\d\S*$|(?:[A-Z]\S*\s+){0,3}"
          r"(?:Received|Incoming|Outgoing|Sent)\s+(?:[A-Z]\w+-)?\d[\w/-]*\W?$", re.NOFLAG),
    _rule("file-number", 9, r"[A-ZА-Я]{0,6}[-–./ ]{0,2}\d[\d.]{0,8}(?:[-–./ ]{1,2}(?:[A-Za-z]{0,2}\d+[A-Za-z]{0,2}|[A-Za-z]{1,3})){0,6}$|e\.?o\.? ?\d|tags:|ls no|ref(?:tel)?s?\b.{0,3}\d"),
    _rule("file-number", 9, r"(?:[A-Z]\w*\s+)*(?:No|NO|Nr)\.\s?\d[\d./–-]*(?:/?\w*)$", re.NOFLAG),
    _rule("heading", 60, r"(?:subject|subj|re|topic|concerning|object|matter|theme|about)\s*[.:]\s*\S|subjects?:?$"),
    _rule("record-field", 80, r"(?:participants?|present|place|time|location|drafted by|prepared by|approved by|interpreter|duration|author)\s*:"),
)
FIELDS = re.compile(
    r"[•*-]?\s*(?:document information|citation|summary|abstract|credits?|original language|languages?|contents?|source|original archive|"
    r"rights|original uploaded date|original classification|record id|type|creators?|contributors?|author(?:\(s\)|s)?|subjects? discussed|"
    r"people mentioned|publisher|geographic (?:subjects?|coverage)|associated (?:people|places|topics).*|keywords?|"
    r"repository|collections?|date|donors?|translators?|identifier|document (?:date|type|number)|coverage|description|"
    r"classification|tags|scan of original|english translation)\s*(?::|$)",
    re.IGNORECASE,
)
LIST = re.compile(r"[-–—•*·▪◦‣●○]\s+\S|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|[ivx]{1,5})\)\s|[a-z]\.\s+\S|\(\d{1,2}\)\s")
TABLE = re.compile(r"\S\s*\t+\s*\S|^\|.*\|$|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|^[|+:-]*-{3,}[|+:-]+$")
ANNEX = re.compile(
    r"(?:attachments?|enclosures?|annex(?:es)?|appendix|appendices|addendum|supplement|encl?\.|att\.|tab)\b"
    r"(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|[ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"(?:\[?\d{1,4}\]?\.?\s+)?(?:ciphered |cipher |coded |draft |circular |secret |top secret |excerpts? from (?:the )?|untitled )*"
    r"(?:telegram|cable|cablegram|letter|memorandum|memo|report|notes?|record|minutes|journal|dispatch|despatch|airgram|diary|"
    r"information|protocol|resolution|statement|conversation|stenograph\w+|transcript|directive|decision|editorial note|paper|"
    r"aide[- ]m[ée]moire|message|national (?:security|intelligence)|summary (?:record|of)|intelligence|"
    r"the (?:ambassador|secretary|chargé|minister|acting|consul|charge|president|under|assistant|deputy|political|united states)\b.* to )\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>+\s*)*[*_~`\s]*|[*_`~\s]*$|\\(?=[.\-)\]*_#])")


def plain(text: str) -> str:
    """The first 600 characters of a piece on one line and without Markdown: what the rules look at."""
    return _MARKUP.sub("", " ".join(text[:600].split())) or text[:600]


def by_rules(text: str, rules: tuple[Rule, ...]) -> str:
    """The kind that the first fitting rule gives, or an empty string."""
    bare, words = plain(text), text[:6000].count(" ") + 1
    return next((rule.kind for rule in rules if words <= rule.most and rule.pattern.match(bare)), "")

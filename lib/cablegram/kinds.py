"""What a piece is by its own words: the rules, in the order in which they are tried, as data.

A rule looks at the piece without its Markdown (`#`, `**`, `_`, `\\`) and at no other piece; what only the
neighbours can tell is decided in `zones`.
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
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{MONTH}\s+{_DAY}(?:\s*,\s*|\s+)\d{{4}}|"
    rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{MONTH}\s*,?\s*\d{{2,4}}|{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?|"
    rf"\d{{1,2}}[./]\s?(?:\d{{1,2}}|[IVX]{{1,4}})[./]\s?\d{{2,4}}|{MONTH}\s+{_DAY})"
)
_TIME = r"(?:\d{1,2}([:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|hrs\.?)|noon|midnight|\d{4}\s*(?:hours|hrs|[A-Z]\b)|\d{1,2}[:.]\d\d)"
_MARKS = r"(?:top[ -]secret|strictly (?:secret|confidential)|absolutely secret|most secret|extremely secret|secret|"
_MARKS += r"(?:strictly )?confidential|restricted|unclassified|declassified|(?:limited )?official use(?: only)?|for official use only|"
_MARKS += r"niact|flash|(?:most |extra |especially |very |extremely )?(?:immediate|urgent)|(?:highest |top |operational )?priority|routine|"
_MARKS += r"(?:exclusively |for )?eyes only|exdis|nodis|limdis|stadis|noforn|cherokee|personal|special(?: folder| file)?|sensitive|"
_MARKS += r"limited distribution|no distribution(?: outside.*)?|not for (?:distribution|publication|the press)|verbatim(?: text)?|"
_MARKS += r"(?:no|without) classification(?: marking)?|regular|important|internal|for internal use(?: only)?|guard|by (?:cipher|code|bag|hand)|"
_MARKS += r"(?:original )?classification:?|official[-–]informal|priv(?:ate|acy)|priority and)"
_WORD = r"[^\s]+"


@dataclass(frozen=True)
class Rule:
    """A piece of at most `most` words that matches `pattern` from its start is of this kind."""

    kind: str
    pattern: re.Pattern[str]
    most: int = 400


def _rule(kind: str, pattern: str, most: int = 400, flags: int = re.IGNORECASE) -> Rule:
    return Rule(kind, re.compile(pattern, flags), most)


ANYWHERE = (
    # what a page leaves behind
    _rule("page-break", r"\x0c+$"),
    _rule("page-break", r"\[\s*(?:page|pg\.?|pp?\.|end of page|folio|f\.)\s*[\dA-Zivxlc]{1,6}\s*\]$"),
    _rule("page-break", r"[-–—=*~ ]*\bpage\s+\d+(?:\s+(?:of|/)\s*\d+)?[-–—=*~ ]*$"),
    _rule("page-break", r"[-–—~]\s*\d{1,4}\s*[-–—~]$|[-–—=*]{2,}\s*\d{1,4}\s*[-–—=*]{2,}$|\[end (?:of )?page.*\]$"),
    _rule("page-break", r"(?:page break|new page|<!--\s*page.*-->)$"),
    _rule("furniture", r"(?:skip to (?:main )?content|search in|search|menu|home|log ?in|sign ?in|print|share|download|cite|"
          r"citation share download|add search filter.*|get citation|share (?:this )?document|view document in.*|english html|"
          r"(?:\w+ )?(?:pdf|html|transcript)|(?:previous|next)(?: document)?|back to top|toggle navigation|table of contents|"
          r"main navigation|breadcrumb|home\s*[›>»/|].*|show (?:more|less)|read more|view (?:original|document|all).*|related documents?|"
          r"wilson center digital archive|digital archive|(?:digital archive\W+)?(?:digitalarchive\.wilsoncenter\.org\s+)?"
          r"international history declassified|office of the historian|foreign relations of the united states.{0,120}|"
          r"historical documents|share on \w+|tweet|facebook|twitter|email|bookmark|copy link|accept (?:all )?cookies.*|"
          r"this (?:site|website) uses cookies.*|press enter to search.*|donate|subscribe.*|contact(?: us)?|about(?: us)?|"
          r"•?\s*https?://\S+|(?:www|digitalarchive|history)\.\S+|scan of original|english translation|loading\W*)$", 30),
    _rule("rights", r".*(?:welcomes reuse of digital archive|rights status|all rights reserved|retained by the rights holders|"
          r"rights holders have been contacted|public domain|creative commons|©|\(c\) \d{4}|copyright (?:\d{4}|held|of)|may not be reproduced|"
          r"reproduc(?:ed|tion) (?:with|by) (?:the )?(?:kind )?permission|crown copyright)"),
    _rule("funder", r"(?:this )?(?:document|translation|publication|project) was (?:made possible|supported|funded)|"
          r"made possible (?:with|by|through)|with (?:the )?(?:generous )?support (?:from|of)|funded by", 60),
    # where it lies, who found and translated it
    _rule("source-line", r"\[?\(?(?:source|sources|archival source|archive|original archive|document source|citation)\s*:\s*\S"),
    _rule("source-line", r"\[?\(?(?:(?:obtained|provided|donated|contributed|document obtained)(?: for \w+)?(?:,? and translated)?"
          r"(?: for [\w ]+)? by|translat(?:ed|ion)(?: from [\w ]+)?(?: for [\w ]+)? by|translation (?:by|from)|translator:)"),
    _rule("source-line", r".*history and public policy program digital archive"),
    _rule("source-line", r"[\[(]?(?:PRC FMA|AMFA|AVP ?RF?|APRF|AVPRF|RGASPI|RGANI|RGAE|GARF|TsKhSD|TsAMO|TsDA|MOL\b|MNL OL|MOL,|PA ?AA|"
          r"PolA AA|MfAA|SAPMO|BStU|BArch|AMZV|NA[ ,]|AMAE|AMSZ|AAN\b|ANIC|RNHA|AJ,|DAMSPS|MIJ|SFU :|AA ?:|AWM ?:|PRO ?:|NAA ?:|"
          r"NARA\b|National Archives|The National Archives|TNA\b|FO \d|CAB \d|PREM \d|RG \d|Record Group|Central Archive|Archive of|"
          r"Archives? |Bundesarchiv|Politisches Archiv|Jilin Provincial Archives|Shanghai Municipal Archives|Hebei Provincial Archives|"
          r"Arhiva|Library of Congress|Hoover Institution)\b.*\d", 90, re.NOFLAG),
    _rule("source-line", r"(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|box \d+, folder)", 90),
    # seals, copies, closings
    _rule("seal", r"\[?\(?(?:(?:round |official |rectangular )?(?:seal|stamp|stamped)\b(?: of)?[\])]?|L\.\s?S\.\))", 40),
    _rule("distribution", r"(?:distribution(?: list)?|distributed to|c\.?c\.?|b\.?c\.?c\.?|(?:carbon )?cop(?:y|ies)(?: (?:were )?(?:also )?sent)?"
          r"(?: to| for)|copies|sent to|also sent to|circulated to|circulation|repeated (?:to|for|info(?:rmation)?)|info(?:rmation)? copies|"
          r"(?:produced|made|printed|typed|prepared) in \w+ copies.*|\w+ copies (?:made|printed|produced).*|recipients?|mailing list)"
          r"(?:\s*:|\s+(?=[A-Z\d]))", 200),
    _rule("distribution", r"(?:\d+|one|two|three|four|five|six)\s+cop(?:y|ies)\b.{0,60}$|\d+\s*[-–—]\s*(?:to|comrade|file|com\.)\s", 12),
    _rule("signature", r"\[?\(?(?:signed|signature|sgd\.?|initialed|initials)\b\s*[\]):]|/s/|s/\s|\(s\)\s|\[?signature|\(?\[?signed(?: by)?\b", 25),
    _rule("closing", r"(?:(?:very |most )?(?:respectfully|sincerely|faithfully|cordially)(?: (?:yours|submitted))?|yours\b(?: \w+){0,3}|"
          r"(?:very )?truly yours|(?:with|my|our) (?:(?:my|our|the) )?(?:\w+,? (?:and )?){0,3}(?:greetings|regards|respects?|salute|wishes|assurances?)\b.*|"
          r"(?:best|kind|warm) (?:regards|wishes)|(?:please )?accept,?\b.*\bassurances? of.*|i (?:have the honou?r to be|remain|am),?(?: sir)?.*|"
          r"by order of.*|for the (?:minister|ambassador|secretary|director|chargé)\W*|in the name of.*)[,.;:!]*$", 25),
    # the head of a letter or telegram
    _rule("classification", rf"[\[({{*/ ]*{_MARKS}(?:[\s;,./()\[\]{{}}*–—:&-]*(?:and )?{_MARKS})*[\])}}*/ .;,!]*(?:\[[^\]]*\])?$", 14),
    _rule("note", r"\[(?:\s*[…. ]+\s*|(?!to\b|north\b|chinese\b|soviet\b)[^\]]*)\][.\s]*$|\(?(?:translator|editor|editorial|author)[’']?s? note\b|"
          r"\[?(?:note|nb|n\.b\.|remark|editorial note|handwritten|marginal(?:ia| note)?|annotation|resolution)\s*(?:\]|:|\.)\s*", 200),
)

HEAD = (
    _rule("date", rf"(?:date(?:d)?\s*:?\s*)?[\[(]?{DATE}[\])]?[.,]?$|\[?(?:undated|no date|n\.d\.)\]?\.?$", 10),
    _rule("date", r"(?:date|date and time|date/time)\s*:\s*\S", 14),
    _rule("date", r"\[?1[89]\d\d\]?$|(?:spring|summer|autumn|fall|winter|early|mid|late)[- ](?:of )?1[89]\d\d$", 3),
    _rule("dateline", rf"(?:(?!on |in |by |since |until |from |at )\S+[ ,–—-]+){{1,8}}?[\[(]?{DATE}[\])]?"
          rf"(?:[\s,;–—-]+(?:at )?{_TIME}(?:\s*\(?[A-Z]{{2,4}}\)?)?)?[.,]?\s*\[?\d{{0,2}}\]?$", 16),
    _rule("dateline", rf"[\[(]?{DATE}[\s,;–—-]+(?:at )?{_TIME}.{{0,25}}$|(?:\S+[ ,–—-]+){{1,4}}{_TIME}[.,]?$|"
          rf"(?:received|sent|dispatched|rec[’']d)\b.{{0,40}}(?:{DATE}|{_TIME}).{{0,20}}$", 14),
    _rule("addressee", r"[\[(]?(?:to|from|via|for|attention|attn\.?|action|info|through|thru|pass to)[\])]?\s*:", 60),
    _rule("addressee", r"(?:\[to\]|to)\s+(?:the |comrade|cde\.?|com\.|cdes|mr|h\.\s?e|his |her |all |minister|ministry|ambassador|embassy|"
          r"(?-i:[A-Z]))(?!.*[.;]$).*", 45),
    _rule("addressee", r"(?:from|action|info|fm|amembassy|secstate|usun|for)\s+(?-i:[A-Z][A-Z/ ]{3,}).*$|(?:personal )?for (?:the )?(?-i:[A-Z]\w+)"
          r"(?: (?:only|from|and|the|(?-i:[A-Z])\S*)){0,6}\W*$", 14),
    _rule("addressee", r"(?:(?:my |most )?(?:dear|esteemed|respected|honou?red|highly) .*|(?:comrades?|cde\.|com\.|mr\.|mrs\.|dr\.|"
          r"(?:your|his|her) excellenc\w+|sir|sirs|madam|gentlemen|h\.\s?e\.)\b[^.;]*(?<![.;]))[,:!]?$", 16),
    _rule("file-number", r"(?:registration |incoming |outgoing |cable |telegram |document |copy |file |despatch |dispatch |airgram |reference |ref(?:erence)?s?\.? |"
          r"special |serial |reg\. |our |your |journal |protocol |index |report |letter |enclosure |ciphered telegram )*(?:no|nos|nr|num|number|ref|refs|reftel|file|"
          r"n[°º]|№|#|eo?s?|tags)\b\s*[.:]*\s*\S*\d.*$|№\s*\S+", 14),
    _rule("file-number", r"(?:\(\d{2,4}\)|[\[(]?\d{2,4}[\])]?)\s.{0,60}\b(?:no|nr)\.?\s*\d+\S*$|[\w./() –—-]{0,30}\d[\w./() –—-]*:\s*(?:circular )?(?:telegram|airgram|despatch)$", 14),
    _rule("file-number", r"[A-ZА-Я]{0,6}[-–./ ]{0,2}\d{1,7}(?:[-–./ ]{1,2}[A-Za-z\d]{1,8}){0,6}$|(?:e\.?o\.? ?\d|tags:|ref(?:tel)?s?:|copy (?:no|#|n\.)|ls no)", 9),
    _rule("file-number", r".{0,60}\b(?:no|nr)\.\s?\d[\d./–-]*(?:/?\w*)$", 9),
    _rule("heading", r"(?:subject|subj|re|topic|concerning|object|matter|theme|about|contents?)\s*[.:]\s*\S|subject$", 60),
    _rule("record-field", r"(?:participants?|present|place|time|location|date and time|drafted by|prepared by|approved by|interpreter|duration|author)\s*:", 80),
)
FIELDS = re.compile(
    r"(?:document information|citation|summary|abstract|credits?|original language|languages?|contents?|source|original archive|rights|"
    r"original uploaded date|record id|type|creators?|contributors?|author\(?s?\)?|authors|subjects? discussed|people mentioned|publisher|"
    r"geographic (?:subjects?|coverage)|places?(?: mentioned)?|associated (?:people|places|topics).*|keywords?|repository|collections?|date|donors?|translators?|"
    r"identifier|document (?:date|type|number)|coverage|description|classification level|tags)\s*:?",
    re.IGNORECASE,
)
LIST = re.compile(r"[-–—•*·▪◦‣●○]\s+\S|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|[ivx]{1,5})\)\s|[a-z]\.\s+\S")
TABLE = re.compile(r"\S\s*\t+\s*\S|^\|.*\|$|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|^[|+:-]*-{3,}[|+:-]*$")
ANNEX = re.compile(
    r"(?:attachments?|enclosures?|annex(?:es)?|appendix|appendices|addendum|supplement|encl?\.|att\.|tab)\b"
    r"(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|[ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"(?:\[?\d{1,4}\]?\.?\s+)?(?:ciphered |coded |draft |circular |secret |top secret |excerpts? from (?:the )?|untitled )*(?:telegram|cable|cablegram|letter|memorandum|memo|"
    r"report|notes?|record|minutes|journal|dispatch|despatch|airgram|diary|information|summary|protocol|resolution|statement|conversation|"
    r"stenograph\w+|transcript|directive|decision|editorial note|paper|aide[- ]m[ée]moire|message|national security|summary record|intelligence|"
    r"the (?:ambassador|secretary|chargé|minister|acting|consul|charge|president|under|assistant|deputy|political|united states)\b.* to )\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>+\s*)*[*_~`\s]*|[*_`~\s]*$|\\(?=[.\-)\]*_#])")


def plain(text: str) -> str:
    """The first 600 characters of a piece without Markdown, which is what the rules look at."""
    return _MARKUP.sub("", " ".join(text[:600].split())) or text[:600]


def by_rules(text: str, rules: tuple[Rule, ...]) -> str:
    """The kind that the first fitting rule gives, or an empty string."""
    bare, words = plain(text), text[:6000].count(" ") + 1
    return next((rule.kind for rule in rules if words <= rule.most and rule.pattern.match(bare)), "")

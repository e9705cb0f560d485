r"""The forms of diplomatic documents and of the pages that carry them, as tables.

Looked up in pages of the Wilson Center Digital Archive, *Foreign Relations of the United States* and
*Documents on Australian Foreign Policy*, in telegrams of the Department of State as the teletype wrote them,
and in letters, minutes, debates and newspapers from 1778 on.

A row of a table goes on in the lines below it that begin with a space. `{DATE}` stands for the pattern of
that name in `WORDS`. Case counts only inside `(?-i:...)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = (
    *("furniture", "date", "title", "funder", "classification", "heading", "file-number", "addressee"),
    *("dateline", "section-heading", "paragraph", "list-item", "table-row", "footnote", "page-break"),
    *("closing", "signature", "distribution", "seal", "summary", "source-line", "rights", "record-field"),
    *("note", "front-matter", "blank", "other"),
)
BODY = frozenset(("paragraph", "list-item", "table-row"))
# What the page of an archive says of the document.
PAGE = frozenset(("furniture", "record-field", "rights", "source-line", "funder", "summary"))


@dataclass(frozen=True)
class Rule:
    """A line of at most `most` words whose beginning fits `pattern`, Markdown apart, is of this kind."""

    kind: str
    most: int
    pattern: re.Pattern[str]


WORDS: dict[str, str] = {}  # what forms are made of; filled from the first table


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """The first word of each row and the rest of it, with the patterns that it names."""
    for row in re.sub(r"\n\s+|(?m:^#.*\n)", "", table.strip()).splitlines():
        word, rest = row.split(None, 1)
        yield word, re.sub(r"\{([A-Z]+)\}", lambda name: WORDS[name[1]], rest)


def rules(table: str) -> tuple[Rule, ...]:
    """One rule per row: its kind, the most words, the pattern."""
    rows = [(kind, *rest.split(None, 1)) for kind, rest in _rows(table)]
    return tuple(Rule(kind, int(most), re.compile(pattern, re.IGNORECASE)) for kind, most, pattern in rows)


for _word, _pattern in _rows(r"""
MONTH (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|
    oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?
DAY [“\"«]?\d{1,2}(?:st|nd|rd|th|d)?\.?(?:[/–-]\d{1,2})?[”\"»]?
DATE (?:(?:(?:mon|tues|wednes|thurs|fri|satur|
    sun)day,?\s+(?:the\s+)?)?(?:{MONTH},?\s+(?:the\s+)?{DAY}(?:\s*,\s*|\s+)\d{4}|
    (?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}\s*,?\s*[’']?\d{2,4}|{MONTH},?\s+\d{4}|\d{4}-\d\d(?:-\d\d)?|
    \d{1,2}[./-]\s?(?:\d{1,2}|[IVX]{1,4})[./-]\s?\d{2,4}|{MONTH}\s+{DAY}|{DAY}\s+{MONTH}))
TIME (?:\d{1,2}(?:[:.]\d\d)?(?:\s*[–—-]\s*\d{1,2}(?:[:.]\d\d)?)?\s*(?:[\[(]?[ap]\.?\s?m\b\.?[\])]?|hours|
    hrs\b\.?|o[’']clock)|noon|midnight|\d{4}\s*(?:hours|hrs|[A-Z]\b)|
    \d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?)
LEVEL (?:(?:(?:cable |telegram |original )?(?:classification|precedence|priority|level|urgency)\s*:|
    (?:(?:incoming|outgoing) )?(?:telegram|cablegram|airgram)\b)\s*)
RECEIVERS (?:distribution(?: list)?|distributed to|received by|herewith to|recipients?|mailing list|
    (?:also )?sent to|b?c\.?c\.?(?: to)?|(?:carbon )?cop(?:y|ies)(?: (?:also )?sent)? (?:to|for)|
    circulat(?:ed to|ion)|(?:repeated|info\w*) (?:to|for|info\w*|copies)|copies)
MARK (?:(?:top|most|extremely|absolutely|strictly) ?[- ]?secret|secret|(?:strictly )?confidential|restricted|
    unclas(?:sified)?|declassified|(?:limited |for )?official use(?: only)?|niact|flash|(?:(?:most|extra|
    especially|very|extremely) )?(?:immediate|urgent)|(?:highest |top |operational )?priority|routine|
    (?:extra |special )?rush|(?:early|express) delivery|express|(?:exclusively |for )?eyes only|exdis|nodis|
    limdis|stadis|noforn|personal|private|sensitive|special(?: folder| file| handling)?|
    limit(?:ed)? distribution|no distribution(?: outside.*)?|not for (?:distribution|publication|the press)|
    verbatim(?: text)?|(?:no|without) classification(?: marking)?|internal|for internal use(?: only)?|
    s e c r e t|c o n f i d e n t i a l|u n c l a s s i f i e d|(?:making )?cop(?:ies|ying)(?: (?:is|
    are))? (?:prohibited|forbidden))
MARKS {MARK}(?:[\s;,./()\[\]{}*–—:&-]*(?:and )?{MARK})*
DEAR (?:to )?(?:(?:my|own|most|very|ever) )*(?:dear(?:est)?|beloved|esteemed|respected|honou?red)
POST [A-Z]{3,}(?: [A-Z]+)* \d{3,6}
NUMBER (?:(?:reg(?:istration)?|incoming|outgoing|cable|cablegram|telegram|copy|file|despatch|dispatch|airgram|
    special|serial|our|your|journal|protocol|index|ciphered telegram|ref(?:erence)?)\.? )*
FIGURES ^(?:\d{4}|[^\d|]*[^\d\s|])(?:\s+[-+$£]?\d+(?:[.,]\d+)*%?)+\s+[-+$£]?\d+[.,]\d+%?[\s.…]*$
PARTS (?:scan of original(?: document)?|original scan|english translation|translation - english)
HEADINGS (?:document information|{PARTS})
"""):
    WORDS[_word] = _pattern

# Lines of any part of a document: page marks, what a web page or a PDF puts round it, the archive's record of
# it, and the forms that its parts have.
ANYWHERE = rules(r"""
page-break 1 \x0c+$
page-break 8 [-–—=*~(\[ ]*(?:doc ?id\W*\d+\W+)?\b(?:page|folio)\s+\d+(?:\s*(?:of|/)\s*\d+)?[-–—=*~)\] ]*$
page-break 3 [-–—~=*]+\s*\d{1,4}\s*[-–—~=*]+$|<!--\s*page.*-->$
page-break 6 \[+/?(?:printed|stamped|page|end (?:of )?page|start page)\b[^\]]*\]+.{0,30}$
furniture 30 [•*-]?\s*\[?(?:skip to (?:main )?content|browse|search(?: in| results)?|menu|
    home(?:\s*[›>»/|].*)?|log ?in|sign ?in|print|share(?: (?:this|on) \w+)?|download|edit|(?:get )?cit(?:e|
    ation)|view document in.*|\w+ (?:pdf|html)|(?:previous|next)(?: document| page)?|back to top|(?:toggle|
    main) navigation|breadcrumb|(?:show|read) (?:more|less)|donate|subscribe.*|contact(?: us)?|about(?: us)?|
    copy link|facebook|twitter|email|.{0,40} cookies\b.*)\]?$
furniture 30 (?:wilson center )?digital archive$|
    (?:digital archive\W+)?(?:digitalarchive\S+\s+)?international history declassified$|
    (?:released by the )?office of the historian$|u\.s\. department of state$|historical documents$|
    foreign relations of the united states.{0,160}$|(?:•\s*)?(?:https?://|www\.|digitalarchive\.|
    history\.state)\S+$|.{0,40}\b(?:declassified/released|approved for release)\b.*\d
furniture 20 from wiki(?:source|pedia)\b.{0,40}$|jump to(?: navigation|:).{0,40}$|[←→].{0,80}$|.{0,80}[←→]$|
    (?:retrieved from|categor(?:y|ies):|sister projects|digitized by|(?:page )?last (?:updated|
    modified)) .{0,120}$|(?:page:)?.{1,60}\.(?:djvu|pdf)(?:/\d+)?$
rights 400 .*(?:welcomes reuse of|rights status|all rights reserved|rights holders|in the public domain|
    creative commons|crown copyright|©|\bcopyright (?:\d{4}|held|of|by)|may not be reproduced|
    licen[cs]ed under)
funder 60 (?:this )?(?:document|translation|publication|project) (?:was|has been|
    is)(?: made possible| supported| funded)|made possible (?:with|by|through)|
    with (?:the )?(?:generous )?support (?:from|of)|funded by
source-line 200 \W{0,3}(?:(?:archival |original )?(?:sources?|archive)|citation|translator)\s*:\s*\S|
    \W{0,3}(?:document )?(?:obtained|provided|donated|contributed|translat(?:ed|
    ion))(?:,? and translated)?(?: (?:for|from) [\w ]+)? (?:by|from)\b|.*(?:history and public policy program|
    wilson center) digital archive,
source-line 90 (?-i:\W{0,3}(?:PRC FMA|AMFA|AVPR?F?|APRF|RGASPI|RGANI|RGAE|GARF|TsKhSD|TsAMO|TsDA|CDA|MNL|MOL|
    PA ?AA|MfAA|SAPMO|BStU|BArch|AMZV|NA,|AMAE|AMSZ|AAN|ANIC|RNHA|AJ,|DAMSPS|SFU|AA|AWM|PRO|NAA|NARA|
    (?:The )?National Archives|TNA|FO|CAB|PREM|RG|Record Group|Bundesarchiv|Politisches Archiv|
    [A-Z]\w+ (?:Provincial|Municipal) Archives|Library of Congress|[A-Z]\w+ (?:\w+ )?Library)[ ,:].*\d)
source-line 90 (?!\W*\d*\W*source)(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|
    box \d+, folder|lot (?:files? )?(?:no\. )?\d+(?:[ –-]?[A-Z])? ?\d)
seal 40 \[.{0,40}\b(?:stamp|seal)\b|\W{0,2}(?:(?:round |official |rectangular |incoming )?(?:seal|
    stamp(?:ed)?)\b|l\.\s?s\.\))
distribution 200 {RECEIVERS}\s*:
distribution 40 (?:b?cc|cop(?:y|ies) (?:sent )?to|sent to|repeated (?:to|info))\s+(?-i:[A-Z])|(?:sent|
    repeated) (?-i:[A-Z])\w+(?: as)? \d+\b
distribution 14 (?:\w+ in )?(?:\d+|one|two|three|four|five|six|ten) cop(?:y|ies)\b
signature 25 [\[(]*(?:signed|signature|sgd\.?|initial(?:l?ed|s))\b\s*[\]):]|/?s/\s|\(s\)\s|[\[(]?signed by\b|
    (?-i:(?:[A-Z]\. ?){2,4}$)|.*(?:\[(?:illegible )?signature(?: illegible)?\]|\(signed\)|/s/)
closing 16 (?:(?:i (?:am|remain)|very|most|ever|yours),? )*(?:truly|respectfully|sincerely|faithfully|
    cordially|affectionately|obediently)(?: yours| submitted)?(?:[,.;:!]*$|, (?-i:[A-Z]))|
    (?:yours\b(?: \w+){0,3}|(?:best|kind|warm) (?:regards|wishes)|by order(?: of [^.]*)?|for the (?:minister|
    ambassador|secretary|director))[,.;:!]*$
closing 16 i (?:have|am|remain)\b.{0,20}\W(?:&c|etc)\b.*|i (?:am|remain|have the honou?r)\b[^.]*(?:,|
    \bservants?|to (?:be|remain))\W*$|(?:ever |i am )?yours?\b[\w ’]{0,30} (?:affectionate|devoted|loving|
    faithful|obliged|friend|servant)\b.{0,12}(?<!\.)$|.{0,40}\b(?:obedient|humble) (?:and \w+ )?servant
closing 25 (?:with|my|our|please accept|accept)\b(?:[\w ,’']*\b)(?:greetings|regards|respects?|salute|wishes|
    assurances?|esteem)\b[^.]*[.,]?(?:\s+(?-i:[A-Z]{2,})[^.]*\.?[”\"]?)?$
classification 14 [\[({*/ ]*{LEVEL}?{MARKS}[\])}*/ .;,!]*(?:\[[^\]]*\])?$
classification 40 \W?(?:this (?:document|paper) is the property of|to be kept under lock)\b
footnote 400 \[\^?\d{1,3}\]:?\s+\S|/\d{1,3}/\s?\w|[¹²³⁰-⁹†‡]+\s*\S|\d{1,3}[.)/]?\s+(?:source:|see\b|ibid|
    not (?:printed|found)|telegram \d|printed (?:in|from))
note 60 \W?(?:translator|editor|editorial)[’']?s?[’']? note\b(?! on)|\[?(?:note|n\.?b\.?|remark|comment|
    resolution|spravka)s?\s*[\]:]|\[?(?:handwritten|marginal|annotation|notation)s?\b.{0,60}[\]:]|
    \[?handwritten\b
dateline 14 \[(?:received|sent|dispatched)\b[^\]]*\d[^\]]*\]$
note 60 \[(?:\s*[…. ]+\s*|(?!to\b|north\b|chinese\b|soviet\b)[^\]]*)\]\W*$
""")
# The head of a telegram as the teletype wrote it, which stands again on each of its pages.
TELETYPE = rules(r"""
classification 26 {MARKS}(?-i: (?:SECTION \d+ OF \d+ )?{POST})?$
file-number 9 (?-i:{POST}(?: \d\d OF \d\d)? \d{6}Z$|-{6,}\s*\d{6}\b.*)
dateline 60 (?-i:(?:[A-Z] ){1,3}\d{6}Z [A-Z]{3} \d\d(?: FM [A-Z].*)?$)
distribution 30 (?-i:(?:ACTION |INFO |ORIGIN )?(?:[A-Z]{1,5}-\d\d ?)+(?:/\d+ ?[RW])?$|/\d+ [RW]$)
addressee 14 (?-i:(?:FM|TO|INFO|ACTION) [A-Z]{3,})
""")
# The head of a document: what stands above its running text.
HEAD = TELETYPE + rules(r"""
table-row 40 {FIGURES}
front-matter 20 (?=\W*[^\W\d])[^\d$£]*[.…] ?[.…] ?[.…] ?[.…]\s*\d{1,4}$
record-field 40 (?:the )?(?:(?:rt\.?|right) hon(?:ou?rable|\.)?|hon\.)\s+\S|(?:mr|mrs|miss|dr|sir|lord|lady|
    general|colonel|captain|professor)\.?\s(?-i:(?:[A-Z][\w.’'-]*\s)*[A-Z’'-]{4,}\b)
date 10 (?:dated?\s*:?\s*)?[\[(]?{DATE}(?:\s+{DATE})?[\])]*[.,]?$|\[?(?:undated|no date|n\.d\.)\]?\.?$|
    {DATE}\s+{MARK}$
date 5 (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,?\s+(?:the\s+)?{DAY})?[.,]?$
date 14 (?:date|date and time|date/time)\s*:\s*\S
date 4 \[?1[789]\d\d\]?$|(?:spring|summer|autumn|fall|winter|early|mid|late)[- ](?:of )?1[789]\d\d$
file-number 14 [(\[]?{NUMBER}(?:(?:nos?|nr|num|number|refs?|reftel|file)\b|n[°º]|
    №)\.?\s*:?\s*\S*\d(?-i:(?!.*[a-z]{4,} [a-z]{2,}))
dateline 16 (?-i:(?:(?:[A-Z\d\[(][^\s.;:,–—-]*\.?|the|at|de|la|via|near|off|
    somewhere in)[ ,–—-]+){1,8}?[\[(]?(?i:{DATE})[\])]?(?:[\s,;–—-]+(?:at )?(?i:{TIME})
    (?:\s*\(?[A-Z]{2,4}\)?)?)?[.,]?\s*(?:vol.{0,20}|\[?\d{0,2}\]?)$)
dateline 14 (?-i:[\[(]?(?i:{DATE}[\s,;–—-]+(?:at )?{TIME}).{0,25}$|
    (?:[A-Z][^\s.;:,–—-]*[ ,–—-]+){1,4}(?i:{TIME})[.,]?$|(?i:received|sent|dispatched|rec[’']d|transcribed|
    proofread|copied|came to|decoded|deciphered)\b.{0,40}(?i:{DATE}|{TIME}).{0,60}$)
dateline 3 (?:pyongyang|beijing|peking|moscow|washington(?:,? d\.?c\.?)?|seoul|tokyo|berlin|bonn|budapest|
    prague|warsaw|belgrade|hanoi|saigon|geneva|london|paris|rome|vienna|canberra|new york|new delhi|cairo|
    hong kong)\W*$
dateline 6 (?=.*(?:[ap]\.? ?m\b|h(?:ou)?rs|:)){TIME}(?:\s*(?:to|-|–)\s*{TIME})?[.,]?$
addressee 60 [\[(]?(?:to|to whom|destination|from|via|for|attention|attn\.?|action|info|through|thru|pass to|
    fm)[\])]?\s*:
addressee 45 \W?(?:\[to\]|to)\s+(?:the |his |her |all |transmit |(?-i:[A-Z]))(?!.*[.;]$)
addressee 25 (?=.*\b(?:ministr(?:y|ies)|department|bureau|embassy|committee|
    office)\b)(?-i:(?:(?:[\[(]?[A-Z][^\s:]*|of|the|and|for|in|to) )*[A-Z][^\s:]*:$)
addressee 14 (?!from (?:our|journal|diary)\b)(?:(?:from|action|info|fm|amembassy|secstate|usun|usmission|
    for)\s+(?-i:[A-Z][A-Z/ ]{3,})|from (?:the )?(?-i:[A-Z]\S*(?: [A-Z]\S*){0,5}$)|(?:personal |
    exclusive )?for (?:the )?(?-i:[A-Z]\w+)(?: (?:only|from|and|the|(?-i:[A-Z])\S*)){0,6}\W*$)
addressee 14 \W?{DEAR}\b(?:.{2,70}[,:!]|(?: (?-i:[A-Z])\S*){1,3})$
addressee 14 \W?(?:(?:comrades?|your excellenc(?:y|ies)|his excellency|my lord|sirs?|madam|
    gentlemen)\b[^.;]*(?:[^.;]|(?-i:\b[A-Z]{2,})\.)|(?:cdes?|coms?|mr|mrs|dr|h\.\s?e)\.[^.;:]*[!,:])$
file-number 12 (?:\(\d{2,4}\)|[\[(]?\d{2,4}[\])]?)\s.{0,60}\b(?:no|nr|serial)\.?\s*\d+\S*$|
    [\w./() –—-]{0,30}\d[\w./() –—-]*:\s*(?:circular )?(?:telegram|airgram|despatch)$
file-number 12 (?-i:(?:[A-Z\[(]\S*\s+){0,6}(?:(?:No|NO|Nr)\b|N[°º]|№)\.?\s*[A-Z(\d].{0,25}\d\S*$)
file-number 9 (?!item|part|point|section|
    article)[A-ZА-Я]{0,6}[-–./ ]{0,2}\d[\d.]{0,8}(?:[-–./ ]{1,2}(?:[A-Z]{0,2}\d+[A-Z]{0,2}|[A-Z]{1,3})){0,6}$|
    e\.?o\.? ?\d|tags:|ls no|ref(?:tel)?s?\b.{0,3}\d|ref(?:tel)?s?\s*:\s*\S
file-number 6 (?-i:[A-Z][A-Z. ]*(?:\(\d\d\) ?\d{1,4}|\d{1,4} ?\(\d\d\)))(?:st|nd|rd|th)?(?: \w+)?$
file-number 3 (?-i:[\[(][A-Z]{0,4} ?\d+(?:[/.–-]\w+)+[\])]$)
heading 60 (?:subject|subj|re|topic|concerning|regarding|object|matter|theme|about)\s*[.:]\s*\S|subjects?:?$
record-field 80 (?:(?:\w+ )?participants?|\w+ side|recorders?|(?:also |members |those )?(?:present|
    participating|taking part|attending)|secretariat|place|time|location|(?:drafted|prepared|approved|
    recorded|minutes|interpreted|translated) by|interpreters?|note[- ]?taker|chair(?:man)?|duration|author|
    agenda|order of the day)\s*:|(?:drafted|approved|cleared) by [A-Z]|date(?:(?: and|/| ?&) ?time)?\s*:$|
    (?:the )?(?:following|these) (?:were|being) (?:also )?present\W*$
""")

# What stands beside or below a label of the page: its kind, and how it must look to be its value.
VALUES = rules(r"""
source-line 0 citation: .{25}|(?:source|original archive|translator): .{5}
summary 0 get citation: .{40}|(?:summary|abstract|description): .{15}
funder 0 credits: .{8}|donors: .{3}
rights 0 rights: .{15}
classification 0 classification: .{3,40}$
date 0 date: .{0,25}\d
record-field 0 (?!{HEADINGS}).{3,40}: .{1,200}$
""")
# Single forms, by name.
FORM = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in _rows(r"""
# the name of a document; a label of an archive's page; the beginning of its record
document (?:\[?\d{1,4}\]?\.?\s+)?(?:working |verbatim |ciphered |cipher |coded |draft |circular |secret |
    top secret |excerpts? from (?:the )?|untitled )*(?:telegram|cable|cablegram|letter|memorandum|memo|report|
    notes?|record|minutes|conclusions|journal|dispatch|despatch|airgram|diary|information|protocol|resolution|
    statement|conversation|transcript|directive|decision|editorial note|paper|aide[- ]m[ée]moire|message|
    national (?:security|intelligence)|summary (?:record|of)|intelligence|the (?:ambassador|secretary|chargé|
    minister|acting|consul|president|under|assistant|deputy|united states|high commissioner|commander|
    director)\b.* to )\b|(?:\d{1,4}\.? |from |
    mr\.? )(?-i:(?:[A-Z][\w.’'-]*,? ){1,6}to (?:[A-Z][\w.’'-]*,? ?){1,7}(?:[\d—(].*)?$)
fields [•*-]?\s*(?P<label>document information|(?:get )?citation|summary|abstract|credits?|
    (?:original )?languages?|contents?|source|original archive|rights|original uploaded date|
    original classification|record id|type|creators?|contributors?|author(?:\(s\)|s)?|subjects? discussed|
    people mentioned|publisher|geographic (?:subjects?|coverage)|associated (?:people|places|topics).*|
    keywords?|repository|collections?|date|donors?|translators?|identifier|document (?:date|type|number)|
    coverage|description|classification|tags|{PARTS}|translation)\s*(?::|$)
summary (?s-i:(?!\(?\d|.*\b(?:we|our|I|my|us)\b).*[.!?”"'])
record (?-i:Document Information|Author\(s\)|Associated)
# the label of a section, by its style
label (?:#{1,6}\s+)?[*_]{0,3}(?:(?:section|part|chapter|article|item|point|
    paragraph)\s+)?(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\\?[.):]?(?=\s)|\((?P<round>\d{1,3})\)(?=\s|[A-Z])|
    \[(?P<square>\d{1,3})\]\.?(?=\s)|(?P<arabic>\d{1,6})(?:\\?\.|\\?\))(?=\s|[A-Z(“"*_]|$)|
    (?P<dash>\d{1,3})\s?[.)]?\s?[–—-](?=\s[A-Z])|(?P<bare>\d{1,2})(?=\s+(?-i:[A-Z]{3}))|
    (?P<roman>(?-i:[IVX]{1,6}))(?:[.):]|\s[–—-])(?=\s|$|[*_])|(?P<letter>(?-i:[A-Z]))(?:[.)]|\s[–—-])(?=\s|$|
    [*_]))[*_]{0,3}\s*
list (?-i:[-–—•*·▪◦‣●○]\s+(?:[\w(“"'‘\[$£…]|\*\*\w)|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|[ivx]{1,5})\)\s|
    [a-z]\.\s+\S|\(\d{1,2}\)\s)
annex (?-i:(?=[A-Z]))(?:attachments?|[ei]nclosures?(?: in)?|annex(?:es)?|appendix|appendices|addendum|
    supplement|encl?\.|att\.|tab|draft)\b(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|
    [ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?$
# a row: cells between tabs, bars or wide gaps, a number after leaders, two numbers at the end
row \S\s*\t+\s*\S|\|[^|]+\||\S\s*\|\s*[-+$£]?\d[\d.,]*%?$|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|
    ^[|+:-]*-{3,}[|+:-]+$|\S ?(?:\. ?){4,}[-+$£]?\d[\d.,]*%?$|{FIGURES}
# running text: who speaks, how it stops, verbs that make a sentence of a line, orders of a telegram
speaker §\s|(?-i:[A-Z][\w.’-]*(?: [A-Z(][\w.’)-]*){0,4}:\s)
stopped (?:[.!?…:;]|:[-–—])["'’”)\[\]*_/\d]*$
inner-stop (?-i:[a-z]{2}[.!?] [A-Z][a-z]|[A-Z]{2}[.!?] [A-Z]{2})
verb \b(?:is|are|was|were|be|been|am|has|have|had|will|would|shall|should|can|could|(?-i:may)|might|must|do|
    does|did|\w+n[’']t|said|says|told|went|came|took|gave|made|saw|knew|met|left|held|sent|wrote|spoke|began|
    became|brought|felt|found|got|kept|led|lost|paid|ran|sat|set|stood|thought|thinks|believes?|wants?|seems?|
    appears?|remains?|continues?|considers?|expects?|hopes?|intends?|needs?|states|shows|asks|agrees?|
    understood|fell|rose|fled|broke|spent|bought|sold|won|fought|built|gives?|takes?|makes?|informs|requests?|
    suggests?|sends|thanks?|explains|tells|begins|claims|proposes|provides|recommends?|please|regret)\b|(?-i:
    (?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\band )\b[a-z]{3,}ed\b
    (?! by\b))|\b(?:he|she|they|we|it|you|there)\b|(?-i:(?<![\w.])I\b(?![.)]))
order (?:transmit|confirm|inform|send|telegraph|report|convey|tell|advise|note|pass|reply|await|deliver|
    received|(?-i:To (?!all|his|her|my|the)[a-z]+))\s
relative (?<=[\w,)”])\s(?:that|which|who|whom|whose|where|when|as)\s.*
# "3. Your 286. Agree." has no heading
refers (?:your|my|our|re|ref)\b
# who is written to, who signs, who was there
salutation \W?(?:my lord|sirs?\W|{DEAR})
address (?:to )?(?:(?:the )?(?:rt\.? |right )?hon(?:ou?rable|\.)|his excellency|h\.\s?e\.|messrs)|to (?:the|
    mr|mrs|dr|gen|general|col|colonel|capt|captain|lord|sir)\b
receivers :$|^(?:\w+ in )?\w+ cop(?:y|ies)\b|^b?cc\b.{0,30}$
list-label (?:(?:\w+ )?participants?|present|attend(?:ees|ance)|agenda)\W*$
head-label (?:to|subject|re|present|(?:\w+ )?participants?|those present)\s*:
sender \W?(?:from|fm)\b
copies (?:\w+ in )?\w+ copies\b
reference ref(?:tel|erence)?s?\b
no-secrecy (?:\W|and|most|extra|extremely|very|operational|highest|top|special|early|delivery|priority|
    routine|immediate|urgent|flash|niact|rush|express|regular|important|declassified)+
# the source of an edition, in its note or its line: before, after and within
source \W*(?:\d+\W+)?source\s*:\s*([\s\S]*)
after-source (?-i:\.\s+(?=(?i:{MARKS}|no classification)[;.,]|[A-Z]\w+ (?:by|to|at|in|on) ))
before-source ^(?:\W*(?:source|citation|archive|
    original archive)\s*:\s*)?(?:.*?(?:History and Public Policy Program|Wilson Center) Digital Archive,?\s*)?
not-source (?:\.\s+|^|\s)(?=(?:document obtained|obtained|translat|provided|contributed|compiled by|https?:))
translator \btranslat(?:ed|ion)(?: from [\w ]+?)?(?: for [\w ]+?)?(?: by| from)\s+|\btranslator\s*:?\s+
headings {HEADINGS}
parts {PARTS}
# how footnotes begin to speak, and how the text calls them
note (?:source\b|see\b|supra|infra|ibid|not (?:printed|found|declassified|attached)|attached but|drafted|
    printed|reference (?:is|to)|text (?:in|of|printed|not)|dated|in telegram|telegrams? \d|documents? \d|
    department of state\b|foreign relations\b|for (?:text|documentation|the text)|handwritten|this (?:letter|
    memorandum|telegram|airgram|message) (?:was|is))\b
call (?-i:(?<=[\w.,;:”’) ])\[(\d{1,3})\]|(?:(?<=[a-z”’)])|(?<=[a-z][.,;:]))(\d{1,3})(?![\w\d,.:/–-]\w|\w))
# front matter (`doc_num: 44`); a row of a table of contents (`1 Food 186`)
key (?-i:[a-z]+(?:[_-][a-z]+)*:\s)
contents (?:table of )?contents\.?$
page-reference (?:\d{1,3}\.?\s+)?[^\W\d].*[\s.…]\(?(?:\d{1,4}|[ivxlc]{1,6})\)?$
""")
}
# What stands before the words that are asked for.
LEADS = rules(r"""
classification 0 {LEVEL}
title/summary/rights/file-number 0 (?:title|summary|abstract|description|rights|file|
    ref(?:erence)?s?\.?)\s*:\s*
seal 0 [\[(]?\s*(?:(?:round |official )?(?:seal|stamp)(?:\s*:?\s*[\])]|\s*:|\s+of\s+the\b)?)\s*
funder 0 (?:credits\s*:\s*)?(?:this )?(?:document|translation|publication|project)?\s*(?:was |has been |
    is )?(?:made possible|supported|funded)\s+(?:with|by|through)\s+(?:(?:the |a )?(?:generous )?(?:support|
    grant)s? (?:from|of)\s+)?(?:the )?
distribution 0 (?:{RECEIVERS}|\d{1,2}(?:st|nd|rd|th)?\s*[-–—](?: to)?|\d{1,2}[.)]|[-–•])\s*:?\s*
addressee 0 \W?(?:(?:to|info|for|attention)\]?\s*:?\s+(?:transmit to )?(?:the )?|(?:my )?dear )
""")
_LITTLE_WORDS = (
    "about above after against among around before below between beyond concerning during from into onto "
    "over through toward towards under upon with within without their this these that those some other "
    "than a an the of in on at to by for and or nor as but up off out per via our its"
)
LITTLE_WORDS = frozenset(_LITTLE_WORDS.split())

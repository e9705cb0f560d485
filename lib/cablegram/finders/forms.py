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
    *("note", "running-head", "front-matter", "blank", "other"),
)
BODY = frozenset(("paragraph", "list-item", "table-row"))
# What the page of an archive says of the document.
PAGE = frozenset(("furniture", "record-field", "rights", "source-line", "funder", "summary"))
# Where finds are passed over unless they are asked for: they say nothing of what the document tells.
ASIDE = PAGE - {"summary"} | {"page-break", "running-head", "file-number", "front-matter", "footnote"}


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
WEEKDAY (?:mon|tues|wednes|thurs|fri|satur|sun)day\b
NTH (?:,? (?:the )?(\d{1,2})(?:st|nd|rd|th|d)?)?
DATE (?:(?:{WEEKDAY},?\s+(?:the\s+)?)?
    (?:{MONTH},?\s+(?:the\s+)?{DAY}(?:\s*,\s*|\s+)\d{4}|
    (?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}\s*,?\s*[’']?\d{2,4}|{MONTH},?\s+\d{4}|\d{4}-\d\d(?:-\d\d)?|
    \d{1,2}[./-]\s?(?:\d{1,2}|[IVX]{1,4})[./-]\s?\d{2,4}|{MONTH}\s+{DAY}|{DAY}\s+{MONTH}))
TIME (?:\d{1,2}(?:[:.]\d\d)?(?:\s*[–—-]\s*\d{1,2}(?:[:.]\d\d)?)?
    \s*(?:[\[(]?[ap]\.?\s?m\b\.?[\])]?|hours|hrs\b\.?|o[’']clock)|noon|midnight|\d{4}\s*(?:hours|hrs|[A-Z]\b)|
    \d{1,2}[:.]\d\d(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?)
MARK (?:(?:top|most|extremely|absolutely|strictly) ?[- ]?secret|secret|(?:strictly )?confidential|
    restricted|unclas(?:sified)?|declassified|(?:limited |for )?official use(?: only)?|official[-–]informal|
    niact|flash|(?:(?:most|extra|especially|very|extremely) )?(?:immediate|urgent)|
    (?:highest |top |operational )?priority|routine|(?:extra |special )?rush|(?:early|express) delivery|
    express|(?:exclusively |for )?eyes only|exdis|nodis|limdis|stadis|noforn|cherokee|personal|private|
    sensitive|special(?: folder| file| handling)?|limit(?:ed)? distribution|no distribution(?: outside.*)?|
    not for (?:distribution|publication|the press)|verbatim(?: text)?|
    (?:no|without) classification(?: marking)?|regular|important|internal|for internal use(?: only)?|guard|
    by (?:cipher|code|bag|hand)|s e c r e t|c o n f i d e n t i a l|u n c l a s s i f i e d|
    (?:making )?cop(?:ies|ying)(?: (?:is|are))? (?:prohibited|forbidden)|subject to return|not to be copied)
FIELD (?:document information|(?:get )?citation|summary|abstract|credits?|original language|languages?|
    contents?|source|original archive|rights|original uploaded date|original classification|record id|type|
    creators?|contributors?|author(?:\(s\)|s)?|subjects? discussed|people mentioned|publisher|
    geographic (?:subjects?|coverage)|associated (?:people|places|topics).*|keywords?|repository|
    collections?|date|donors?|translators?|identifier|document (?:date|type|number)|coverage|description|
    classification|tags|scan of original(?: document)?|original scan|(?:english )?translation(?: - \w+)?)
LEVEL (?:(?:cable |telegram |original )?(?:classification|precedence|priority|level|urgency)\s*:|
    (?:(?:incoming|outgoing) )?(?:telegram|cablegram|airgram)\b)\s*
RECEIVERS (?:distribution(?: list)?|distributed to|received by|herewith to|b?c\.?c\b\.?(?: to)?|
    (?:carbon )?cop(?:y|ies)(?: (?:were )?(?:also )?sent)? (?:to|for)|copies|(?:also )?sent to|
    circulat(?:ed to|ion)|repeated (?:to|for|info\w*)|info\w* copies|recipients?|mailing list)
DEAR \W?(?:to )?(?:(?:my|own|most|very|ever) )*(?:dear(?:est)?|beloved|esteemed|respected|honou?red)
MARKS {MARK}(?:[\s;,./()\[\]{}*–—:&-]*(?:and )?{MARK})*
POST [A-Z]{3,}(?: [A-Z]+)* \d{3,6}
COPIES (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)
CITY (?:pyongyang|beijing|peking|moscow|washington(?:,? d\.?c\.?)?|seoul|tokyo|(?:east |west )?berlin|bonn|
    bucharest|budapest|prague|warsaw|sofia|belgrade|tirana|hanoi|saigon|geneva|london|paris|rome|vienna|
    canberra|ottawa|new york|new delhi|havana|cairo|ulan ?ba(?:a)?tor|shenyang|mukden|taipei|hong kong|
    panmunjom)
NUMBER (?:(?:reg(?:istration)?|incoming|outgoing|cable|cablegram|telegram|copy|file|despatch|dispatch|
    airgram|special|serial|our|your|journal|protocol|index|ciphered telegram|ref(?:erence)?)\.? )*
FIGURES ^(?:\d{4}|[^\d|]*[^\d\s|])(?:\s+[-+$£]?\d+(?:[.,]\d+)*%?)+\s+[-+$£]?\d+[.,]\d+%?[\s.…]*$
NAMED (?(word):?(?=\s*$|\s+[–—-])|(?!))
PARTS (?:scan of original(?: document)?|original scan|english translation|translation - english)
HEADINGS (?:document information|{PARTS})
"""):
    WORDS[_word] = _pattern

# Lines anywhere: page marks, what a web page or a PDF puts round a document, the archive's record, its parts.
ANYWHERE = rules(r"""
page-break 12 PAGE \d+ +{POST}(?: \d\d OF \d\d)? \d{6}Z$
page-break 1 \x0c+$
page-break 4 [\[(]\s*(?:page|pg\.?|pp?\.|folio|f\.|sheet)\s*[\dA-Zivxlc]{1,6}\s*[\])]$|
    \[?end (?:of )?page.*\]?$
page-break 8 [-–—=*~ ]*(?:doc ?id\W*\d+\W+)?\bpage\s+\d+(?:\s*(?:of|/)\s*\d+)?[-–—=*~ ]*$
page-break 3 [-–—~=*]+\s*\d{1,4}\s*[-–—~=*]+$|<!--\s*page.*-->$
page-break 6 \[\[/?(?:printed|stamped|page|end page|start page)\b[^\]]*\]\](?:\W*\d{1,4})?(?:\s*\[\[.*\]\])?$
furniture 30 [•*-]?\s*(?:skip to (?:main )?content|browse|search(?: in| results)?|menu|(?:log|sign) ?in|print|
    home(?:\s*[›>»/|].*)?|share(?: (?:this )?document| on \w+)?|download|(?:get )?citation|cite|
    citation share download|add search filter.*|view document in.*|\w+ (?:pdf|html)|toggle navigation|
    (?:previous|next)(?: document| page)?|back to top|table of contents|main navigation|breadcrumb|
    (?:show|read) (?:more|less)|related documents?|donate|subscribe.*|(?:contact|about)(?: us)?|copy link|
    loading\W*|tweet|facebook|twitter|email|(?:accept|manage|this|the) (?:all |(?:web)?site uses )?cookies.*)$
furniture 30 (?:wilson center )?digital archive$|
    (?:digital archive\W+)?(?:digitalarchive\.wilsoncenter\.org\s+)?international history declassified$|
    (?:released by the )?office of the historian$|u\.s\. department of state$|historical documents$|
    foreign relations of the united states.{0,160}$|(?:•\s*)?(?:https?://|www\.|digitalarchive\.|
    history\.state)\S+$|(?:page )?last (?:updated|modified|reviewed)\b.{0,30}\d{4}$|
    (?:.{0,40}\bdeclassified/released us department of state|(?:.{0,60}\s)?approved for release)\b.*\d
furniture 20 from wiki(?:source|pedia)\b.{0,40}$|jump to(?: navigation|:).{0,40}$|
    [←→].{0,80}$|.{0,80}[←→]$|\[?edit\]?$|retrieved from\b.{0,120}$|categor(?:y|ies):.{0,160}$|
    sister projects\W.{0,80}$|(?:add|view) (?:topic|history|source)$|
    digitized by .{0,30}(?:google|archive)\b.{0,30}$|(?:page:)?.{1,60}\.(?:djvu|pdf)(?:/\d+)?$|
    (?:scan|image|transcription|transcribed)(?: of page)? \d+(?: of \d+)?$
rights 400 .*(?:welcomes reuse of|rights (?:status|holders)|all rights reserved|in the public domain|
    creative commons|crown copyright|©|\bcopyright (?:\d{4}|held|of|by)|may not be reproduced|
    reproduced (?:with|by) (?:the )?(?:kind )?permission|licen[cs]ed under)
funder 60 (?:this )?(?:document|translation|publication|project) (?:was|has been|is)
    (?: made possible| supported| funded)|made possible (?:with|by|through)|
    with (?:the )?(?:generous )?support (?:from|of)|funded by
source-line 200 \W{0,3}(?:sources?|archival source|archive|original archive|citation)\s*:\s*\S
source-line 120 \W{0,3}(?:(?:document )?(?:obtained|provided|donated|contributed)
    (?: for \w+)?(?:,? and translated)?(?: for [\w ]+)? by|translat(?:ed|ion)
    (?: from [\w ]+)?(?: for [\w ]+)? by|translation from|translator:)
source-line 200 .*(?:history and public policy program|wilson center) digital archive,
source-line 90 (?-i:\W{0,3}(?:PRC FMA|AMFA|AVPR?F?|APRF|RGASPI|RGANI|RGAE|GARF|TsKhSD|TsAMO|TsDA|CDA|MNL|
    MOL|PA ?AA|PolA AA|MfAA|SAPMO|BStU|BArch|AMZV|NA,|AMAE|AMSZ|AAN|ANIC|RNHA|AJ,|DAMSPS|SFU|AA|AWM|PRO|NAA|
    NARA|National Archives|The National Archives|TNA|FO|CAB|PREM|RG|Record Group|Bundesarchiv|
    Politisches Archiv|[A-Z]\w+ (?:Provincial|Municipal) Archives|Library of Congress|Hoover Institution|
    [A-Z]\w+ (?:\w+ )?Library)[ ,:].*\d)
source-line 90 (?!\W*\d*\W*source)(?:.*\W)?(?:f(?:ond|\.)\s*\d+.{0,4}\s*(?:op(?:is|\.))\s*\d+|\d+\.\s*doboz|
    box \d+, folder|lot (?:files? )?(?:no\. )?\d+(?:[ –-]?[A-Z])? ?\d)
seal 40 \[.{0,40}\b(?:stamp|seal)\b|
    \W{0,2}(?:(?:round |official |rectangular |incoming )?(?:seal|stamp(?:ed)?)\b|l\.\s?s\.\))
distribution 200 {RECEIVERS}\s*:
distribution 40 (?:b?cc|cop(?:y|ies) (?:sent )?to|sent to|repeated (?:to|info))\s+(?-i:[A-Z])
distribution 14 (?:(?:produced|made|printed|typed|prepared) in )?{COPIES} cop(?:y|ies)\b
signature 25 [\[(]*(?:signed|signature|sgd\.?|initial(?:l?ed|s))\b\s*[\]):]|/?s/\s|\(s\)\s|[\[(]?signed by\b|
    (?-i:(?:[A-Z]\. ?){2,4}$)|.*(?:\[(?:illegible )?signature(?: illegible)?\]|\(signed\)|/s/)
closing 16 (?:(?:very |most )?(?:respectfully|sincerely|faithfully|cordially)(?: (?:yours|submitted))?|
    yours\b(?! of\b)(?: \w+){0,3}|(?:very )?truly yours|(?:best|kind|warm) (?:regards|wishes)|
    by order(?: of [^.]*)?|for the (?:minister|ambassador|secretary|director)|
    i (?:have the honou?r to (?:be|remain)|remain|am)\b[^.]*)[,.;:!]*$
closing 12 (?:(?:very |most )?(?:respectfully|sincerely|faithfully)(?: yours)?|
    yours (?:sincerely|truly|faithfully)), (?-i:[A-Z])|
    your (?:lordship|excellency|majesty)[’']s\b.{0,40}servant|.{0,30}\bobedient servant
closing 16 i (?:have|am|remain)\b.{0,20}\W(?:&c|etc)\b.*|your\b(?: \w+){0,3} (?:obedient|humble)\b.{0,40}$|
    (?:ever |i am )?yours?(?: \w+){0,3}\s(?:affectionate|devoted|loving|faithful|obliged|friend|
    servant)\b.{0,12}(?<!\.)$|(?:affectionately|devotedly|obediently|gratefully)(?: yours)?[.,;:]*$
closing 25 (?:with|my|our|please accept|accept)\b(?:[\w ,’']*\b)(?:greetings|regards|respects?|salute|
    wishes|assurances?|esteem)\b[^.]*[.,]?(?:\s+(?-i:[A-Z]{2,})[^.]*\.?[”\"]?)?$
classification 14 [\[({*/ ]*(?:{LEVEL})?{MARKS}[\])}*/ .;,!]*(?:\[[^\]]*\])?$
classification 40 \W?this (?:document|paper) is the property of|
    (?:to be kept under lock|the circulation of this)\b
footnote 400 \[\^?\d{1,3}\]:?\s+\S|/\d{1,3}/\s?\w|[¹²³⁰-⁹†‡]+\s*\S|\d{1,3}[.)/]?\s+(?:source:|see\b|supra\b|
    infra\b|ibid|not (?:printed|found)|attached but|drafted (?:by|on)|telegram \d|in telegram|document \d|
    reference is|printed (?:in|from))
note 60 \W?(?:translator|editor|editorial)[’']?s?[’']? note\b(?! on)|\[?(?:note|n\.?b\.?|remark|comment|
    resolution|spravka)s?\s*[\]:]|\[?(?:handwritten|marginal|annotation|notation)s?\b.{0,60}[\]:]|
    \[?handwritten\b
dateline 14 \[(?:received|sent|dispatched)\b[^\]]*\d[^\]]*\]$
distribution 25 (?:sent|repeated) (?-i:[A-Z])\w+(?: as)? \d+\b
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
date 10 (?:dated?\s*:?\s*)?[\[(]?{DATE}(?:\s+{DATE})?[\])]*[.,]?$|\[?(?:undated|no date|n\.d\.)\]?\.?$|
    {DATE}\s+{MARK}$
date 5 {WEEKDAY}(?:,?\s+(?:the\s+)?{DAY})?[.,]?$
date 14 (?:date|date and time|date/time|time and date)\s*:\s*\S
date 4 \[?1[789]\d\d\]?$|(?:spring|summer|autumn|fall|winter|early|mid|late)[- ](?:of )?1[789]\d\d$
file-number 14 [(\[]?{NUMBER}(?:(?:nos?|nr|num|number|refs?|references?|reftel|file)\b|n[°º]|№)\.?
    \s*:?\s*\S*\d(?-i:(?!.*[a-z]{4,} [a-z]{2,}))
dateline 16 (?-i:(?:(?:[A-Z\d\[(][^\s.;:,–—-]*\.?|the|at|de|la|via|near|off|somewhere in)[ ,–—-]+){1,8}?
    [\[(]?(?i:{DATE})[\])]?(?:[\s,;–—-]+(?:at )?(?i:{TIME})(?:\s*\(?[A-Z]{2,4}\)?)?)?[.,]?\s*\[?\d{0,2}\]?$)
dateline 14 (?-i:[\[(]?(?i:{DATE}[\s,;–—-]+(?:at )?{TIME}).{0,25}$|
    (?:[A-Z][^\s.;:,–—-]*[ ,–—-]+){1,4}(?i:{TIME})[.,]?$|(?i:received|sent|dispatched|rec[’']d|transcribed|
    proofread|copied|came to|decoded|deciphered)\b.{0,40}(?i:{DATE}|{TIME}).{0,60}$)
dateline 14 h[cl] deb\w*\.?,? {DATE}\b.{0,40}$
dateline 3 {CITY}\W*$
dateline 6 (?=.*(?:[ap]\.? ?m\b|h(?:ou)?rs|:)){TIME}(?:\s*(?:to|-|–)\s*{TIME})?[.,]?$
addressee 60 [\[(]?(?:to|to whom|destination|from|via|for|attention|attn\.?|action|info|through|thru|
    pass to|fm)[\])]?\s*:
addressee 45 \W?(?:\[to\]|to)\s+(?:the |transmit |comrade|cde|com\.|mr|h\.\s?e|his |her |all |minist|
    ambassador|embassy|(?-i:[A-Z]))(?!.*[.;]$)
heading 14 \W?from (?:our|a|an|the) (?:own |special |\w+ )?correspondents?\W*$
addressee 14 (?:from|action|info|fm|amembassy|secstate|usun|usmission|for)\s+(?-i:[A-Z][A-Z/ ]{3,})|
    from (?:the )?(?!journal|diary)(?-i:[A-Z]\S*(?: [A-Z]\S*){0,5}$)|
    (?:personal |exclusive )?for (?:the )?(?-i:[A-Z]\w+)(?: (?:only|from|and|the|(?-i:[A-Z])\S*)){0,6}\W*$
addressee 14 {DEAR}\b(?:.{2,70}[,:!]|(?: (?-i:[A-Z])\S*){1,3})$
addressee 14 \W?(?:(?:comrades?|your excellenc(?:y|ies)|his excellency|my lord|sirs?|madam|gentlemen)
    \b[^.;]*(?:[^.;]|(?-i:\b[A-Z]{2,})\.)|(?:cdes?|coms?|mr|mrs|dr|h\.\s?e)\.[^.;:]*[!,:])$
file-number 12 (?:\(\d{2,4}\)|[\[(]?\d{2,4}[\])]?)\s.{0,60}\b(?:no|nr|serial)\.?\s*\d+\S*$|
    [\w./() –—-]{0,30}\d[\w./() –—-]*:\s*(?:circular )?(?:telegram|airgram|despatch)$
file-number 12 (?-i:(?:[A-Z\[(]\S*\s+){0,6}(?:(?:No|NO|Nr)\b|N[°º]|№)\.?\s*[A-Z(\d].{0,25}\d\S*$|
    (?:[A-Z]\S*\s+){0,3}(?:Received|Incoming|Outgoing|Sent)\s+(?:[A-Z]\w+-)?\d[\w/-]*\W?$)
file-number 9 (?!item|part|point|section|article)
    [A-ZА-Я]{0,6}[-–./ ]{0,2}\d[\d.]{0,8}(?:[-–./ ]{1,2}(?:[A-Z]{0,2}\d+[A-Z]{0,2}|[A-Z]{1,3})){0,6}$|
    e\.?o\.? ?\d|tags:|ls no|ref(?:tel)?s?\b.{0,3}\d|ref(?:tel)?s?\s*:\s*\S
file-number 6 (?-i:(?:[A-Z][A-Z.]* ?)?(?:\(\d\d\) ?\d{1,4}|
    \d{1,4} ?\(\d\d\))(?:st|nd|rd|th)?(?: [A-Z][a-z]+)?$)
file-number 3 (?-i:[\[(][A-Z]{0,4} ?\d+(?:[/.–-]\w+)+[\])]$)
file-number 9 (?-i:(?:[A-Z]\w*\s+)*(?:No|NO|Nr)\.\s?\d[\d./–-]*(?:/?\w*)$)
heading 60 (?:subject|subj|re|topic|concerning|regarding|object|matter|theme|about)\s*[.:]\s*\S|subjects?:?$
record-field 80 (?:(?:\w+ )?participants?|\w+ side|recorders?|
    (?:also |members |those )?(?:present|participating|taking part|attending)|secretariat|place|time|location|
    (?:drafted|prepared|approved|recorded|minutes|interpreted|translated) by|interpreters?|note[- ]?taker|
    chair(?:man)?|duration|author|agenda|order of the day)\s*:|(?:drafted|approved|cleared) by [A-Z]|
    (?:date(?:(?: and|/| ?&) ?time)?|time and date)\s*:$|
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
record-field 0 original uploaded date: .{0,14}\d{4}.{0,8}$|record id: \d+$|
    (?:original )?language: [A-Z][\w, ()]{2,40}$|contents: .
record-field 0 (?!{HEADINGS}|citation|source|original|translat|get|summary|abstract|description|credits|
    donors|rights|classification|date|record id|language){FIELD}: .{1,200}$|{FIELD}:?$
""")
# Single forms, by name.
FORM = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in _rows(r"""
# the name of a document; a label of an archive's page; the beginning of its record
document (?:\[?\d{1,4}\]?\.?\s+)?(?:working |verbatim |ciphered |cipher |coded |draft |circular |secret |
    top secret |excerpts? from (?:the )?|untitled )*(?:telegram|cable|cablegram|letter|memorandum|memo|
    report|notes?|record|minutes|conclusions|journal|dispatch|despatch|airgram|diary|information|protocol|
    resolution|statement|conversation|stenograph\w+|transcript|directive|decision|editorial note|paper|
    aide[- ]m[ée]moire|message|national (?:security|intelligence)|summary (?:record|of)|intelligence|
    the (?:ambassador|secretary|chargé|minister|acting|consul|charge|president|under|assistant|deputy|
    political|united states|representative|high commissioner|commander|commanding|director|counselor)
    \b.* to )\b|
    (?:\d{1,4}\.? |from |mr\.? )(?-i:(?:[A-Z][\w.’'-]*,? ){1,6}to (?:[A-Z][\w.’'-]*,? ?){1,7}(?:[\d—(].*)?$)
fields [•*-]?\s*(?P<label>{FIELD})\s*(?::|$)
summary (?s-i:(?!\(?\d|.*\b(?:we|our|I|my|us)\b).*[.!?”"'])
record (?-i:Document Information|Author\(s\)|Associated)
# the label of a section, by its style
label (?:#{1,6}\s+)?[*_]{0,3}(?P<word>(?:section|part|chapter|article|item|point|paragraph)\s+)?
    (?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\\?[.):]?(?=\s)|
    \((?P<round>\d{1,3})\)(?=\s|[A-Z])|\[(?P<square>\d{1,3})\]\.?(?=\s)|
    (?P<arabic>\d{1,6})(?:(?:\\?\.|\\?\))(?=\s|[A-Z(“"*_]|$)|{NAMED})|(?P<dash>\d{1,3})\s?[.)]?\s?[–—-](?=\s[A-Z])|
    (?P<bare>\d{1,2})(?=\s+(?-i:[A-Z]{3}))|(?P<roman>(?-i:[IVX]{1,6}))(?:(?:[.):]|\s[–—-])(?=\s|$|[*_])|{NAMED})|
    (?P<letter>(?-i:[A-Z]))(?:(?:[.)]|\s[–—-])(?=\s|$|[*_])|{NAMED}))[*_]{0,3}\s*
list (?-i:[-–—•*·▪◦‣●○]\s+(?:[\w(“"'‘\[$£…]|\*\*\w)|[•·▪●]\S|o\s{2,}\S|\(?(?:[a-z]|[ivx]{1,5})\)\s|
    [a-z]\.\s+\S|\(\d{1,2}\)\s)
annex (?-i:(?=[A-Z]))(?:attachments?|[ei]nclosures?(?: in)?|annex(?:es)?|appendix|appendices|addendum|
    supplement|encl?\.|att\.|tab|draft)\b(?:\s+(?:no\.?\s*)?(?:[A-Z]|\d{1,2}|[ivx]{1,4}))?\s*(?:[:.–—-].{0,120})?$
notes (?:foot|end)?notes?:?$
# a row: cells between tabs, bars or wide gaps, a number after leaders, two numbers at the end
row \S\s*\t+\s*\S|\|[^|]+\||\S\s*\|\s*[-+$£]?\d[\d.,]*%?$|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|^[|
    +:-]*-{3,}[|+:-]+$|\S ?(?:\. ?){3,}[-+$£]?\d[\d.,]*%?$|{FIGURES}
figures {FIGURES}
# the first sheet of the Wilson Center's PDF files, run together, and its parts; the number of a running head
sheet (?-i:\s*Digital Archive\s.{0,60}?International History Declassified\s+
    (?P<date>[A-Z]\w+ \d{1,2}, \d{4})?\s*(?P<title>\S.{5,400}?)\s+(?P<record>(?:Citation|Summary):.*?
    (?:\bContents:(?:\s+(?:English Translation|Scan of Original|Original Scan))+\s+|$)))
sheet-label (?-i:\b(?:Citation|Summary|Credits|Original Language|Contents):)
page-number ^\d{1,4}\s+|\s+\d{1,4}$
# running text: who speaks, how it stops, verbs that make a sentence of a line, orders of a telegram
speaker §\s|(?-i:[A-Z][\w.’-]*(?: [A-Z(][\w.’)-]*){0,4}:\s)
stopped (?:[.!?…:;]|:[-–—])["'’”)\[\]*_/\d]*$
line-stop [.!?:;…]["'’”)\]]*$
inner-stop (?-i:[a-z]{2}[.!?] [A-Z][a-z]|[A-Z]{2}[.!?] [A-Z]{2})
verb \b(?:is|are|was|were|be|been|am|has|have|had|will|would|shall|should|can|could|(?-i:may)|might|must|
    do|does|did|\w+n[’']t|said|says|told|went|came|took|gave|made|saw|knew|met|left|held|sent|wrote|spoke|
    began|became|brought|felt|found|got|kept|led|let|lost|paid|ran|sat|set|stood|thought|thinks|believes?|
    wants?|seems?|appears?|remains?|continues?|considers?|expects?|hopes?|intends?|needs?|reports|states|
    shows|asks|agrees?|understands?|understood|froze|fell|rose|grew|fled|drove|broke|spent|bought|sold|won|
    fought|sought|caught|taught|built|dealt|chose|drew|flew|fed|hid|rode|sank|shook|slept|stole|struck|
    threw|ate|drank|forgot|feels?|gives?|takes?|makes?|informs|describes|discusses|expresses|invites|
    requests?|suggests?|sends|thanks?|meets|explains|warns|notes|comments|summari[sz]es|reviews|stresses|
    tells|congratulates|calls|argues|begins|follows|claims|announces|conveys|analy[sz]es|proposes|mentions|
    praises|provides|recommends?|refers?|please|regret)\b|(?-i:(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )
    (?<!\bby )(?<!\bon )(?<!\bfor )(?<!\band )\b[a-z]{3,}ed\b(?! by\b))|
    \b(?:he|she|they|we|it|you|there)\b|(?-i:(?<![\w.])I\b(?![.)]))
order (?:transmit|confirm|inform|send|telegraph|report|convey|tell|advise|note|pass|reply|await|deliver|
    received|(?-i:To (?!all|his|her|my|the)[a-z]+))\s
relative (?<=[\w,)”])\s(?:that|which|who|whom|whose|where|when|as)\s.*
# what a title prints small; "3. Your 286. Agree." has no heading
little (?:about|above|after|against|among|around|before|below|between|beyond|concerning|during|from|into|onto|
    over|through|toward|towards|under|upon|with|within|without|their|this|these|that|those|some|other|than|a|
    an|the|of|in|on|at|to|by|for|and|or|nor|as|but|up|off|out|per|via|our|its)
refers (?:your|my|our|re|ref)\b
# who is written to, who signs, who was there
initial-name (?-i:(?:[A-Z]\. ?){1,3}[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)
salutation \W?(?:my lord|sirs?\W)|{DEAR}
office .*\b(?:ministry|ministries|department|bureau|embassy|commission|committee|consulate|secretariat|
    office)\b.*:
office-first (?:the )?(?!on |re |report |about |question )(?:\w+ ){0,2}
    (?:ministry|department|bureau|embassy|committee)\b[^.:]{0,50}$|in [A-Z]\w+$
address (?:to )?(?:(?:the )?(?:rt\.? |right )?hon(?:ou?rable|\.)|his excellency|h\.\s?e\.|messrs)|
    to (?:the|mr|mrs|dr|gen|general|col|colonel|capt|captain|lord|sir)\b
present (?:the )?(?:(?:rt\.?|right) hon(?:ou?rable|\.)?|hon\.)\s+\S|(?:the )?(?:mr|mrs|miss|dr|sir|lord|lady|
    viscount|earl|marquess|general|admiral|colonel|major|captain|professor)\.?\s(?-i:(?:[A-Z][\w.’'-]*\s)*[A-Z’'-]{4,}\b)
signed {DATE}\.?\s+(?-i:[A-Z][A-Z. ]+$)|(?-i:(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]*\.[”"]$)
receivers :$|^(?:\w+ in )?\w+ cop(?:y|ies)\b|^b?cc\b.{0,30}$
receiver \d{1,2}(?:st|nd|rd|th)?\s*[-–—.)]|[-–—•*]\s
head-label (?:to|subject|re|present|(?:\w+ )?participants?|those present)\s*:
sender \W?(?:from|fm)\b
copies (?:\w+ in )?\w+ copies\b
total [.;]?\s*(?:a )?total (?:of )?\w+ copies\W*$
reference ref(?:tel|erence)?s?\b
no-secrecy (?:\W|and|most|extra|extremely|very|operational|highest|top|special|early|delivery|priority|
    routine|immediate|urgent|flash|niact|rush|express|regular|important|declassified)+
secrecy secret|confidential|restricted|official use|(?<!de)classifi
noted-marks \.\s+({MARKS})\.
# how an entry of a diary or of minutes by day begins: with its day, alone or before a stop or a dash
entry (?:{DATE}|{WEEKDAY}{NTH})\s*(?:[.:;—–-]|,?$)
day-alone {WEEKDAY}{NTH}\W*$
teletype-day (?-i:\b(\d\d)\d{4}Z (\w{3}) (\d\d)\b)
# the source of an edition, in its note or its line: before, after and within
source \W*(?:\d+\W+)?source\s*:\s*([\s\S]*)
after-source (?-i:\.\s+(?=(?i:{MARKS}|no classification)[;.,]|[A-Z]\w+ (?:by|to|at|in|on) ))
before-source ^(?:\W*(?:source|citation|archive|original archive)\s*:\s*)?
    (?:.*?(?:History and Public Policy Program|Wilson Center) Digital Archive,?\s*)?
not-source (?:\.\s+|^|\s)(?=(?:document obtained|obtained|translat|provided|contributed|compiled by|https?:))
translator \btranslat(?:ed|ion)(?: from [\w ]+?)?(?: for [\w ]+?)?(?: by| from)\s+|\btranslator\s*:?\s+
headings {HEADINGS}
parts {PARTS}
# how footnotes begin to speak, and how the text calls them
note (?:source\b|see\b|supra|infra|ibid|not (?:printed|found|declassified|attached)|attached but|
    drafted (?:by|on)|dated|printed (?:in|from|below|above)|reference (?:is|to)|text (?:in|of|printed|not)|
    same as|quoted|brackets? in|in telegram|telegrams? \d|documents? \d|ante\b|post\b|department of state\b|
    foreign relations\b|for (?:text|documentation|a (?:record|report|summary|memorandum)|the text)|
    (?:omission|ellipsis|emphasis) in|handwritten|this (?:letter|memorandum|telegram|airgram|message)
    (?: was| is)|a (?:note|typed|handwritten|copy|stamped|notation|marginal))\b
call (?-i:(?<=[\w.,;:”’) ])\[(\d{1,3})\]|(?:(?<=[a-z”’)])|(?<=[a-z][.,;:]))(\d{1,3})(?![\w\d,.:/–-]\w|\w))
numbered-note \s*(?:(?:\[\^?)?(?P<number>\d{1,3})(?:\]:?|[.)/]|\\\.)?|[-–•])\s+(?=\S)
listed-source source:
rule [_*\-–—=~ ]+$|(?:foot)?notes?:?$
# front matter (`doc_num: 44`); a table of contents and its rows (`1 Food 186`, `Mutton ........ 41`)
key (?-i:[a-z]+(?:[_-][a-z]+)*:\s)
contents (?:(?:table of )?contents|index)\W*
page-reference (?:\d{1,3}\.?\s+)?[^\W\d].*[\s.…]\(?(?:\d{1,4}|[ivxlc]{1,6})\)?$
leaders (?=\W*[^\W\d])[^\d$£]*[.…] ?[.…] ?[.…]\s*\d{1,4}$
# a newspaper's dateline, without a year (`RIGA, June 4.`) or run in with the text; what is no headline
wired [^\d]+(?:{MONTH}\s+{DAY}|{DAY}\s+{MONTH})[.,]?\W*$|
    (?-i:[A-Z][A-Z .’'-]+,?|[A-Z][\w .’'-]{1,30},) (?:\([^)]*\),? )?(?:{MONTH}\s+{DAY}|{DAY}\s+{MONTH})[.,]?
    (?:\s*\([^)]*\)[.,]?)?\s*[—–-]
no-headline .*\b(?:ministry|department|embassy|legation|consulate|headquarters|camp|fort|office|gazette|times|
    herald|tribune|chronicle|observer|mercury|courier|advertiser|journal|news|correspondent|telegraph)\b|by\s
""")
}
# What stands before the words that are asked for.
LEADS = rules(r"""
classification 0 {LEVEL}
title/summary/rights/file-number 0 (?:title|summary|abstract|description|rights|file|ref(?:erence)?s?\.?)
    \s*:\s*
seal 0 [\[(]?\s*(?:(?:round |official )?(?:seal|stamp)(?:\s*:?\s*[\])]|\s*:|\s+of\s+the\b)?)\s*
funder 0 (?:credits\s*:\s*)?(?:this )?(?:document|translation|publication|project)?\s*
    (?:was |has been |is )?(?:made possible|supported|funded)\s+(?:with|by|through)\s+
    (?:(?:the |a )?(?:generous )?(?:support|grant)s? (?:from|of)\s+)?(?:the )?
distribution 0 (?:{RECEIVERS}|\d{1,2}(?:st|nd|rd|th)?\s*[-–—](?: to)?|\d{1,2}[.)]|[-–•])\s*:?\s*
addressee 0 \W?(?:(?:to|info|for|attention)\]?\s*:?\s+(?:transmit to )?(?:the )?|(?:my )?dear )
""")
# Under these labels of a head stand lines of the kind.
UNDER = rules(r"""
list-item 9 (?:(?:\w+ )?participants?|present|attend(?:ees|ance)|agenda)\W*$
list-item 99 participants?: \S
heading 9 subjects?\W*$
addressee 99 (?:to|from|info|action)\s*:.*(?:,|:)$
record-field 9 (?:place|location|time|date and time|recorder|interpreters?|(?:drafted|approved) by)\s*:$
""")

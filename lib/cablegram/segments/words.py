"""Words that the forms of documents are made of, as patterns: dates, times, marks of secrecy and urgency."""

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
MARK = (
    r"(?:(?:top|most|extremely|absolutely|strictly) ?[- ]?secret|secret|(?:strictly )?confidential|"
    r"restricted|unclas(?:sified)?|declassified|(?:limited |for )?official use(?: only)?|"
    r"official[-–]informal|"
    r"niact|flash|(?:(?:most|extra|especially|very|extremely) )?(?:immediate|urgent)|(?:highest |top |"
    r"operational )?priority|routine|(?:extra |special )?rush|(?:early|express) delivery|express|"
    r"(?:exclusively |for )?eyes only|exdis|nodis|limdis|stadis|noforn|cherokee|personal|private|sensitive|"
    r"special(?: folder| file| handling)?|limit(?:ed)? distribution|no distribution(?: outside.*)?|"
    r"not for (?:distribution|publication|the press)|verbatim(?: text)?|(?:no|"
    r"without) classification(?: marking)?|regular|important|internal|for internal use(?: only)?|guard|"
    r"by (?:cipher|code|bag|hand)|s e c r e t|c o n f i d e n t i a l|u n c l a s s i f i e d|"
    r"(?:making )?cop(?:ies|ying)(?: (?:is|are))? (?:prohibited|forbidden)|subject to return|"
    r"not to be copied)"
)
MARKS = rf"{MARK}(?:[\s;,./()\[\]{{}}*–—:&-]*(?:and )?{MARK})*"
POST = r"[A-Z]{3,}(?: [A-Z]+)* \d{3,6}"  # a post and the number of its telegram

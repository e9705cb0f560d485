"""Words of the finder of numbers: what is measured and counted, what ends a noun phrase, what labels."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a list, which is easier to read and keep in order than quoted strings are."""
    return frozenset(text.split())


def pattern(text: str) -> re.Pattern:
    """The regular expression of a phrase, in any case: brackets group, a space is any white space.

    >>> pattern("at( the very)? least").pattern
    'at(?:\\\\s+the\\\\s+very)?\\\\s+least'
    """
    grouped = re.sub(r"(?<!\\)\((?!\?)", "(?:", text)
    spaced = re.sub(r"(?<!\[) (\?|\*|\{)?", lambda space: rf"\s{space[1] or '+'}", grouped)
    return re.compile(spaced, re.IGNORECASE)


TIMES = words("second minute hour day night week fortnight month quarter season year decade century annum")
MEASURES = TIMES | words("""
    time ton tonne kilogram kilo gram pound ounce quintal kilometer kilometre meter metre centimeter
    centimetre millimeter millimetre mile yard foot feet inch inches acre hectare mu li jin jeongbo chongbo
    pyong liter litre gallon barrel bushel bale degree megawatt kilowatt watt volt kiloton megaton knot league
    fathom dollar ruble rouble yuan renminbi won yen mark franc rupee dong peso lira leu zloty forint crown
    schilling dinar rial riyal cent kopeck shilling guinea penny pence head person people man men percent word
    fold
""")
ABBREVIATIONS = words("""
    km kg mm cm m g t lb lbs ha ft oz kt mt kw kwh mw mwt mwe hp cwt mph kph bbl bpd nm yds sq cc kv khz mhz
""")
# Plurals without -s, and words that count as they stand.
PLURALS = words("""
    people personnel troops cattle sheep swine deer fish oxen horse foot aircraft craft feet police cadres
    militia clergy staff infantry cavalry youth data dead wounded killed missing captured injured sick poor
    unemployed head livestock poultry hundredweight series means headquarters species corps won yen renminbi
    yuan dong mu li jin jeongbo chongbo pyong sail pence swiss lao british french irish dutch thai cv kia wia
    mia children usd rmb kpw
""")
SINGULAR = words("""
    less various previous perhaps always besides towards afterwards news gas overseas whereas christmas texas
    kansas mathematics physics politics economics
""")
# Words that say nothing of what is counted: “7000 more people”, “two major points”.
DROPPED = words("""
    more additional other such different new further extra separate fewer less another full whole major key
    present main important principal basic serious mild special certain specific similar following necessary
    remaining existing current recent same individual consecutive successive straight long solid odd good very
""")
COMPARED = words("less more larger smaller higher lower greater")  # “a third higher”
# What ends a noun phrase: function words, frequent verbs and adverbs.
STOPS = words("""
    a an the of in on at by to from for with without within into onto over under above below between among
    against during before after since until till through throughout across along around near off out up down
    about as than but and or nor if when while where who whom whose which that this these those it its he him
    his she her they them their we us our you your i my me is are was were be been being am has have had
    having do does did will would shall should can could may might must not no so too also only just even
    still yet already now then there here thus hence however therefore because although though unless whether
    what why how respectively each every all both either neither some any many much most several per via plus
    minus versus vs et etc ago away later earlier alone together again perhaps probably possibly approximately
    roughly nearly almost say says said state stated ask asks asked go went come came leave left take taken
    took get got make made give gave given arrive arrived remain remained become became seem seems appear
    appears include includes included including work live want belong receive hold held provide show shown use
    see seen think believe find found know known keep kept speak call expect hope plan require fled died
    crossed sent written brought built done drawn met carry longer stayed lived
""")

# A bare number after one of these is a label whatever follows it ...
STRONG = words("""
    n° № # § article section chapter paragraph subparagraph clause annex appendix enclosure attachment exhibit
    footnote page volume document telegram cable dispatch despatch airgram circular memo reftel resolution
    copy lot box folder rg fond opis delo aidto toaid para papka list listy doboz room title publication mig
    il tu su yak latitude longitude nsc nsam nsdm nssm nie snie jcs jcsm csce ssd deptel embtel contel
    depcirtel circtel toisa tousfo usfoto icato toica polto topol delga gadel secto tosec dulte tedul usun
    cedto todep embdes condes legdes ecato toeca repto torep musto urtel ourtel mytel inclosure
""")
# ... these also with the point of an abbreviation, which after “paragraph” ends a sentence ...
DOTTED = words("""
    no nr nº art sec chap para fig fn p pp vol doc tel msg op ch nn bk col sect sched app encl pt long ref res
    pl d l ll f del apt lat rpt dok inv
""")
# ... after one of these if no unit follows.
WEAK = words("""
    part rule minute point item line column table figure chart map tab note question phase stage step option
    alternative operation plan project program track case class category grade level type model mark series
    version zone sector district area region ward unit division regiment brigade battalion company squadron
    corps army fleet group detachment base camp hill height route highway road channel pier gate factory plant
    mine shop workshop school hospital bureau department office building house ministry committee institute
    order directive decree decision instruction law act bill public protocol treaty letter message memorandum
    report file roll reel entry issue edition session meeting book ext telephone phone zip parallel train
    flight scene block plot cell ward berth bearing sheet radio uranium station km mile form theses
""")

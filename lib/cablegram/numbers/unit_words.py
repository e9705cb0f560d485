"""Word lists from which a unit is read: measures, plurals without -s, and what ends a noun phrase."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list, which is easier to read and keep in order than quoted strings are."""
    return tuple(text.split())


LINE_END = "\r?\n(?!(?-i:[A-Z][a-z]))"  # a phrase goes on over it; a new row or heading has a capital letter

TIMES = words("second minute hour day night week fortnight month quarter season year decade century annum")
MEASURES = words("""
    time ton tonne kilogram kilo gram pound ounce quintal kilometer kilometre meter metre centimeter
    centimetre millimeter millimetre mile yard foot inch acre hectare mu li jin jeongbo chongbo
    pyong liter litre gallon barrel bushel bale degree megawatt kilowatt watt volt kiloton megaton
    knot dollar ruble rouble yuan renminbi won yen mark franc rupee dong peso lira leu zloty forint
    crown schilling dinar rial riyal cent kopeck shilling head person man percent word
""")
ABBREVIATIONS = words("""
    km kg mm cm m g t lb lbs ha ft oz kt mt kw kwh mw mwt mwe hp cwt mph kph bbl bpd nm yds sq cc kv
    khz mhz
""")
# Plurals without -s, and words that count as they stand.
PLURALS = frozenset(
    words("""
    people men women children personnel troops cattle sheep swine deer fish aircraft craft
    spacecraft feet teeth geese police cadres militia clergy staff infantry cavalry youth data
    criteria phenomena memoranda dead wounded killed missing captured injured sick poor unemployed head
    mankind livestock poultry countrymen servicemen gunmen clergymen policemen fishermen airmen
    seamen spokesmen businessmen workmen horsemen guardsmen newsmen hundredweight series means
    headquarters species corps won yen baht rand renminbi yuan dong rmb usd kpw mu li jin jeongbo
    chongbo pyong Chinese Japanese Vietnamese Portuguese Burmese Lebanese Sudanese Congolese Swiss
    Lao British French Irish Dutch Thai Englishmen Frenchmen CV KIA WIA MIA
""")
)
NOT_PLURALS = frozenset(
    words("""
    less various previous perhaps always besides towards afterwards news gas overseas whereas
    christmas texas kansas mathematics physics politics economics
""")
)
# Words that say nothing of what is counted: “7000 more people”, “two major points”.
DROPPED = frozenset(
    words("""
    more additional other such different new further extra separate fewer less another full whole
    major key present main important principal basic serious mild special certain specific similar
    following necessary remaining existing current recent same individual consecutive successive
    straight long solid odd good very
""")
)
COMPARED = frozenset(words("less more larger smaller higher lower greater"))  # “a third higher”
# What ends a noun phrase: function words, frequent verbs and adverbs, and other numbers.
STOPS = frozenset(
    words("""
    a an the of in on at by to from for with without within into onto over under above below between
    among against during before after since until till through throughout across along around near
    off out up down about as than but and or nor if when while where who whom whose which that this
    these those it its he him his she her they them their we us our you your i my me is are was were
    be been being am has have had having do does did will would shall should can could may might
    must not no so too also only just even still yet already now then there here thus hence
    however therefore because although though unless whether what why how respectively each every
    all both either neither some any many much most several per via plus minus versus vs et etc ago
    away apart later earlier thereafter alone together again perhaps probably possibly approximately
    roughly nearly almost inclusive
    say says said state stated ask asked go went come came leave left take took get got make made
    give gave arrive arrived remain remained become became seem seems appear appears include
    includes included including consist follow carry work live want belong represent form serve
    continue agree contain reach receive hold provide show use see think believe exist stand lie
    seek feel find know keep speak call offer wish expect hope intend plan require fled died crossed
    according ranging
    hundred thousand million billion dozen one two three four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty
""")
)

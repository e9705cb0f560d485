"""Words that turn the number after them into a label: “telegram 5207”, “Box 12”, “Phase Two”."""

from .unit_words import words

# A bare number after one of these is a label whatever follows it ...
STRONG = frozenset(
    words("""
    no nos nr nº n° № # number numbers art arts article articles sec secs section sections chap
    chapter chapters para paras paragraph paragraphs subparagraph subparagraphs clause clauses annex
    annexes appendix enclosure attachment exhibit fig figs footnote footnotes fn page pages p pp vol
    vols volume volumes doc docs document documents telegram telegrams tel tels cable cables
    dispatch dispatches despatch despatches airgram airgrams circular msg memo reftel ref res
    resolution resolutions pl copy lot box boxes folder folders rg fond opis op delo papka d l ll f
    list listy doboz room title publication mig il tu su yak latitude longitude lat nsc nsam nsdm
    nssm nie snie jcs jcsm csce ssd deptel deptels embtel embtels contel depcirtel circtel toisa
    tousfo usfoto icato toica polto topol delga gadel secto tosec dulte tedul usun cedto todep embdes
    condes legdes ecato toeca repto torep musto rpt urtel urtels ourtel ourtels mytel
""")
)
# ... an abbreviation also with its point, which after “paragraph” ends a sentence ...
DOTTED = frozenset(
    words("nos art arts sec secs chap para paras fig figs vol vols doc docs tel tels res del opis ref apt")
)
# ... after one of these if no unit follows ...
WEAK = frozenset(
    words("""
    part parts rule rules minute point points item items line lines column columns table tables
    figure figures chart map tab note notes question phase phases stage stages step option alternative
    operation plan project program track case class category grade level type model mark mk series
    version zone zones sector district districts area region ward unit units division divisions regiment
    regiments brigade brigades battalion battalions company squadron corps army fleet group groups
    detachment base camp camps hill hills height heights route routes highway road channel pier gate factory
    factories plant plants mine mines shop workshop school hospital bureau department office
    building house apartment ministry committee institute order directive decree decision
    instruction law act bill public protocol treaty letter message memorandum report file files roll
    reel entry tom por issue edition session meeting book extension ext telephone phone zip parallel
    vitamin train flight record serial docket reference code link stat ust release bulletin contract
    budget publications radio radios apt
    sputnik apollo soyuz explorer uranium plutonium boeing
""")
)
# ... and these only among the strong ones are too short to judge a number word by: “No two are alike”.
TOO_SHORT = frozenset(words("d l f op su no"))

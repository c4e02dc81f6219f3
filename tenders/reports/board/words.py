"""The texts of the report for the board, in plain words."""

from procurement.language import Text
from tenders.lint.draft.policy import PROPOSED as PROPOSED_LEAST

TITLE = Text(nl="Duurzaamheid in onze aanbestedingen", en="Sustainability in our tenders")
REPORT = Text(nl="Verslag voor het bestuur", en="Report for the board")
PERIOD = Text(nl="Periode", en="Period")
FROM_TO = Text(nl="{start} tot en met {end}", en="{start} up to and including {end}")
MADE = Text(nl="Gemaakt op", en="Made on")
MINIMUM = Text(nl="Minimum op die dag", en="Minimum on that day")
MINIMUM_IS = Text(nl="{least}: {decided}", en="{least}: {decided}")
PROPOSED = Text(
    nl="voorstel van Tenderwijzer, want er is geen eigen minimum vastgelegd",
    en="proposal of Tenderwijzer, because no minimum of your own was recorded",
)
PARTICULARS = Text(nl="Gegevens van dit verslag", en="Particulars of this report")

IN_SHORT = Text(nl="In het kort", en="In short")
NOTHING_PUBLISHED = Text(
    nl="In deze periode is geen aanbesteding gepubliceerd.", en="No tender was published in this period."
)
PUBLISHED = Text(
    nl="Gepubliceerde aanbestedingen: {tenders}. Percelen daarin: {lots}.",
    en="Tenders published: {tenders}. Lots in them: {lots}.",
)
WEIGHS = Text(
    nl="Duurzaamheid weegt gemiddeld {average} van een perceel. Het laagst is {lowest}.",
    en="Sustainability weighs {average} of a lot on average. The lowest is {lowest}.",
)
MEETS = Text(
    nl="Aanbestedingen die aan het eigen minimum voldoen: {meeting} van {tenders}, dat is {share}.",
    en="Tenders that meet the own minimum: {meeting} of {tenders}, which is {share}.",
)
EXPLAINED = Text(
    nl="Redenen van een jurist uit deze periode, niet vervangen of teruggenomen: {number}.",
    en="Reasons of a lawyer from this period, not replaced or taken back: {number}.",
)
IS_POLICY = Text(
    nl="Het minimum is beleid van de organisatie en geen wet. Wie eronder blijft, legt de reden vast.",
    en="The minimum is policy of the organisation and no law. Who stays below it records the reason.",
)

LOTS = Text(nl="Wat is gepubliceerd", en="What was published")
TENDER = Text(nl="Aanbesteding", en="Tender")
LOT = Text(nl="Perceel", en="Lot")
PUBLISHED_ON = Text(nl="Gepubliceerd op", en="Published on")
WEIGHT = Text(nl="Weging (%)", en="Weight (%)")
LEAST = Text(nl="Minimum (%)", en="Minimum (%)")
MEETING = Text(nl="Voldoet", en="Meets it")
YES, NO = Text(nl="ja", en="yes"), Text(nl="nee", en="no")

THEMES = Text(nl="Waar het over gaat", en="What it is about")
THEME = Text(nl="Thema", en="Theme")
TENDERS = Text(nl="Aanbestedingen", en="Tenders")
NO_THEMES = Text(
    nl="Geen enkel criterium heeft een thema dat duurzaamheid is.",
    en="No criterion has a theme that is sustainability.",
)

DEVIATIONS = Text(nl="Afwijkingen met hun reden", en="Deviations with their reason")
RULE = Text(nl="Regel", en="Rule")
PLACE = Text(nl="Plaats", en="Place")
REASON = Text(nl="Reden", en="Reason")
GIVEN_ON = Text(nl="Gegeven op", en="Given on")
NO_DEVIATIONS = Text(
    nl="Uit deze periode is er geen reden van een jurist.",
    en="There is no reason of a lawyer from this period.",
)

FINDINGS = Text(nl="Wat de toets vindt in lopende concepten", en="What the check finds in running drafts")
DRAFTS_READ = Text(
    nl="Concepten die op {day} zijn getoetst: {checked}. Nog niet volledig genoeg voor een toets: "
    "{unreadable}.",
    en="Drafts checked on {day}: {checked}. Not complete enough to check yet: {unreadable}.",
)
NO_FINDINGS = Text(nl="Er is niets gevonden.", en="Nothing was found.")
DRAFTS = Text(nl="Concepten", en="Drafts")
BLOCKING = Text(nl="Blokkerend", en="Blocking")
MOTIVATE = Text(nl="Motiveren", en="Give a reason")
ADVICE = Text(nl="Advies", en="Advice")

HOW = Text(nl="Zo is geteld", en="How this was counted")
DEFINITIONS: tuple[Text, ...] = (
    Text(
        nl="Een aanbesteding hoort bij de periode als haar eerste publicatie op een dag in de periode viel, "
        "naar Nederlandse tijd.",
        en="A tender belongs to the period when its first publication was on a day in the period, in Dutch "
        "time.",
    ),
    Text(
        nl="De weging van duurzaamheid is de som van de gewichten van alle criteria van een perceel die "
        "scoren en een thema hebben, behalve het thema prijs en kwaliteit. Geteld is de laatste "
        "gepubliceerde versie op de dag van dit verslag. De som is niet afgerond.",
        en="The weight of sustainability is the sum of the weights of all criteria of a lot that are scored "
        "and have a theme, except the theme price and quality. Counted is the last version published on the "
        "day of this report. The sum is not rounded.",
    ),
    Text(
        nl="Het gemiddelde is de som van die wegingen gedeeld door het aantal percelen, afgerond op één "
        "decimaal; precies de helft gaat omhoog. Elk perceel telt even zwaar.",
        en="The average is the sum of those weights divided by the number of lots, rounded to one decimal; "
        "exactly half goes up. Each lot counts the same.",
    ),
    Text(
        nl="Een aanbesteding voldoet als elk van haar percelen ten minste het minimum haalt van de dag van "
        "haar eerste publicatie. Zonder eigen besluit is dat {proposed}%. Het aandeel is afgerond op één "
        "decimaal.",
        en="A tender meets the minimum when each of its lots reaches at least the minimum of the day of its "
        "first publication. Without a decision of its own that is {proposed}%. The share is rounded to one "
        "decimal.",
    ).format(proposed=str(PROPOSED_LEAST)),
    Text(
        nl="Per thema telt een aanbesteding één keer mee, als een criterium in een van haar percelen over "
        "dat thema gaat. Een aanbesteding kan bij meer thema’s meetellen.",
        en="For each theme a tender counts once, when a criterion in one of its lots is about that theme. A "
        "tender can count for several themes.",
    ),
    Text(
        nl="Een afwijking is een bevinding van de juridische toets waarvoor een jurist in de periode een "
        "reden gaf, die niet is teruggenomen of vervangen.",
        en="A deviation is a finding of the legality check for which a lawyer gave a reason in the period, "
        "which was not taken back or replaced.",
    ),
    Text(
        nl="Lopende concepten zijn aanbestedingen die nog niet zijn gepubliceerd. Zij zijn getoetst op de "
        "dag van dit verslag, dus niet op de laatste dag van de periode. Geteld is wat dan nog openstaat.",
        en="Running drafts are tenders that are not published yet. They were checked on the day of this "
        "report, so not on the last day of the period. Counted is what is still open then.",
    ),
)

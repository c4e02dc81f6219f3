"""L32: no bidder is asked for a report on its whole firm, such as one under the CSRD."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.reports import report_of_the_firm
from tenders.lint.wordings import wordings

_ASKED = Text(
    nl="‘{words}’ gaat over het hele bedrijf en is voor kleine bedrijven een zware last.",
    en="‘{words}’ is about the whole firm and a heavy burden for small firms.",
)
_ASK_THIS = Text(
    nl="Vraag gegevens over wat u koopt, bijvoorbeeld kg CO2e per laptop, of zorg voor de keten van de "
    "geleverde "
    "producten. Anders legt een jurist vast waarom dit in verhouding is.",
    en="Ask data about what you buy, for instance kg CO2e per laptop, or due care for the chain of the "
    "delivered "
    "products. Otherwise a lawyer records why this is proportionate.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for wording in wordings(draft, DEMANDS, report_of_the_firm):
        yield wording.finding(Severity.MOTIVATE, _ASKED, wording.go(_ASK_THIS))


RULE = Rule(
    code="L32",
    title=Text(
        nl="Geen CSRD-, taxonomie- of ander bedrijfsrapport van elke inschrijver",
        en="No CSRD, taxonomy or other firm-wide report from every bidder",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.TEXT}),
    basis=(
        cite("aw2012:1.10(1)"),
        cite("aw2012:2.90(8)"),
        cite("aw2012:2.93(1)"),
        cite("aw2012:2.115(3)"),
        cite("dir2014-24:58(1)"),
        cite("dir2014-24:60(1)"),
        cite("csddd:31"),
    ),
    wrong=Text(
        nl="De stukken vragen van inschrijvers een duurzaamheidsverslag, CSRD-rapport, taxonomiecijfers of "
        "een rapport "
        "over gepaste zorgvuldigheid van het hele bedrijf.",
        en="The documents ask bidders for a sustainability report, CSRD report, taxonomy figures or a due "
        "diligence "
        "report on the whole firm.",
    ),
    why=Text(
        nl="Zulke rapporten gaan over het bedrijf en niet over de opdracht. De wet verplicht alleen grote "
        "ondernemingen "
        "ertoe. Als bewijs van bekwaamheid staan zij niet in de lijst van de wet. Zorg voor de keten van "
        "wat u koopt, "
        "mag wel een criterium of voorwaarde zijn.",
        en="Such reports are about the firm and not about the contract. The law obliges large undertakings "
        "only. As "
        "proof of ability they are not in the list of the act. Due care for the chain of what you buy may "
        "be a "
        "criterion or condition.",
    ),
    instead=Text(
        nl="Vraag gegevens of zorg die over de geleverde producten gaan.",
        en="Ask data or care that is about the delivered products.",
    ),
    bad=Text(
        nl="Elke inschrijver levert zijn CSRD-verslag over het laatste boekjaar.",
        en="Every bidder supplies its CSRD report on the last financial year.",
    ),
    good=Text(
        nl="De opdrachtnemer brengt risico's in kaart in de keten van de geleverde laptops en meldt ze elk "
        "jaar.",
        en="The contractor maps risks in the supply chain of the delivered laptops and reports them each "
        "year.",
    ),
    doubt=Text(
        nl="De drempels van de CSRD en de CSDDD zijn in 2026 gewijzigd. Laat een jurist nagaan wat nu geldt.",
        en="The thresholds of the CSRD and CSDDD were changed in 2026. Let a lawyer check what holds now.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

"""L33: a green word comes with a metric, a boundary and a standard; neutrality does not rest on offsets."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.draft.passage import DEMANDS
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.green import offset_claim, vague_claim
from tenders.lint.wordings import Wording, wordings

_HEADING = ".title"
_VAGUE = Text(
    nl="‘{words}’ is niet te controleren: er staat geen meetbare grens bij.",
    en="‘{words}’ cannot be checked: no measurable limit comes with it.",
)
_MEASURE = Text(
    nl="Meet het per product. Schrijf op wat u meet, in welke eenheid, over welk deel van de levensloop en "
    "hoe. "
    "Bijvoorbeeld: hooguit 200 kg CO2e per laptop van grondstof tot levering, berekend volgens ISO 14067 of "
    "gelijkwaardig.",
    en="Measure it per product. Write what you measure, in which unit, over which part of the life cycle "
    "and how. For "
    "example: at most 200 kg CO2e per laptop from raw material to delivery, calculated by ISO 14067 or "
    "equivalent.",
)
_OFFSET = Text(
    nl="‘{words}’: compensatie elders maakt het product zelf niet schoner.",
    en="‘{words}’: compensation elsewhere does not make the product itself cleaner.",
)
_COUNT_REAL = Text(
    nl="Vraag de uitstoot van het product of de dienst zelf, in kg CO2e, en zeg dat compensatie niet "
    "meetelt.",
    en="Ask for the emissions of the product or service itself, in kg CO2e, and say that offsets do not "
    "count.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    """A heading may be short: its text says how it is measured."""
    for wording in wordings(draft, DEMANDS, offset_claim):
        yield wording.finding(Severity.MOTIVATE, _OFFSET, wording.go(_COUNT_REAL))
    for wording in wordings(draft, DEMANDS - {PassageKind.VERIFICATION}, vague_claim):
        if not _is_heading(wording) and not offset_claim(wording.plain):
            yield wording.finding(Severity.MOTIVATE, _VAGUE, wording.go(_MEASURE))


def _is_heading(wording: Wording) -> bool:
    return wording.passage.place.endswith(_HEADING)


RULE = Rule(
    code="L33",
    title=Text(
        nl="Een groen woord krijgt een maat, een grens en een norm",
        en="A green word comes with a metric, a boundary and a standard",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.TEXT}),
    basis=(cite("aw2012:2.76(1)"), cite("aw2012:2.113a(1)"), cite("empco:1")),
    wrong=Text(
        nl="Een tekst vraagt iets ‘groens’, ‘duurzaams’ of ‘klimaatneutraals’ zonder te zeggen hoe dat "
        "wordt gemeten, of "
        "rekent compensatie mee.",
        en="A text asks something ‘green’, ‘sustainable’ or ‘climate neutral’ without saying how that is "
        "measured, or "
        "counts offsets.",
    ),
    why=Text(
        nl="Een eis is zo nauwkeurig dat u erop kunt gunnen, en bij elk criterium is te toetsen wat de "
        "inschrijver zegt. "
        "Met een vaag woord kan dat niet: elke leverancier is ‘groen’. Voor consumenten verbiedt de EU zulke "
        "beweringen zonder bewijs; wij trekken die lijn door.",
        en="A requirement is precise enough to award on, and for each criterion what the bidder says can "
        "be tested. A "
        "vague word does not allow that: every supplier is ‘green’. For consumers the EU forbids such "
        "claims without "
        "proof; we extend that line.",
    ),
    instead=Text(
        nl="Noem een getal met een eenheid, waarover het gaat, en de norm of methode.",
        en="State a number with a unit, what it covers, and the norm or method.",
    ),
    bad=Text(
        nl="De laptops worden klimaatneutraal geleverd.", en="The laptops are delivered climate neutral."
    ),
    good=Text(
        nl="De uitstoot van productie en transport is hooguit 200 kg CO2e per laptop, berekend volgens ISO "
        "14067 of "
        "gelijkwaardig.",
        en="Production and transport emit at most 200 kg CO2e per laptop, calculated by ISO 14067 or "
        "equivalent.",
    ),
    doubt=Text(
        nl="De EU-regels over groene beweringen gelden voor verkoop aan consumenten. Hier is het een "
        "vergelijking, geen "
        "plicht.",
        en="The EU rules on green claims hold for sales to consumers. Here it is an analogy, no duty.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

"""L31: each assessor declared whether there is a conflict of interest, and what was found is recorded."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity

_RECORDED = Wanted(
    "in_record",
    True,
    Text(
        nl="Het conflict en de maatregel staan niet in het proces-verbaal.",
        en="The conflict and the measure are not in the record.",
    ),
    Text(
        nl="Neem het conflict en de maatregel op onder m.",
        en="Include the conflict and the measure under m.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from missing(draft.legal.decision, "legal.decision", "declarations")
    for index, declaration in enumerate(draft.legal.decision.declarations):
        place = f"legal.decision.declarations[{index}]"
        yield from missing(declaration, place, "assessor", "made_on", "conflict")
        if declaration.conflict:
            yield from missing(declaration, place, "measure")
            yield from against(declaration, place, (_RECORDED,))


RULE = Rule(
    code="L31",
    title=Text(
        nl="Elke beoordelaar verklaart of er een belangenconflict is",
        en="Each assessor declares whether there is a conflict of interest",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.DECISION,
    basis=(
        cite("aw2012:1.10b"),
        cite("aw2012:2.132(1)"),
        cite("c-538-13"),
    ),
    wrong=Text(
        nl="Een beoordelaar verklaarde niets, of een conflict heeft geen maatregel of staat niet in het "
        "proces-verbaal.",
        en="An assessor declared nothing, or a conflict has no measure or is not in the record.",
    ),
    why=Text(
        nl="U neemt passende maatregelen om belangenconflicten te voorkomen, te herkennen en op te "
        "lossen. Vastgestelde conflicten en maatregelen staan in het proces-verbaal.",
        en="You take fitting measures to prevent, recognise and resolve conflicts of interest. "
        "Conflicts found and measures taken stand in the record.",
    ),
    instead=Text(
        nl="Laat elke beoordelaar vóór de beoordeling verklaren, en leg bij een conflict de maatregel vast.",
        en="Let each assessor declare before the assessment, and record the measure for a conflict.",
    ),
    bad=Text(
        nl="De beoordelaars zijn onafhankelijk.",
        en="The assessors are independent.",
    ),
    good=Text(
        nl="Beoordelaar 2 werkte tot 2024 bij inschrijver B en beoordeelt die inschrijving niet; het "
        "proces-verbaal vermeldt dit onder m.",
        en="Assessor 2 worked for bidder B until 2024 and does not assess that bid; the record states "
        "this under m.",
    ),
    ours=Text(
        nl="De wet vraagt passende maatregelen. De verklaring per beoordelaar is de maatregel die dit "
        "programma kiest.",
        en="The act asks for fitting measures. The declaration of each assessor is the measure that "
        "this product chooses.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

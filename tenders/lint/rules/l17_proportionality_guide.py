"""L17: a deviation from the Proportionality Guide is known and has a reason."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_ASSESSED = Wanted(
    "guide_assessed",
    True,
    Text(
        nl="Niemand heeft beoordeeld of u van de Gids Proportionaliteit afwijkt.",
        en="Nobody assessed whether you deviate from the Proportionality Guide.",
    ),
    Text(
        nl="Loop de voorschriften van de gids na.",
        en="Go through the rules of the guide.",
    ),
    Severity.MOTIVATE,
)


def _check(draft: Draft) -> Iterator[Finding]:
    documents = draft.legal.documents
    yield from against(documents, "legal.documents", (_ASSESSED,))
    if documents.guide_assessed:
        yield from missing(documents, "legal.documents", "guide_deviation", severity=Severity.MOTIVATE)
    if documents.guide_deviation:
        yield from missing(documents, "legal.documents", "guide_reason")


RULE = Rule(
    code="L17",
    title=Text(
        nl="Afwijken van de Gids Proportionaliteit heeft een reden",
        en="A deviation from the Proportionality Guide has a reason",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.PERSON}),
    basis=(
        cite("aw2012:1.10(4)"),
        cite("proportionality-guide"),
    ),
    wrong=Text(
        nl="U wijkt af van de Gids Proportionaliteit en de stukken zeggen niet waarom, of niemand heeft "
        "het beoordeeld.",
        en="You deviate from the Proportionality Guide and the documents do not say why, or nobody "
        "assessed it.",
    ),
    why=Text(
        nl="U past de voorschriften van de gids toe of motiveert een afwijking in de stukken. Een reden "
        "die later komt, telt niet.",
        en="You apply the rules of the guide or give the reason for a deviation in the documents. A "
        "reason that comes later does not count.",
    ),
    instead=Text(
        nl="Loop de voorschriften na en schrijf bij elke afwijking de reden in de stukken.",
        en="Go through the rules and write the reason for each deviation in the documents.",
    ),
    bad=Text(
        nl="Wij vragen vijf referenties.",
        en="We ask five references.",
    ),
    good=Text(
        nl="Wij vragen twee referenties in plaats van één per kerncompetentie, omdat levering en "
        "dataverwijdering elk een eigen risico hebben.",
        en="We ask two references instead of one for each core competence, because delivery and data "
        "erasure each carry a risk of their own.",
    ),
    doubt=Text(
        nl="De voorschriften van de gids zijn niet alle gelezen; een jurist beoordeelt ze.",
        en="Not all rules of the guide were read; a lawyer assesses them.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

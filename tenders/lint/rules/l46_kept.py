"""L46: the file of the procedure is kept for three years at least."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from procurement.numbers import plain
from tenders.lint.answers import missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity
from tenders.lint.shown import number

_LEAST = Decimal(3)  # years, art. 2.56 lid 2
_TOO_SHORT = Text(
    nl="{years} jaar is korter dan drie jaar.",
    en="{years} years is less than three years.",
)
_LONGER = Text(
    nl="Stel ten minste drie jaar in.",
    en="Set three years at least.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    documents = draft.legal.documents
    yield from missing(documents, "legal.documents", "kept_years")
    if documents.kept_years is not None and documents.kept_years < _LEAST:
        message = _TOO_SHORT.format(years=number(documents.kept_years))
        place, quote = "legal.documents.kept_years", plain(documents.kept_years)
        yield wrong(place, message, _LONGER, quote=quote)


RULE = Rule(
    code="L46",
    title=Text(
        nl="Het dossier blijft ten minste drie jaar na de gunning bewaard",
        en="The file is kept for at least three years after the award",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.DECISION,
    basis=(
        cite("aw2012:2.56"),
        cite("aw2012:2.56(2)"),
    ),
    wrong=Text(
        nl="Er staat niet hoelang het dossier bewaard blijft, of het is korter dan drie jaar.",
        en="It does not say how long the file is kept, or it is less than three years.",
    ),
    why=Text(
        nl="U moet elke beslissing in de procedure kunnen uitleggen. Daarom blijven de gegevens ten "
        "minste drie jaar na de gunning bewaard. De selectielijst van uw organisatie kan langer "
        "vragen.",
        en="You must be able to explain every decision in the procedure. So the data are kept for at "
        "least three years after the award. The retention list of your organisation may ask for more.",
    ),
    instead=Text(
        nl="Stel een bewaartermijn van ten minste drie jaar in.",
        en="Set a retention period of at least three years.",
    ),
    bad=Text(
        nl="Het dossier wordt na twee jaar vernietigd.",
        en="The file is destroyed after two years.",
    ),
    good=Text(
        nl="Het dossier blijft zeven jaar na de gunning bewaard.",
        en="The file is kept for seven years after the award.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

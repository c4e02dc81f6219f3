"""L23: what people use is accessible, or the documents say why not."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, is_blank, missing
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_LAW = Wanted(
    "accessibility_law",
    True,
    Text(
        nl="De specificatie verwijst niet naar bindende Europese toegankelijkheidsregels.",
        en="The specification does not refer to binding EU accessibility rules.",
    ),
    Text(
        nl="Verwijs ernaar, of laat een jurist vastleggen dat er voor dit product geen zijn.",
        en="Refer to them, or let a lawyer record that there are none for this product.",
    ),
    Severity.MOTIVATE,
)


def _check(draft: Draft) -> Iterator[Finding]:
    contract = draft.legal.contract
    yield from missing(contract, "legal.contract", "used_by_people")
    if not contract.used_by_people:
        return
    if not is_blank(contract.accessibility):
        yield from against(contract, "legal.contract", (_LAW,))
    elif is_blank(contract.no_accessibility_reason):
        yield unanswered("legal.contract.accessibility")


RULE = Rule(
    code="L23",
    title=Text(
        nl="Wat mensen gebruiken is toegankelijk",
        en="What people use is accessible",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.75(4)"),
        cite("aw2012:2.75(5)"),
        cite("dir2014-24:42(1)"),
    ),
    wrong=Text(
        nl="Mensen gebruiken het product, maar de specificaties zeggen niets over toegankelijkheid of "
        "ontwerp voor iedereen.",
        en="People use the product, but the specifications say nothing on accessibility or design for all.",
    ),
    why=Text(
        nl="Gebruiken mensen het resultaat, dan houden de specificaties rekening met mensen met een "
        "handicap of met ontwerp voor iedereen. Alleen een goed gemotiveerd geval mag anders. Gelden "
        "er bindende Europese regels, dan verwijst u daarnaar.",
        en="Where people use the result, the specifications take persons with disabilities or design "
        "for all into account. Only a properly reasoned case may differ. Where binding EU rules "
        "hold, you refer to them.",
    ),
    instead=Text(
        nl="Neem een eis over toegankelijkheid op met een verwijzing naar de Europese regels, of leg "
        "uit waarom dat hier niet kan.",
        en="Include a requirement on accessibility that refers to the EU rules, or explain why that is "
        "not possible here.",
    ),
    bad=Text(
        nl="De software is gebruiksvriendelijk.",
        en="The software is user-friendly.",
    ),
    good=Text(
        nl="De laptop is te bedienen met schermlezer, vergrootglas en alleen het toetsenbord, volgens "
        "EN 301 549 of gelijkwaardig.",
        en="The laptop can be operated with a screen reader, a magnifier and the keyboard alone, by EN "
        "301 549 or equivalent.",
    ),
    doubt=Text(
        nl="Welke Europese toegankelijkheidsregels voor ICT bindend zijn, is niet in de bron gelezen.",
        en="Which EU accessibility rules bind for ICT was not read at the source.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)

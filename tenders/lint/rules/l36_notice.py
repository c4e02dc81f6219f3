"""L36: the notice names the award criteria, and they are those of the documents."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import wrong
from tenders.lint.asking import unanswered
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import AwardBasis
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Criterion, Lot

_ABSENT = Text(
    nl="‘{code} {title}’ van perceel {lot} staat niet in de aankondiging.",
    en="‘{code} {title}’ of lot {lot} is not in the notice.",
)
_UNKNOWN = Text(
    nl="De aankondiging noemt ‘{code}’, maar dat criterium staat niet in de stukken.",
    en="The notice names ‘{code}’, but that criterion is not in the documents.",
)
_NOT_ANSWERED = Text(
    nl="Voor perceel {lot} is niet gezegd welke criteria de aankondiging noemt.",
    en="For lot {lot} nobody said which criteria the notice names.",
)
_SAME = Text(
    nl="Maak de aankondiging gelijk aan de stukken.",
    en="Make the notice the same as the documents.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    notice = draft.legal.notice
    if not notice.criteria and not notice.by_lot:
        yield unanswered("legal.notice.criteria")
        return
    own = {
        each.lot: (f"legal.notice.by_lot[{index}].criteria", each.criteria)
        for index, each in enumerate(notice.by_lot)
    }
    for lot in draft.tender.lots:
        place, named = own.get(lot.code, ("legal.notice.criteria", notice.criteria))
        if not named:
            yield wrong(place, _NOT_ANSWERED.format(lot=lot.code), _SAME, quote=lot.code)
        else:
            yield from _not_named(lot, lot.criteria, frozenset(named), place)
            yield from _not_known(draft if place == "legal.notice.criteria" else None, lot, named, place)


def _not_named(
    lot: Lot, nodes: tuple[Criterion, ...], named: frozenset[str], place: str
) -> Iterator[Finding]:
    """A criterion is named by its own code, by that of the group above it, or by all those under it."""
    for node in nodes:
        if node.code in named:
            continue
        if node.children and named & {below.code for below in node.nodes()}:
            yield from _not_named(lot, node.children, named, place)
        else:
            message = _ABSENT.format(code=node.code, title=node.title, lot=lot.code)
            yield wrong(place, message, _SAME, quote=node.code)


def _not_known(whole: Draft | None, lot: Lot, named: tuple[str, ...], place: str) -> Iterator[Finding]:
    """What the notice says of all lots may belong to any of them."""
    lots = whole.tender.lots if whole else (lot,)
    known = {node.code for each in lots for node in each.nodes()}
    for code in named:
        if code not in known:
            yield wrong(place, _UNKNOWN.format(code=code), _SAME, quote=code)


def _applies(draft: Draft) -> bool:
    return draft.legal.course.award_basis in (None, AwardBasis.BEST_PRICE_QUALITY)


RULE = Rule(
    code="L36",
    title=Text(
        nl="De aankondiging noemt dezelfde criteria als de stukken",
        en="The notice names the same criteria as the documents",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.115(1)"),
        cite("aw2012:2.115(4)"),
    ),
    wrong=Text(
        nl="Een criterium staat in de stukken maar niet in de aankondiging, of andersom.",
        en="A criterion is in the documents but not in the notice, or the other way round.",
    ),
    why=Text(
        nl="De aankondiging maakt bekend welke nadere criteria u stelt. De stukken noemen hun gewicht. "
        "Verschillen zij, dan weet een inschrijver niet wat geldt.",
        en="The notice makes known which award criteria you set. The documents state their weights. "
        "Where they differ, a bidder does not know what holds.",
    ),
    instead=Text(
        nl="Neem de criteria uit de stukken over in de aankondiging, per perceel als percelen verschillen.",
        en="Copy the criteria from the documents to the notice, lot by lot where lots differ.",
    ),
    bad=Text(
        nl="Aankondiging: prijs en kwaliteit. Leidraad: prijs, kwaliteit en duurzaamheid.",
        en="Notice: price and quality. Instructions: price, quality and sustainability.",
    ),
    good=Text(
        nl="Aankondiging en leidraad: prijs 40%, kwaliteit 35%, duurzaamheid 25%.",
        en="Notice and instructions: price 40%, quality 35%, sustainability 25%.",
    ),
    ours=Text(
        nl="De wet vraagt de nadere criteria in de aankondiging. Dat de naam van een groep ook haar "
        "subcriteria dekt, is onze lezing.",
        en="The act asks for the award criteria in the notice. That the name of a group covers its "
        "sub-criteria as well is our reading.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)

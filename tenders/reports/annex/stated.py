"""What the law wants said in the tender documents besides criteria and requirements, each with its article.

An answer to a legal question stands here only where an article asks it in the documents. What belongs in
the notice, in the record or in the contract does not: two texts about one thing can differ.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.draft.bidders import SuitabilityKind
from tenders.lint.draft.procedure import AwardBasis
from tenders.lint.shown import number
from tenders.reports.annex.exclusion import exclusion_sentences

_OBLIGATIONS_STATED = Text(
    nl="De inschrijver geeft in zijn inschrijving aan dat hij rekening hield met zijn verplichtingen op het "
    "gebied van milieu-, sociaal en arbeidsrecht.",
    en="The bidder states in its bid that it took its obligations under environmental, social and labour "
    "law into account.",
)
_SUBCONTRACTORS = Text(
    nl="Na de gunning en voor de start vragen wij de naam, de contactgegevens en de wettelijke "
    "vertegenwoordigers van de onderaannemers.",
    en="After the award and before the start we ask the name, contact details and legal representatives of "
    "the subcontractors.",
)
LONGEST_FRAMEWORK = 4  # years, art. 2.140 lid 3 Aw 2012


class Statement(NamedTuple):
    """`said`: sentences of ours as `Text`, words of the buyer as they were typed."""

    title: Text
    basis: tuple[str, ...]
    said: tuple[Text | str, ...]


def statements_of(draft: Draft) -> tuple[Statement, ...]:
    """In the order of the act; what has nothing to say is left out."""
    every = (each for stated in _STATED for each in stated(draft))
    return tuple(each for each in every if any(each.said))


def _contract(draft: Draft) -> Iterator[Statement]:
    contract, guide = draft.legal.contract, draft.legal.documents
    yield Statement(
        Text(nl="Wat deze opdracht de samenleving oplevert", en="What this contract yields for society"),
        ("aw2012:1.4(2)",),
        (contract.public_value,),
    )
    if len(draft.tender.lots) == 1:
        yield Statement(
            Text(nl="Waarom de opdracht één geheel is", en="Why the contract is not divided into lots"),
            ("aw2012:1.5",),
            (contract.one_lot_reason,),
        )
    if contract.merged:
        yield Statement(
            Text(nl="Waarom opdrachten zijn samengevoegd", en="Why contracts were merged"),
            ("aw2012:1.5",),
            (contract.merged_reason,),
        )
    if guide.guide_deviation:
        yield Statement(
            Text(
                nl="Waar wij afwijken van de Gids Proportionaliteit",
                en="Where we deviate from the Proportionality Guide",
            ),
            ("aw2012:1.10(4)", "proportionality-guide"),
            (guide.guide_reason,),
        )


def _procedure(draft: Draft) -> Iterator[Statement]:
    legal = draft.legal
    yield Statement(
        Text(nl="Waarom de procedure urgent is", en="Why the procedure is urgent"),
        ("aw2012:2.74",),
        (legal.planning.urgency,),
    )
    if legal.contract.used_by_people and not legal.contract.accessibility:
        yield Statement(
            Text(nl="Waarom er geen eis over toegankelijkheid is", en="Why no accessibility is required"),
            ("aw2012:2.75(4)",),
            (legal.contract.no_accessibility_reason,),
        )
    for label in legal.proof.labels:
        if label.in_part:
            yield Statement(
                Text(
                    nl="Welke eisen van het keurmerk {name} gelden",
                    en="Which demands of the label {name} hold",
                ).format(name=label.name),
                ("aw2012:2.78a(2)",),
                label.demands,
            )


def _obligations(draft: Draft) -> Iterator[Statement]:
    documents = draft.legal.documents
    yield Statement(
        Text(
            nl="Waar u informatie krijgt over belasting, milieu, arbeidsbescherming en arbeidsvoorwaarden",
            en="Where to get information on tax, environment, labour protection and working conditions",
        ),
        ("aw2012:2.81(1)",),
        (documents.obligations_office,),
    )
    if documents.obligations_asked:
        yield Statement(
            Text(nl="Wat u daarover verklaart", en="What you state about that"),
            ("aw2012:2.81(2)",),
            (_OBLIGATIONS_STATED,),
        )


def _variants(draft: Draft) -> Iterator[Statement]:
    variants = draft.legal.award.variants
    if variants is not None and variants.allowed:
        yield Statement(
            Text(nl="Aan welke eisen een variant voldoet", en="Which demands a variant meets"),
            ("aw2012:2.83(3)",),
            (variants.minimum_demands,),
        )
        yield Statement(
            Text(nl="Hoe u een variant indient", en="How to submit a variant"),
            ("aw2012:2.83(3)",),
            (variants.how_submitted,),
        )


def _bidders(draft: Draft) -> Iterator[Statement]:
    bidders = draft.legal.bidders
    yield Statement(
        Text(nl="Uitsluitingsgronden", en="Exclusion grounds"),
        ("aw2012:2.86", "aw2012:2.86a", "aw2012:2.87", "aw2012:2.87a", "aw2012:2.88"),
        tuple(exclusion_sentences(bidders.exclusion)),
    )
    for each in bidders.suitability:
        if each.kind in _REASONED and each.reason:
            yield Statement(
                Text(
                    nl="Waarom geschiktheidseis {code} nodig is",
                    en="Why suitability requirement {code} is needed",
                ).format(code=each.code),
                (_REASONED[each.kind],),
                (each.reason,),
            )
    yield Statement(
        Text(nl="Wat alleen voor combinaties geldt", en="What holds for groups only"),
        ("aw2012:2.52(5)", "aw2012:2.52(6)"),
        (bidders.group_demands, bidders.group_demands_reason) if bidders.group_demands else (),
    )
    if bidders.subcontractor_names:
        yield Statement(
            Text(nl="Onderaannemers", en="Subcontractors"),
            ("aw2012:2.79(2)",),
            (_SUBCONTRACTORS,),
        )


def _award(draft: Draft) -> Iterator[Statement]:
    course, framework = draft.legal.course, draft.legal.agreement.framework
    if course.award_basis not in (None, AwardBasis.BEST_PRICE_QUALITY):
        yield Statement(
            Text(
                nl="Waarom wij niet gunnen op de beste prijs-kwaliteitverhouding",
                en="Why we do not award on the best price-quality ratio",
            ),
            ("aw2012:2.114(4)",),
            (course.award_basis_reason,),
        )
    if framework.is_one and framework.years is not None and framework.years > LONGEST_FRAMEWORK:
        yield Statement(
            Text(
                nl="Waarom de raamovereenkomst {years} jaar duurt",
                en="Why the framework agreement lasts {years} years",
            ).format(years=number(framework.years)),
            ("aw2012:2.140(3)",),
            (framework.reason,),
        )


_REASONED = {SuitabilityKind.TURNOVER: "aw2012:2.90(3)", SuitabilityKind.REFERENCE: "aw2012:2.93(1)"}
_STATED: tuple[Callable[[Draft], Iterator[Statement]], ...] = (
    _contract,
    _procedure,
    _obligations,
    _variants,
    _bidders,
    _award,
)

"""How the score of one bid came about, figure by figure, from the stored snapshot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.citations import CITATIONS
from procurement.law import Citation
from procurement.numbers import plain
from tenders.forms.values import LABEL_CHOICES, YES_NO_CHOICES
from tenders.models import Evidence, Lot
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import Working, explain, explain_total
from tenders.scoring.model import BidValue, Criterion, Kind, Level
from tenders.scoring.numbers import exactly
from tenders.scoring.result import BidResult, LotResult
from tenders.services.evaluations import newest_evaluation, stored_result
from tenders.supplier_evidence import evidence_value, reference_day, verified_value
from tenders.views.access import lot_or_404
from tenders.views.proof import Proof
from tenders.views.standing import shown


@dataclass(frozen=True, slots=True)
class Explained:
    """One criterion: what was offered, how it became points, and how the winner did."""

    leaf: Criterion
    working: Working
    offered: str  # in words, with its unit; one value per assessor where several judged
    levels: tuple[Level, ...]  # those that were given
    motivation: str
    basis: tuple[Citation, ...]
    winner_points: Decimal | None
    difference: Decimal | None  # points of this bid minus those of the winner
    proof: Proof | None  # what the evidence says now

    @property
    def is_figure(self) -> bool:
        """The points of a figure follow from the formula: nobody judged it."""
        return self.leaf.kind in (Kind.PRICE, Kind.QUANTITY)


@login_required
@require_safe
def explanation(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    evaluation = newest_evaluation(lot)
    if evaluation is None:
        raise Http404
    result = stored_result(evaluation)
    found = next((ranked for ranked in result.ranking if ranked.bid.code == code), None)
    excluded = next((each for each in result.excluded if each.bid.code == code), None)
    if found is not None:
        bid = found.bid
    elif excluded is not None:
        bid = excluded.bid
    else:
        raise Http404
    evidence = _evidence(lot, code)
    context = {
        "title": _("Zo kwam deze score tot stand: %(code)s") % {"code": code},
        "lot": lot,
        "tender": lot.tender,
        "evaluation": evaluation,
        "bid": bid,
        "excluded": excluded,
        "bids": [*(each.bid for each in result.ranking), *(each.bid for each in result.excluded)],
        "evidence": evidence,
    } | (_figures(result, found, _proofs(lot, found, evidence)) if found else {})
    return render(request, "tenders/explanation.html", context)


def _proofs(lot: Lot, found: BidResult, rows: Sequence[Evidence]) -> dict[str, Proof]:
    """By criterion, what the evidence says beside the value that was scored."""
    day = reference_day(lot.tender)
    evidence = [evidence_value(row) for row in sorted(rows, key=lambda row: row.pk)]
    proofs = {}
    for criterion in lot.criteria.prefetch_related("levels"):
        verified = verified_value(criterion, evidence, day)
        if verified is not None and criterion.code in found.scores:
            proofs[criterion.code] = Proof(criterion, verified, _entered(found.scores[criterion.code].value))
    return proofs


def _entered(value: BidValue | tuple[BidValue, ...]) -> str:
    """The canonical text that was scored; where assessors differ, all of them."""
    given = value if isinstance(value, tuple) else (value,)
    return "; ".join(dict.fromkeys(plain(each) if isinstance(each, Decimal) else each for each in given))


def _figures(result: LotResult, found: BidResult, proofs: Mapping[str, Proof]) -> dict[str, object]:
    first = result.ranking[0]
    with exactly():
        behind = abs(found.total - first.total)
    return {
        "found": found,
        "total": explain_total(result, found.bid.code),
        "explained": list(_explained(result, found, first, proofs)),
        "winner": first if first is not found else None,
        "behind": behind,
        "in_euros": AWARDS[result.lot.award.method].in_euros,
        "places": result.lot.award.rounding.places,
        "valid_bids": len(result.ranking),
    }


def _explained(
    result: LotResult, found: BidResult, first: BidResult, proofs: Mapping[str, Proof]
) -> Iterator[Explained]:
    for leaf in result.lot.leaves():
        if leaf.code in found.scores:
            yield _one(result, found, first, leaf, proofs.get(leaf.code))


def _one(
    result: LotResult, found: BidResult, first: BidResult, leaf: Criterion, proof: Proof | None
) -> Explained:
    score = found.scores[leaf.code]
    offered = score.value if isinstance(score.value, tuple) else (score.value,)
    winner = first.scores[leaf.code].points if first is not found else None
    with exactly():
        difference = None if winner is None else score.points - winner
    return Explained(
        leaf=leaf,
        working=explain(result, found.bid.code, leaf.code),
        offered="; ".join(_in_words(leaf, value) for value in offered),
        levels=tuple(level for level in leaf.levels if level.code in offered),
        motivation=found.bid.motivations.get(leaf.code, ""),
        basis=tuple(CITATIONS[code] for code in leaf.account.basis if code in CITATIONS),
        winner_points=winner,
        difference=difference,
        proof=proof,
    )


def _in_words(leaf: Criterion, value: BidValue) -> str:
    if isinstance(value, Decimal):
        number = shown(value, None)
        return f"€\u00a0{shown(value, 2)}" if leaf.kind is Kind.PRICE else f"{number} {leaf.unit}".strip()
    if leaf.kind is Kind.SCALE:
        return next((level.title for level in leaf.levels if level.code == value), value)
    choices = LABEL_CHOICES if leaf.kind is Kind.LABEL else YES_NO_CHOICES
    return str(dict(choices).get(value, value))


def _evidence(lot: Lot, code: str) -> list[Evidence]:
    """What the bid rests on, from the register as it is now."""
    return list(Evidence.objects.filter(bids__lot=lot, bids__code=code).order_by("kind", "pk"))

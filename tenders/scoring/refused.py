"""The shape of a formula that exists only to be refused, with the reason."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NoReturn

from procurement.language import Text
from procurement.law import Citation
from tenders.scoring.method import ScoringMethod, Symbol, Verdict
from tenders.scoring.model import Criterion, Kind


class RefusedMethod(ValueError):
    """No share is ever computed with a refused method."""


def refused(
    *, code: str, title: Text, formula: str, words: Text, reason: Text, basis: tuple[Citation, ...]
) -> ScoringMethod:
    def no_share(criterion: Criterion, column: Sequence[Decimal]) -> NoReturn:
        raise RefusedMethod(reason.en)

    def no_inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
        raise RefusedMethod(reason.en)

    def no_expression(criterion: Criterion, value: str, column: str) -> str:
        raise RefusedMethod(reason.en)

    return ScoringMethod(
        code=code,
        title=title,
        formula=formula,
        words=words,
        kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
        relative=True,
        verdict=Verdict.REFUSED,
        remark=reason,
        basis=basis,
        check=lambda criterion: (reason,),
        share_of=no_share,
        inputs=no_inputs,
        spreadsheet=no_expression,
    )

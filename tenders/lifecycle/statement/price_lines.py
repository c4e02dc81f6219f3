"""The price sheet in a statement: what each line asks, and the sheet as a bid filled it in."""

from collections.abc import Iterator, Mapping

from procurement.language import Text
from procurement.numbers import parse
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.input import Asks, InputField
from tenders.lifecycle.unit import EURO, base
from tenders.scoring.price_lines import PricedSheet, PriceLine, misfit, priced
from tenders.scoring.problem import Problem

_ABOUT = Text(nl="Prijzenblad, regel {number}", en="Price sheet, line {number}")
_LABEL = Text(nl="{description}, prijs per {unit}", en="{description}, price per {unit}")


def line_code(line: PriceLine) -> str:
    """The code of the input that asks its price of one unit; the colon keeps it apart from criteria."""
    return f"price_line:{line.number}"


def line_inputs(plan: Plan) -> Iterator[InputField]:
    for line in plan.price_lines:
        yield InputField(
            code=line_code(line),
            about=_ABOUT.format(number=str(line.number)),
            label=_LABEL.format(description=line.description, unit=line.unit),
            asks=Asks.NUMBER,
            unit=EURO / base(line.unit),
            is_price=True,
            line=line,
        )


def sheet_from(plan: Plan, given: Mapping[str, str]) -> PricedSheet:
    """Raises NotComputable naming each line without a good price."""
    answers = {line.number: given.get(line_code(line), "") for line in plan.price_lines}
    problems = [
        Problem(line_code(line), wrong)
        for line in plan.price_lines
        if (wrong := misfit(line, answers[line.number])) is not None
    ]
    if problems:
        raise NotComputable(problems)
    return priced(plan.price_lines, {number: parse(answer) for number, answer in answers.items()})

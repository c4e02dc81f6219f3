"""An assembled contract read back: its dates, its values in words, its provisions by number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clauses.assembly.assemble import Assembly
from clauses.assembly.clause import LibraryClause
from clauses.assembly.duty import Duty, Within
from clauses.assembly.period import DATES
from clauses.assembly.schedule import Term, Timing, due_dates
from clauses.assembly.variables import WrongValue, shown
from procurement.documents import model


@dataclass(frozen=True)
class Reading:
    assembly: Assembly

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """By anchor, the number of the clause in this contract."""
        return {block.anchor: str(number) for number, block in enumerate(self.assembly.blocks, start=1)}

    def day(self, name: str) -> date | None:
        """`start_date` or `end_date` of the contract; None while it is open or wrong."""
        for clause in self.assembly.clauses:
            if clause.place == DATES:
                try:
                    return date.fromisoformat(self.assembly.values[clause.code].get(name, ""))
                except ValueError:
                    return None
        return None

    def value(self, clause: LibraryClause, name: str) -> str:
        """In words; empty while the blank is open, wrong or not there."""
        variable, value = clause.variable(name), self.assembly.values[clause.code].get(name, "")
        try:
            return shown(variable, value, self.assembly.language) if variable and value else ""
        except WrongValue:
            return ""

    def term(self, clause: LibraryClause, within: Within) -> Term | None:
        """None while the blank that holds it is open."""
        amount = within.amount
        if not amount.isdecimal():
            amount = self.assembly.values[clause.code].get(amount, "")
        return Term(int(amount), within.unit) if amount.isdecimal() else None

    def dates(self, clause: LibraryClause, duty: Duty) -> tuple[date, ...]:
        """Every day on which it is due; empty while a date or a term of the contract is open."""
        start, end = self.day("start_date"), self.day("end_date")
        term = self.term(clause, duty.within)
        months = self.assembly.values[clause.code].get(duty.interval, "") if duty.interval else "0"
        if start is None or end is None or term is None or not months.isdecimal():
            return ()
        timing = Timing(rhythm=duty.rhythm, term=term, fixed=duty.fixed, months=int(months))
        return due_dates(timing, start, end)

    def provision(self, block: model.Clause, ordinal: int) -> str:
        """The words of a provision as they read in this contract; empty where there is none such."""
        provisions = [part for part in block.body if isinstance(part, model.Provision)]
        if ordinal > len(provisions):
            return ""
        found, numbers = provisions[ordinal - 1], self.numbers
        parts = (found.content, *(point.content for point in found.points))
        return " ".join(_words(part, numbers) for part in parts)


def _words(content: model.Content, numbers: Mapping[str, str]) -> str:
    return "".join(
        numbers.get(inline.anchor, "") if isinstance(inline, model.Reference) else model.plain((inline,))
        for inline in content
    )

"""Chosen clauses, facts and values become the blocks of a contract.

Nothing is dropped silently: what cannot be filled in stays visible as a marked field, and what is wrong is
listed with the clause and the line. A draft may have open blanks and problems, a final contract may not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clauses.assembly import markdown, period
from clauses.assembly.anchors import anchor_of, anchors_of
from clauses.assembly.clause import LibraryClause
from clauses.assembly.conditions import holds
from clauses.assembly.duty import Duty
from clauses.assembly.facts import Facts
from clauses.assembly.undeclared import undeclared_blanks
from clauses.assembly.variables import Variable, WrongValue, checked, shown
from procurement.documents import model
from procurement.language import Language, Text

Values = Mapping[str, Mapping[str, str]]
"""Clause code → name of the variable → value in its written form."""


@dataclass(frozen=True, slots=True)
class OpenVariable:
    """A blank without a value; `line` is where the clause's text uses it first."""

    clause: str
    variable: Variable
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person has to look at; only a `blocking` one keeps the contract from being final."""

    clause: str
    line: int
    message: Text
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One row of the KPI overview; `target` is empty while its variable is open."""

    clause: str
    title: str
    target: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """`duties` by clause code, as read when the contract became final; None: as they are read now."""

    blocks: tuple[model.Clause, ...]
    clauses: tuple[LibraryClause, ...]
    open_variables: tuple[OpenVariable, ...]
    problems: tuple[Problem, ...]
    kpis: tuple[KpiLine, ...]
    values: Values
    language: Language
    duties: Mapping[str, tuple[Duty, ...]] | None = None

    @property
    def may_be_final(self) -> bool:
        return not self.open_variables and not any(problem.blocking for problem in self.problems)


def assemble(
    clauses: Sequence[LibraryClause], facts: Facts | None, values: Values, language: Language
) -> Assembly:
    """The contract of these clauses, in this order. Without `facts` conditions are not checked."""
    numbered = {clause.place for clause in clauses}
    filled = [
        _Filled(clause, values.get(clause.code, {}), language, numbered, anchor)
        for clause, anchor in zip(clauses, anchors_of(clauses), strict=True)
    ]
    return Assembly(
        blocks=tuple(each.block() for each in filled),
        clauses=tuple(clauses),
        open_variables=tuple(variable for each in filled for variable in each.open_variables()),
        problems=(*_choice_problems(clauses, facts), *(p for each in filled for p in each.problems())),
        kpis=tuple(line for each in filled for line in each.kpi()),
        values={each.clause.code: each.used() for each in filled},
        language=language,
    )


def applicable(clauses: Iterable[LibraryClause], facts: Facts) -> tuple[LibraryClause, ...]:
    """The clauses to start from: the preferred ones whose condition holds."""
    return tuple(
        clause for clause in clauses if clause.rung == "preferred" and holds(clause.condition, facts)
    )


def _choice_problems(clauses: Sequence[LibraryClause], facts: Facts | None) -> Iterator[Problem]:
    taken: dict[str, LibraryClause] = {}
    for clause in clauses:
        other = taken.setdefault(clause.place, clause)
        if other is not clause:
            yield Problem(
                clause.code,
                1,
                Text(
                    nl=f"‘{clause.title.nl}’ en ‘{other.title.nl}’ regelen hetzelfde. Kies er één.",
                    en=f"‘{clause.title.en}’ and ‘{other.title.en}’ govern the same matter. Choose one.",
                ),
            )
        if facts is not None and not holds(clause.condition, facts):
            yield Problem(
                clause.code,
                1,
                Text(
                    nl=f"‘{clause.title.nl}’ past niet bij de antwoorden over dit contract. Klopt de keuze?",
                    en=f"‘{clause.title.en}’ does not fit the answers about this contract. Is it right?",
                ),
                blocking=False,
            )


@dataclass(frozen=True, slots=True)
class _Filled:
    """One clause with its values; `places` are the clauses that references can point at."""

    clause: LibraryClause
    values: Mapping[str, str]
    language: Language
    places: set[str]
    anchor: str

    def block(self) -> model.Clause:
        return model.Clause(
            code=self.clause.code,
            version=str(self.clause.version),
            digest=self.clause.digest,
            title=(model.Run(self.clause.title.to(self.language)),),
            body=tuple(self._provision(each) for each in self.clause.provisions(self.language)),
            anchor=self.anchor,
        )

    def _provision(self, provision: markdown.Provision) -> model.Provision:
        points = tuple(model.Point(self._content(point.pieces)) for point in provision.points)
        return model.Provision(self._content(provision.pieces), points)

    def _content(self, pieces: tuple[markdown.Piece, ...]) -> model.Content:
        return tuple(self._inline(piece) for piece in pieces)

    def _inline(self, piece: markdown.Piece) -> model.Inline:
        match piece:
            case markdown.Words(text, bold):
                return model.Run(text, bold=bold)
            case markdown.CrossReference(code):
                if code in self.places:
                    return model.Reference(anchor_of(code))
                return model.Field(code, code)
            case markdown.Blank(name, _line, bold):
                variable = self.clause.variable(name)
                text = self._shown(variable) if variable else ""
                return model.Run(text, bold=bold) if text else self._open(name, variable)

    def _open(self, name: str, variable: Variable | None) -> model.Field:
        """A blank to fill in by hand: to type, to choose from the options, or to pick a date."""
        if variable is None:
            return model.Field(name, name)
        label = variable.label.to(self.language)
        if variable.kind == "date":
            return model.Field(name, label, model.FieldKind.DATE)
        if variable.kind == "choice":
            options = tuple(dict.fromkeys(option.label.to(self.language) for option in variable.options))
            return model.Field(name, label, model.FieldKind.CHOICE, options)
        return model.Field(name, label)

    def value_of(self, variable: Variable) -> str:
        """The value given, or the lawful default; blanks around it do not count."""
        return self.values.get(variable.name, "").strip() or variable.default

    def used(self) -> dict[str, str]:
        """By name, what each blank holds; empty while it is open."""
        return {variable.name: self.value_of(variable) for variable in self.clause.variables}

    def _shown(self, variable: Variable) -> str:
        """The words for the value; empty where there is none or it is wrong."""
        value = self.value_of(variable)
        try:
            return shown(variable, value, self.language) if value else ""
        except WrongValue:
            return ""

    def open_variables(self) -> Iterator[OpenVariable]:
        for variable in self.clause.variables:
            if not self.value_of(variable):
                yield OpenVariable(self.clause.code, variable, self._line(variable.name))

    def problems(self) -> Iterator[Problem]:
        yield from self._wrong_values()
        if self.clause.place == period.DATES and (fault := period.fault_in(self.used())):
            yield Problem(self.clause.code, self._line(period.LAST), fault)
        for line, message in undeclared_blanks(
            self.clause.provisions(self.language), [each.name for each in self.clause.variables]
        ):
            yield Problem(self.clause.code, line, message)
        for piece in markdown.pieces_of(self.clause.provisions(self.language)):
            if isinstance(piece, markdown.CrossReference) and piece.code not in self.places:
                yield Problem(
                    self.clause.code,
                    piece.line,
                    Text(
                        nl=f"De tekst verwijst naar clausule {piece.code}. Die staat niet in dit contract.",
                        en=f"The text refers to clause {piece.code}, which is not in this contract.",
                    ),
                )

    def _wrong_values(self) -> Iterator[Problem]:
        for variable in self.clause.variables:
            value = self.value_of(variable)
            try:
                if value:
                    checked(variable, value)
            except WrongValue as error:
                message = Text(
                    nl=f"{variable.label.nl}: {error.message.nl}",
                    en=f"{variable.label.en}: {error.message.en}",
                )
                yield Problem(self.clause.code, self._line(variable.name), message)
        for name in sorted(self.values.keys() - {variable.name for variable in self.clause.variables}):
            message = Text(
                nl=f"De clausule heeft geen invulplek {name!r}.", en=f"The clause has no blank {name!r}."
            )
            yield Problem(self.clause.code, 1, message)

    def _line(self, name: str) -> int:
        """The line where the text uses the blank first; reading proved that it does."""
        pieces = markdown.pieces_of(self.clause.provisions(self.language))
        return next(
            piece.line for piece in pieces if isinstance(piece, markdown.Blank) and piece.name == name
        )

    def kpi(self) -> Iterator[KpiLine]:
        kpi = self.clause.kpi
        if kpi is None:
            return
        variable = self.clause.variable(kpi.variable)
        target = self._shown(variable) if variable else ""
        unit, title = kpi.unit.to(self.language), kpi.title.to(self.language)
        if unit.startswith("%"):
            target = target.removesuffix("%").rstrip()  # the unit says it already
        yield KpiLine(self.clause.code, title, target, unit)

"""A clause as reviewed: one version of one file in the library."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from clauses.assembly.conditions import Condition
from clauses.assembly.duty import Duty
from clauses.assembly.markdown import Provision
from clauses.assembly.variables import Variable
from procurement.language import Text
from procurement.registry import Registry

Rung = Literal["preferred", "acceptable", "last-resort"]
RUNGS: tuple[Rung, ...] = get_args(Rung)

RUNG_LABELS: dict[Rung, Text] = {
    "preferred": Text(nl="Voorkeur", en="Preferred"),
    "acceptable": Text(nl="Aanvaardbaar", en="Acceptable"),
    "last-resort": Text(nl="Laatste redmiddel", en="Last resort"),
}


@dataclass(frozen=True, slots=True)
class Coded:
    """A code with the words people see for it."""

    code: str
    label: Text


THEMES: Registry[Coded] = Registry(
    (
        Coded("general", Text(nl="Algemeen", en="General")),
        Coded("co2", Text(nl="CO2", en="CO2")),
        Coded("energy", Text(nl="Energie", en="Energy")),
        Coded("environmental-management", Text(nl="Milieumanagement", en="Environmental management")),
        Coded("circularity", Text(nl="Circulariteit", en="Circularity")),
        Coded("materials", Text(nl="Materialen en keten", en="Materials and supply chain")),
        Coded("social", Text(nl="Mensen en werk", en="People and work")),
        Coded("proof", Text(nl="Keurmerken en bewijs", en="Labels and proof")),
        Coded("data-centre", Text(nl="Datacenter en cloud", en="Data centre and cloud")),
        Coded("software", Text(nl="Software en algoritmen", en="Software and algorithms")),
        Coded("steering", Text(nl="Sturen en naleven", en="Steering and compliance")),
    )
)

APPROVERS: Registry[Coded] = Registry(
    (
        Coded("procurement-officer", Text(nl="Inkoper", en="Procurement officer")),
        Coded("lawyer", Text(nl="Jurist", en="Lawyer")),
        Coded("sustainability-adviser", Text(nl="Adviseur duurzaamheid", en="Sustainability adviser")),
        Coded("head-of-procurement", Text(nl="Hoofd inkoop", en="Head of procurement")),
    )
)


@dataclass(frozen=True, slots=True)
class Kpi:
    """What the contract manager measures; `variable` names the blank that holds the target, if one does."""

    title: Text
    unit: Text
    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryClause:
    """One version of one clause.

    `basis` holds citation codes; `criteria` the themes of the criteria catalogue whose promises this clause
    secures; `instead_of` the clause of a higher rung whose place this one takes; `ambition` 0 (none) to 3;
    `order` its usual place in a
    contract; `digest` is the sha256 of `source`, the whole reviewed file. `duties` are those of its head: ask
    `clauses.assembly.duties.duties_of` for those of any clause.
    """

    code: str
    version: int
    order: int
    title: Text
    theme: str
    purpose: Text
    basis: tuple[str, ...]
    criteria: tuple[str, ...]
    kpi: Kpi | None
    ambition: int
    condition: Condition
    variables: tuple[Variable, ...]
    rung: Rung
    instead_of: str
    approver: str
    valid_from: date
    review_by: date
    nl: tuple[Provision, ...]
    en: tuple[Provision, ...]
    source: str
    digest: str
    duties: tuple[Duty, ...] = ()

    def provisions(self, language: str) -> tuple[Provision, ...]:
        return self.en if language.startswith("en") else self.nl

    def variable(self, name: str) -> Variable | None:
        return next((each for each in self.variables if each.name == name), None)

    @property
    def place(self) -> str:
        """The code whose place in the contract this clause takes: its own, or its preferred sister's."""
        return self.instead_of or self.code

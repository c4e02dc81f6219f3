"""All legal facts of a draft, by topic: the table `legal` of the tender file."""

from dataclasses import dataclass, field
from typing import Annotated

from procurement.language import Text
from tenders.lint.draft.agreement import Agreement
from tenders.lint.draft.award import Award
from tenders.lint.draft.bidders import Bidders
from tenders.lint.draft.contract import Contract
from tenders.lint.draft.decision import Decision
from tenders.lint.draft.documents import Documents, MarketAdvice, Notice
from tenders.lint.draft.procedure import Course, Planning
from tenders.lint.draft.proof import MeansOfProof


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal:
    contract: Annotated[Contract, Text(nl="De opdracht", en="The contract")] = field(default_factory=Contract)
    course: Annotated[Course, Text(nl="De procedure", en="The procedure")] = field(default_factory=Course)
    planning: Annotated[Planning, Text(nl="Planning", en="Planning")] = field(default_factory=Planning)
    notice: Annotated[Notice, Text(nl="De aankondiging", en="The notice")] = field(default_factory=Notice)
    documents: Annotated[Documents, Text(nl="De stukken", en="The documents")] = field(
        default_factory=Documents
    )
    market_advice: Annotated[MarketAdvice, Text(nl="Advies uit de markt", en="Advice from the market")] = (
        field(default_factory=MarketAdvice)
    )
    bidders: Annotated[Bidders, Text(nl="De inschrijvers", en="The bidders")] = field(default_factory=Bidders)
    proof: Annotated[MeansOfProof, Text(nl="Bewijsmiddelen", en="Means of proof")] = field(
        default_factory=MeansOfProof
    )
    award: Annotated[Award, Text(nl="De gunning", en="The award")] = field(default_factory=Award)
    agreement: Annotated[Agreement, Text(nl="Het contract", en="The agreement")] = field(
        default_factory=Agreement
    )
    decision: Annotated[Decision, Text(nl="De beslissing", en="The decision")] = field(
        default_factory=Decision
    )

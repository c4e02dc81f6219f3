"""An item of the criteria catalogue: one thing a buyer can ask, with all it takes to ask it lawfully."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from tenders.scorecard.model import EvidenceKind
from tenders.scoring.model import Account, Criterion, Direction, Kind, Level, Parameters


class ItemKind(StrEnum):
    """Where in the tender an item belongs; the law differs for each."""

    SUITABILITY = "suitability"  # of the bidder, pass or fail (art. 2.90 Aw 2012)
    SELECTION = "selection"  # shortlisting of candidates, with weights in the notice (art. 2.100)
    REQUIREMENT = "requirement"  # of the product or service, pass or fail (art. 2.75)
    AWARD = "award"  # scored (art. 2.115)
    CONTRACT = "contract"  # a condition of performance (art. 2.80)


class ProductGroup(StrEnum):
    ANY = "any"
    HARDWARE = "hardware"
    DATA_CENTRE_CLOUD = "data-centre-cloud"
    SOFTWARE = "software"
    ALGORITHMS_AI = "algorithms-ai"


class Theme(StrEnum):
    CLIMATE = "climate"
    ENERGY = "energy"
    CIRCULARITY = "circularity"
    MATERIALS = "materials"
    WATER = "water"
    SUPPLY_CHAIN = "supply-chain"
    DATA = "data"
    REPORTING = "reporting"
    VALUE = "value"  # price, cost and quality: the rest of the 100 percent


class Threshold(StrEnum):
    """Who set the figures of an item."""

    NONE = "none"
    SOURCE = "source"
    OURS = "ours"
    BUYER = "buyer"

    @property
    def note(self) -> Text:
        return _THRESHOLD_NOTES[self]


_THRESHOLD_NOTES = {
    Threshold.NONE: Text(nl="Dit item heeft geen drempel.", en="This item has no threshold."),
    Threshold.SOURCE: Text(
        nl="De drempel komt uit de genoemde bron.", en="The threshold comes from the source named."
    ),
    Threshold.OURS: Text(
        nl="De drempel is een voorstel van ons en geen norm. Toets hem in een marktconsultatie.",
        en="The threshold is our proposal and no standard. Test it in a market consultation.",
    ),
    Threshold.BUYER: Text(
        nl="U kiest de drempel zelf en maakt hem bekend.", en="You choose the threshold and publish it."
    ),
}


@dataclass(frozen=True, slots=True)
class SuggestedLevel:
    code: str
    title: Text
    share: Decimal  # 0..1 of the points
    description: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """How an award item can be scored. `to_publish` names the parameters the buyer still has to set.

    `evidence`: the kind of evidence that the value of a bid rests on.
    """

    kind: Kind
    method: str
    direction: Direction | None = None
    parameters: Parameters = field(default_factory=dict)
    to_publish: tuple[str, ...] = ()
    levels: tuple[SuggestedLevel, ...] = ()
    accepted_labels: tuple[str, ...] = ()
    evidence: EvidenceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueItem:
    code: str
    kind: ItemKind
    group: ProductGroup
    theme: Theme
    ambition: int  # 0 is ungraded, higher is more ambitious; how many levels there are is the buyer's scale
    title: Text
    text: Text
    proof: Text  # what the bidder hands in, and when
    verification: Text  # how the buyer checks it
    link: Text  # the link to the subject-matter
    unit: Text | None
    basis: tuple[str, ...]  # citation codes: why it may be asked
    source: tuple[str, ...]  # citation codes: where the idea or the figure comes from
    threshold: Threshold
    review_by: date
    clauses: tuple[str, ...] = ()  # codes of contract clauses that hold the promise
    promise: str = ""  # clause and blank that the value of the bid fills: "data-centre-kpis.wue"
    scoring: Suggestion | None = None  # award items only

    def criterion(
        self, *, code: str, weight: Decimal, language: str, published: Parameters | None = None
    ) -> Criterion:
        """A scored leaf with this item's texts; what is `to_publish` stays absent until the buyer sets it."""
        if self.scoring is None:
            raise NotScored(self.code)
        return Criterion(
            code=code,
            title=self.title.to(language),
            weight=weight,
            kind=self.scoring.kind,
            method=self.scoring.method,
            parameters={**self.scoring.parameters, **(published or {})},
            direction=self.scoring.direction,
            unit=self.unit.to(language) if self.unit else "",
            levels=tuple(_level(level, language) for level in self.scoring.levels),
            accepted_labels=self.scoring.accepted_labels,
            account=self.account(language),
        )

    def account(self, language: str) -> Account:
        return Account(
            description=self.text.to(language),
            proof=self.proof.to(language),
            verification=self.verification.to(language),
            link=self.link.to(language),
            basis=self.basis,
        )


class NotScored(ValueError):
    """The item is no award item, so it cannot become an award criterion."""


def _level(level: SuggestedLevel, language: str) -> Level:
    return Level(
        code=level.code,
        title=level.title.to(language),
        share=level.share,
        description=level.description.to(language),
    )

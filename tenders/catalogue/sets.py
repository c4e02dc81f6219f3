"""Ready-made sets of award criteria: trees whose leaves come from the catalogue, read from `sets.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from procurement.language import Text
from procurement.registry import Registry
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import CatalogueItem, ProductGroup
from tenders.catalogue.tables import Place, Table, bilingual, number, refuse_unknown, text_of
from tenders.scoring.model import Criterion

SETS = Path(__file__).parent / "sets.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNode:
    """A group with children, or a leaf made from a catalogue item. The weight is percent of the lot."""

    code: str
    weight: Decimal
    title: Text
    item: CatalogueItem | None = None
    children: tuple["SetNode", ...] = ()

    def nodes(self) -> Iterator["SetNode"]:
        yield self
        for child in self.children:
            yield from child.nodes()

    def criterion(self, language: str) -> Criterion:
        if self.item is not None:
            return self.item.criterion(code=self.code, weight=self.weight, language=language)
        return Criterion(
            code=self.code,
            title=self.title.to(language),
            weight=self.weight,
            children=tuple(child.criterion(language) for child in self.children),
        )


class ToPublish(NamedTuple):
    """A parameter that the buyer still has to set before the criterion can be used."""

    criterion: str
    title: Text
    parameter: str
    unit: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMadeSet:
    code: str
    title: Text
    about: Text
    groups: tuple[ProductGroup, ...]
    roots: tuple[SetNode, ...]

    @property
    def weight(self) -> Decimal:
        """Percent of the lot that the set covers: 25 for a part, 100 for a whole."""
        return sum((root.weight for root in self.roots), Decimal(0))

    def nodes(self) -> Iterator[SetNode]:
        for root in self.roots:
            yield from root.nodes()

    def criteria(self, language: str) -> tuple[Criterion, ...]:
        return tuple(root.criterion(language) for root in self.roots)

    def to_publish(self) -> tuple[ToPublish, ...]:
        return tuple(
            ToPublish(node.code, node.title, parameter, node.item.unit)
            for node in self.nodes()
            if node.item is not None and node.item.scoring is not None
            for parameter in node.item.scoring.to_publish
        )


def read_sets(path: Path = SETS) -> Iterator[ReadyMadeSet]:
    for table in tomllib.loads(path.read_text(encoding="utf-8"))["set"]:
        place = Place(path.name) / str(table.get("code", "a set without a code"))
        yield ReadyMadeSet(
            code=text_of(table, "code", place),
            title=bilingual(table, "title", place),
            about=bilingual(table, "about", place),
            groups=tuple(ProductGroup(group) for group in table["groups"]),
            roots=tuple(_node(root, place) for root in table["criteria"]),
        )


_NODE_FIELDS = frozenset({"code", "weight", "title", "item", "children"})


def _node(table: Table, place: Place) -> SetNode:
    place = place / text_of(table, "code", place)
    refuse_unknown(table, _NODE_FIELDS, place)
    item = catalogue()[text_of(table, "item", place)] if "item" in table else None
    node = SetNode(
        code=table["code"],
        weight=number(table, "weight", place),
        title=item.title if item is not None and "title" not in table else bilingual(table, "title", place),
        item=item,
        children=tuple(_node(child, place) for child in table.get("children", ())),
    )
    if node.children and sum(child.weight for child in node.children) != node.weight:
        raise place.refuse("the weights of the children do not add up to the weight of their parent")
    return node


READY_MADE_SETS = Registry(read_sets())

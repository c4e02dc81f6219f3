"""One product of a table, and the table."""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.table.column import Column
from tenders.scoring.problem import Problem

_SHARE_OF = {
    Axis.PRODUCTION: Column.PRODUCTION_SHARE,
    Axis.TRANSPORT: Column.TRANSPORT_SHARE,
    Axis.USE: Column.USE_SHARE,
    Axis.END_OF_LIFE: Column.END_OF_LIFE_SHARE,
}


@dataclass(frozen=True, slots=True)
class ProductRow:
    """`line` is that of the file, the header being 1; a column without a value is absent."""

    line: int
    texts: Mapping[Column, str]
    amounts: Mapping[Column, Quantity]

    @property
    def manufacturer(self) -> str:
        return self.texts[Column.MANUFACTURER]

    @property
    def name(self) -> str:
        return self.texts[Column.NAME]

    @property
    def total(self) -> Quantity:
        """kg CO2e per device over its life."""
        return self.amounts[Column.TOTAL]

    def on(self, axis: Axis) -> Quantity | None:
        """kg CO2e per device; None where the table gives no share for this axis."""
        share = self.amounts.get(_SHARE_OF[axis])
        return None if share is None else self.total * share


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductTable:
    """Of a row with a problem nothing is taken over."""

    rows: tuple[ProductRow, ...]
    problems: tuple[Problem, ...]
    warning: Text
    credit: Text

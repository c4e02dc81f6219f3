"""The scoring grid as one form: a value and a motivation for each cell of criteria × bids."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from tenders.forms.values import (
    NUMBER_KINDS,
    judging_field,
    motivation_field,
    number_echo,
    number_shown,
    value_field,
)
from tenders.models import Bid, Criterion
from tenders.services.bids import Entry
from tenders.services.scores import NOTHING, CellKey, fingerprint

Stored = Mapping[CellKey, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One bid judged on one criterion."""

    bid: Bid
    criterion: Criterion

    @property
    def key(self) -> CellKey:
        return self.bid.pk, self.criterion.pk

    @property
    def value_name(self) -> str:
        return f"value-{self.bid.pk}-{self.criterion.pk}"

    @property
    def motivation_name(self) -> str:
        return f"why-{self.bid.pk}-{self.criterion.pk}"

    @property
    def name(self) -> str:
        return f"{self.bid.pk}-{self.criterion.pk}"

    @property
    def place(self) -> str:
        """Where it stands, in words: every message and every screen reader says it."""
        names = {"criterion": self.criterion.title, "code": self.bid.code, "supplier": self.bid.supplier}
        return _("%(criterion)s, inschrijving %(code)s (%(supplier)s)") % names


class ScoreForm(forms.Form):
    """`seen` holds the fingerprint of each filled cell as it was shown; see `save_scores`."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        cells: Sequence[Cell],
        stored: Stored,
        radios: bool = False,
        closed: Collection[int] = (),
        **kwargs: Any,
    ) -> None:
        """`closed`: the keys of the bids whose cells can only be read."""
        super().__init__(data, **kwargs)
        self.cells = cells
        self.stored = stored
        self.initial["seen"] = json.dumps(
            {f"{bid}-{criterion}": fingerprint(*cell) for (bid, criterion), cell in stored.items()}
        )
        for cell in cells:
            self._add(cell, radios=radios)
            for name in (cell.value_name, cell.motivation_name):
                self.fields[name].disabled = cell.bid.pk in closed

    def _add(self, cell: Cell, *, radios: bool) -> None:
        why = _("Motivering") if radios else _("Motivering: %(place)s") % {"place": cell.place}
        field = judging_field(cell.criterion) if radios else value_field(cell.criterion, name=cell.place)
        self.fields[cell.value_name] = field
        self.fields[cell.motivation_name] = motivation_field(why)
        value, motivation = self.stored.get(cell.key, NOTHING)
        is_number = cell.criterion.kind in NUMBER_KINDS
        self.initial[cell.value_name] = number_shown(value) if is_number else value
        self.initial[cell.motivation_name] = motivation

    def clean_seen(self) -> dict[CellKey, str]:
        """Text that is not ours counts as nothing seen: then every stored cell is compared."""
        try:
            given = json.loads(self.cleaned_data["seen"] or "{}")
            return {_cell_key(name): str(mark) for name, mark in given.items()}
        except (ValueError, AttributeError, RecursionError):
            return {}

    def clean(self) -> dict[str, Any]:
        for cell in self.cells:
            value = self.cleaned_data.get(cell.value_name)
            motivation = self.cleaned_data.get(cell.motivation_name)
            offered = self.stored.get(cell.key, NOTHING)[0]
            if motivation and value == "":
                self.add_error(
                    cell.value_name, _("Er staat een motivering, maar geen waarde. Vul de waarde in.")
                )
            if offered and value and value != offered and motivation == "":
                self.add_error(cell.motivation_name, _("Schrijf op waarom de aangeboden waarde verandert."))
        return self.cleaned_data

    def entries(self) -> list[Entry]:
        """The cells that the page sent; a bid that was added in the meantime is not among them."""
        return [
            Entry(
                bid=cell.bid,
                criterion=cell.criterion,
                value=self.cleaned_data[cell.value_name],
                motivation=self.cleaned_data[cell.motivation_name],
            )
            for cell in self.cells
            if self.add_prefix(cell.value_name) in self.data
        ]

    def take_over(self, stored: Stored) -> None:
        """Compare the next save with what is stored now, and keep what was typed."""
        marks = {f"{bid}-{criterion}": fingerprint(*cell) for (bid, criterion), cell in stored.items()}
        self._type({"seen": json.dumps(marks)})

    def enter(self, cell: Cell, value: str, motivation: str) -> None:
        """Put a value, as it is typed, in a posted cell; the motivation goes below what is there."""
        written = str(self.data.get(cell.motivation_name, "")).strip()
        if motivation not in written:
            written = f"{written}\n{motivation}".strip()
        self._type({cell.value_name: value, cell.motivation_name: written})
        self.fields[cell.motivation_name].widget.attrs["autofocus"] = True
        self.full_clean()

    def _type(self, fields: Mapping[str, str]) -> None:
        """Change what was posted; a posted form may not be changed in place."""
        data: Any = copy(self.data)
        for name, text in fields.items():
            data[name] = text
        self.data = data

    def entered(self, cell: Cell) -> str:
        """The canonical value that stands in a cell; "" where it is empty or cannot be read."""
        if not self.is_bound:
            return self.stored.get(cell.key, NOTHING)[0]
        return str(self.cleaned_data.get(cell.value_name) or "") if self.errors is not None else ""

    def value_of(self, cell: Cell) -> BoundField:
        return self[cell.value_name]

    def motivation_of(self, cell: Cell) -> BoundField:
        return self[cell.motivation_name]

    def is_filled(self, cell: Cell) -> bool:
        return bool(self[cell.value_name].value())

    def echo(self, cell: Cell) -> str:
        """How the number in this cell was read; empty where nothing was."""
        if cell.criterion.kind not in NUMBER_KINDS:
            return ""
        cleaned = getattr(self, "cleaned_data", None)
        value = self.stored.get(cell.key, NOTHING)[0] if cleaned is None else cleaned.get(cell.value_name)
        return number_echo(value, cell.criterion) if value else ""

    def wrong_cells(self) -> Iterator[tuple[Cell, BoundField]]:
        """Each cell with an error, in the order of the page."""
        for cell in self.cells:
            for bound in (self.value_of(cell), self.motivation_of(cell)):
                if bound.errors:
                    yield cell, bound


def _cell_key(name: str) -> CellKey:
    bid, criterion = name.split("-")
    return int(bid), int(criterion)

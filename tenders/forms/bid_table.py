"""Several bids at once: a table that is pasted, or read from a file, checked row by row."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from procurement.incoming import STANDARD
from tenders.forms.bid_sheet import sheet_of
from tenders.forms.bids import without_form_tag
from tenders.forms.sealed_bid import SealedBidForm
from tenders.forms.values import NUMBER_KINDS, choices_of, value_shown
from tenders.models import Criterion
from tenders.services.offered import is_calculated
from tenders.services.sealing import NewSealedBid

MOST_ROWS = 200
CHOSEN = (Criterion.Kind.LABEL, Criterion.Kind.YES_NO)
SHOWN_OF_AN_ANSWER = 60  # characters
MOST_CHARACTERS = 1_000_000
COLUMNS = {"leverancier": "supplier", "kvk": "chamber_of_commerce", "ontvangen": "received_at"}
ENGLISH = {"supplier": "supplier", "coc": "chamber_of_commerce", "received": "received_at"}


class BidTableForm(forms.Form):
    """The first line names the columns: leverancier, kvk, ontvangen and the codes of criteria."""

    table = forms.CharField(
        label=gettext_lazy("Regels"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(
        label=gettext_lazy("Of kies een bestand uit Excel of LibreOffice, of een CSV-bestand"),
        required=False,
        help_text=gettext_lazy("Het eerste blad wordt gelezen. Vul waarden in en geen formules."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
    helper = without_form_tag()
    listed_as = ""  # the token of the list that is shown, on a dry run that found nothing wrong

    def __init__(self, *args: Any, leaves: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaves = leaves
        self.rows: list[NewSealedBid] = []
        self.fields["table"].help_text = _(
            "De eerste regel noemt de kolommen, gescheiden door een puntkomma of een tab: %(columns)s."
            " Plakken uit Excel werkt ook."
        ) % {"columns": self._column_names()}

    def _by_code(self) -> dict[str, str]:
        """The field of a bid by the code of its criterion."""
        names = {Criterion.Kind.PRICE: "price", Criterion.Kind.SCALE: "answer"}
        return {
            each.code: f"{names.get(Criterion.Kind(each.kind), 'value')}-{each.pk}"
            for each in self.leaves
            if not is_calculated(each)
        }

    def clean(self) -> dict[str, Any]:
        text = self._text()
        lines = [line for line in _read(text) if any(cell.strip() for cell in line)]
        if lines:
            self._require_names(lines[0])
        if len(lines) < 2:
            raise ValidationError(self._nothing_said())
        if len(lines) > MOST_ROWS + 1:
            raise ValidationError(
                _("Lever hooguit %(most)s regels tegelijk aan."), params={"most": MOST_ROWS}
            )
        self._check(self._names(lines[0]), lines[1:])
        return self.cleaned_data

    def _text(self) -> str:
        file = self.cleaned_data.get("file")
        if file is None:
            return str(self.cleaned_data.get("table") or "")
        text = sheet_of(file.read(STANDARD.file_bytes + 1), file.name or "", self._is_number).as_text()
        if len(text) > MOST_CHARACTERS:
            raise ValidationError(
                _("In dit bestand staat te veel. Een tabel heeft hooguit 1.000.000 tekens.")
            )
        typed = {name: self.data.get(name) for name in self.data}
        self.data = typed | {self.add_prefix("table"): text}  # shown again, to correct or to seal
        return text

    def columns(self) -> list[str]:
        """The codes above what each bid offers, in the list of what will be sealed."""
        return [each.code for each in self.leaves if not is_calculated(each)]

    def listed(self) -> Iterator[tuple[NewSealedBid, list[str]]]:
        """Each bid as it was read, with what it offers in words."""
        asked = [each for each in self.leaves if not is_calculated(each)]
        for bid in self.rows:
            given = {**bid.values, **bid.prices}
            yield bid, [_listed(each, given.get(each.code, ""), bid) for each in asked]

    def _is_number(self, title: str) -> bool:
        """Is this the column of a criterion that takes a number?"""
        return any(
            each.kind in NUMBER_KINDS and each.code.casefold() == title.casefold() for each in self.leaves
        )

    def _names(self, head: Sequence[str]) -> list[str]:
        known = {**COLUMNS, **ENGLISH, **{code.casefold(): name for code, name in self._by_code().items()}}
        shown = [cell.strip() for cell in head]
        wrong = [cell for cell in shown if cell.casefold() not in known]
        names = [known.get(cell.casefold(), "") for cell in shown]
        twice = [cell for cell, name in zip(shown, names, strict=True) if names.count(name) > 1]
        if wrong or twice:
            named = ", ".join(f"‘{cell[:30]}’" for cell in wrong or twice)
            raise ValidationError(_("Deze kolommen kloppen niet: %(names)s."), params={"names": named})
        return names

    def _require_names(self, head: Sequence[str]) -> None:
        known = {*COLUMNS, *ENGLISH, *(code.casefold() for code in self._by_code())}
        if not any(cell.strip().casefold() in known for cell in head):
            raise ValidationError(
                _("De eerste regel noemt geen kolommen. Zet erboven wat in elke kolom staat: %(names)s."),
                params={"names": self._column_names()},
            )

    def _nothing_said(self) -> str:
        if self.cleaned_data.get("file") is not None:
            return _("In dit bestand staat geen inschrijving. Zet er minstens één onder de kolomnamen.")
        return _("Plak een regel met kolomnamen en minstens één inschrijving.")

    def _column_names(self) -> str:
        return "; ".join([*(ENGLISH if get_language() == "en" else COLUMNS), *self._by_code()])

    def _check(self, names: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        too_long = list(_too_long(len(names), lines))
        if too_long:
            raise ValidationError(too_long)
        forms_of_rows = [self._bid(names, line) for line in lines]
        wrong = [text for number, row in enumerate(forms_of_rows, 1) for text in _errors(number, row)]
        wrong += _twice(forms_of_rows)
        if wrong:
            raise ValidationError(wrong)
        self.rows = [row.new_bid() for row in forms_of_rows]

    def _bid(self, names: Sequence[str], line: Sequence[str]) -> SealedBidForm:
        cells = {name: cell.strip() for name, cell in zip(names, line, strict=False)}
        for criterion in self.leaves:
            name = f"value-{criterion.pk}"
            if name in cells and criterion.kind in CHOSEN:
                cells[name] = _code(cells[name], criterion)
        return SealedBidForm(cells, leaves=self.leaves)


def _code(typed: str, criterion: Criterion) -> str:
    """The code of a choice that stands there in words: "ja" is `yes`."""
    return {words.casefold(): code for code, words in choices_of(criterion)}.get(typed.casefold(), typed)


def _read(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";"
    if delimiter not in first and "," in first:
        raise ValidationError(
            _("Scheid de kolommen met een puntkomma of een tab. Een komma staat ook in getallen.")
        )
    try:
        rows = io.StringIO(text, newline="")
        return list(csv.reader(rows, delimiter=delimiter, skipinitialspace=True))
    except csv.Error:
        raise ValidationError(_("Deze tabel is niet te lezen. Plak de regels opnieuw.")) from None


def _listed(criterion: Criterion, value: str, bid: NewSealedBid) -> str:
    if criterion.kind == Criterion.Kind.SCALE:
        return Truncator(bid.answers.get(criterion.code, "")).chars(SHOWN_OF_AN_ANSWER) or "–"
    return value_shown(value, criterion) if value else "–"


def _too_long(columns: int, lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Of a value without a column nobody knows what it is, nor where the others belong."""
    for number, line in enumerate(lines, 1):
        if any(cell.strip() for cell in line[columns:]):
            yield _("Rij %(number)s: hier staan meer waarden dan er kolommen zijn.") % {"number": number}


def _twice(rows: Sequence[SealedBidForm]) -> Iterator[str]:
    """Two lines of one supplier, by name or by number: which of the two it handed in cannot be told."""
    for field in ("supplier", "chamber_of_commerce"):
        first: dict[str, int] = {}
        for number, row in enumerate(rows, 1):
            said = str(row.cleaned_data.get(field) or "").casefold()
            if said and first.setdefault(said, number) != number:
                yield _(
                    "Rij %(number)s, %(field)s: dit staat ook in rij %(first)s. Haal een van de twee weg."
                ) % {
                    "number": number,
                    "field": row.fields[field].label,
                    "first": first[said],
                }


def _errors(number: int, row: SealedBidForm) -> Iterator[str]:
    for name, messages in row.errors.items():
        yield _("Rij %(number)s, %(field)s: %(message)s") % {
            "number": number,
            "field": row.fields[name].label if name in row.fields else _("inschrijving"),
            "message": " ".join(map(str, messages)),
        }

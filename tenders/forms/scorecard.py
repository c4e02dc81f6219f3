"""The rules of the supplier scorecard of one lot. Nothing is filled in beforehand."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.language import Text
from procurement.numbers import plain
from procurement.words import words
from tenders.forms.fields import DutchDecimalField, WholeNumberField
from tenders.forms.rows import Column, RowsField
from tenders.scorecard.model import CardRules, Part, PartRule
from tenders.scorecard.rules import STARTING_RULES
from tenders.scorecard.shortlist import FEWEST_PLACES, too_few_places
from tenders.scorecard.stored import Fault, UnreadableRules, rules_data, rules_from_data
from tenders.scorecard.told import KIND_NAMES

GRADES = (
    Column("at_least", _("vanaf"), kind="number"),
    Column("share", _("deel van de punten"), kind="number", percent=True),
)


class Section(NamedTuple):
    """The fields of one part of the card, in the order in which they are filled in."""

    title: Text
    unit: Text | None
    fields: list[forms.BoundField]


class CardRulesForm(forms.Form):
    required = forms.MultipleChoiceField(
        label=_("Geschiktheidseis: voldoen of niet"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Wie niet voldoet, is niet geschikt. Milieumanagement past hier. De andere onderdelen gaan over "
            "producten: stel daaraan liever een eis aan het product, of vraag een jurist."
        ),
    )
    places = WholeNumberField(
        label=_("Aantal gegadigden dat u uitnodigt"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=_("Bij een gelijke stand op de laatste plaats worden allen met die stand uitgenodigd."),
    )

    def __init__(self, *, procedure: str, **options: Any) -> None:
        super().__init__(**options)
        self.procedure = procedure
        choices = [(rule.part.value, words(rule.title)) for rule in STARTING_RULES]
        self.fields["required"].choices = choices  # type: ignore[attr-defined]
        if procedure not in FEWEST_PLACES:
            del self.fields["places"]
        for rule in STARTING_RULES:
            self.fields.update(_part_fields(rule))

    def sections(self) -> list[Section]:
        return [
            Section(rule.title, rule.unit, [self[name] for name in _part_fields(rule)])
            for rule in STARTING_RULES
        ]

    def clean(self) -> dict[str, Any]:
        self._rules: list[PartRule] = []
        if not self.errors:
            for rule in STARTING_RULES:
                self._read(rule)
            self._check_required()
            self._check_places()
        return self.cleaned_data

    def values(self) -> CardRules:
        cleaned = self.cleaned_data
        required = frozenset(Part(part) for part in cleaned["required"])
        return CardRules(parts=tuple(self._rules), required=required, places=cleaned.get("places"))

    def _read(self, rule: PartRule) -> None:
        points = self.cleaned_data[_points(rule)]
        if points is None:
            return
        data = {"part": rule.part.value, "points": plain(points), "accepted": self._accepted(rule)}
        if rule.grades:
            data["grades"] = self.cleaned_data[_grades(rule)]
        try:
            self._rules.extend(rules_from_data([data]))
        except UnreadableRules as unreadable:
            self.add_error(_field_of(rule, unreadable.fault), _said(unreadable.fault.message))

    def _accepted(self, rule: PartRule) -> dict[str, str]:
        shares = {each.kind.value: self.cleaned_data[_kind(rule, each.kind)] for each in rule.accepted}
        return {kind: plain(share.scaleb(-2)) for kind, share in shares.items() if share}

    def _check_required(self) -> None:
        scored = {rule.part for rule in self._rules}
        for rule in STARTING_RULES:
            if rule.part.value in self.cleaned_data["required"] and rule.grades and rule.part not in scored:
                self.add_error(
                    _points(rule),
                    _("Leg hier punten en niveaus vast. Zonder niveau weet niemand wanneer hij voldoet."),
                )

    def _check_places(self) -> None:
        places = self.cleaned_data.get("places")
        refusal = None if places is None else too_few_places(self.procedure, places)
        if refusal is not None:
            self.add_error("places", _said(refusal))


def initial_rules(rules: CardRules) -> dict[str, Any]:
    """As the form shows them: shares in percent, numbers in Dutch notation."""
    initial: dict[str, Any] = {
        "required": sorted(part.value for part in rules.required),
        "places": rules.places,
    }
    for rule, data in zip(rules.parts, rules_data(rules.parts), strict=True):
        initial[_points(rule)] = rule.points
        for accepted in rule.accepted:
            initial[_kind(rule, accepted.kind)] = accepted.share * 100
        if rule.grades:
            initial[_grades(rule)] = RowsField(GRADES).stored(data["grades"])
    return initial


def _part_fields(rule: PartRule) -> dict[str, forms.Field]:
    return {
        _points(rule): DutchDecimalField(
            label=_("Punten"),
            required=False,
            max_digits=9,
            decimal_places=2,
            min_value=Decimal(0),
            help_text=_("Laat leeg als dit onderdeel geen punten krijgt."),
        ),
        **dict(_kind_fields(rule)),
        **_grade_fields(rule),
    }


def _kind_fields(rule: PartRule) -> Iterator[tuple[str, forms.Field]]:
    for accepted in rule.accepted:
        name = words(KIND_NAMES[accepted.kind])
        yield (
            _kind(rule, accepted.kind),
            DutchDecimalField(
                label=_("%(kind)s telt voor (%%)") % {"kind": name[0].upper() + name[1:]},
                required=False,
                max_digits=9,
                decimal_places=4,
                min_value=Decimal(0),
                max_value=Decimal(100),
            ),
        )


def _grade_fields(rule: PartRule) -> dict[str, forms.Field]:
    if not rule.grades:
        return {}
    unit = words(rule.unit) if rule.unit else ""
    label = _("Niveaus van hoog naar laag (%(unit)s)") % {"unit": unit}
    return {_grades(rule): RowsField(GRADES, _("niveau"), label=label, required=False)}


def _points(rule: PartRule) -> str:
    return f"{rule.part.value}-points"


def _kind(rule: PartRule, kind: str) -> str:
    return f"{rule.part.value}-{kind}"


def _grades(rule: PartRule) -> str:
    return f"{rule.part.value}-grades"


def _field_of(rule: PartRule, fault: Fault) -> str:
    """The field that holds the place of the fault, such as "[0].accepted.emas"."""
    where = fault.place.removeprefix("[0].")
    if where.startswith("accepted."):
        return f"{rule.part.value}-{where.removeprefix('accepted.')}"
    return _grades(rule) if where.startswith("grades") else _points(rule)


def _said(message: Text) -> str:
    return words(message)

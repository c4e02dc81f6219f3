"""The form of one criterion in the editor. Which fields it has follows from its kind and its method."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from procurement.numbers import parse
from procurement.words import words
from tenders.forms.fields import CitationCodesField, CodesField, DutchDecimalField
from tenders.forms.parameters import NOT_CHOSEN, parameter_fields, shown_parameters, stored_parameters
from tenders.forms.rows import Column, RowsField
from tenders.forms.values import refuse_direction_controls
from tenders.models import Criterion, Evidence
from tenders.models.criteria import CODE
from tenders.scorecard.verified import FIGURE_KINDS, LABEL_KINDS
from tenders.scoring.method import Parameter, ScoringMethod, Verdict
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Kind
from tenders.services.tree import NodeValues

LEVEL_COLUMNS = (
    Column("code", _("code")),
    Column("title", _("naam")),
    Column("share", _("deel van de punten (%)"), "number"),
    Column("description", _("wat de beoordelaar ziet"), "long"),
)
TEXTS = ("description", "proof", "verification", "link")
TEXT_LENGTH = 4000
HUNDRED = Decimal(100)


def text_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=TEXT_LENGTH,
        validators=[refuse_direction_controls],
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class NodeForm(forms.Form):
    """One node of the tree; `key` is also its prefix, so that all nodes are posted in one form."""

    code = forms.CharField(label=_("Code"), max_length=30, validators=[CODE])
    title = forms.CharField(label=_("Titel"), max_length=200, validators=[refuse_direction_controls])
    weight = DutchDecimalField(
        label=_("Weging (%)"), max_digits=8, decimal_places=4, min_value=Decimal(0), max_value=HUNDRED
    )
    parent = forms.ChoiceField(label=_("Onderdeel van"), required=False)
    kind = forms.ChoiceField(label=_("Soort"), required=False, choices=[NOT_CHOSEN, *Criterion.Kind.choices])
    method = forms.ChoiceField(label=_("Beoordelingsmethode"), required=False)
    direction = forms.ChoiceField(
        label=_("Richting"), required=False, choices=[NOT_CHOSEN, *Criterion.Direction.choices]
    )
    unit = forms.CharField(label=_("Eenheid"), required=False, max_length=40)
    levels = RowsField(LEVEL_COLUMNS, _("niveau"), label=_("Niveaus"), required=False)
    scale = forms.ChoiceField(label=_("Neem een eigen schaal over"), required=False)
    accepted_labels = CodesField(
        label=_("Aanvaarde keurmerken"), required=False, help_text=_("Zet komma’s tussen de namen.")
    )
    evidence_kind = forms.ChoiceField(
        label=_("Bewijs achter de waarde"),
        required=False,
        help_text=_("Bij het beoordelen staat dan naast elke waarde wat dit bewijs zegt."),
    )
    theme = forms.ChoiceField(
        label=_("Thema"),
        required=False,
        choices=[NOT_CHOSEN, *Criterion.Theme.choices],
        help_text=_("Elk thema behalve ‘prijs en kwaliteit’ telt mee als duurzaamheid."),
    )
    minimum = DutchDecimalField(
        label=_("Minimumscore (% van de punten)"),
        max_digits=7,
        decimal_places=3,
        min_value=Decimal(0),
        max_value=HUNDRED,
        required=False,
    )
    description = text_field(_("Wat wij vragen"))
    proof = text_field(_("Bewijs"), _("Wat de inschrijver inlevert."))
    verification = text_field(_("Controle"), _("Hoe u het bewijs controleert."))
    link = text_field(_("Verband met het voorwerp"), _("Verplicht volgens art. 2.115 lid 2 Aw 2012."))
    basis = CitationCodesField()

    def __init__(
        self,
        *,
        key: str,
        is_group: bool,
        parents: Sequence[tuple[str, str]],
        scales: Sequence[tuple[str, str]] = (),
        **options: Any,
    ) -> None:
        super().__init__(prefix=key, **options)
        self.key, self.is_group = key, is_group
        self.fields["parent"].choices = [("", _("– bovenaan –")), *parents]  # type: ignore[attr-defined]
        self.fields["scale"].choices = [NOT_CHOSEN, *scales]  # type: ignore[attr-defined]
        if not scales:
            del self.fields["scale"]
        self._fit(self._chosen("kind"), self._chosen("method"))

    def _chosen(self, name: str) -> str:
        value = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return str(value or "")

    def _fit(self, kind: str, method: str) -> None:
        """Leave out what this kind has no use for and add what its method publishes."""
        for name in _unused(kind, is_group=self.is_group):
            self.fields.pop(name, None)
        if "evidence_kind" in self.fields:
            self.fields["evidence_kind"].choices = evidence_choices(kind)  # type: ignore[attr-defined]
        self.scoring_method = None
        if "method" in self.fields:
            fitting = methods_for(kind, method)
            self.fields["method"].choices = [NOT_CHOSEN, *_named(fitting)]  # type: ignore[attr-defined]
            self.scoring_method = next((m for m in fitting if m.code == method), None)
            self.fields.update(parameter_fields(self._declared()))

    def _declared(self) -> Sequence[Parameter]:
        return self.scoring_method.parameters if self.scoring_method else ()

    def parameter_rows(self) -> list[forms.BoundField]:
        return [self[name] for name in parameter_fields(self._declared())]

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, checked or not: the initial values of the next draft."""
        return {field.name: field.data if self.is_bound else field.initial for field in self}

    def values(self, parent: str) -> NodeValues:
        """The checked node as the service saves it."""
        cleaned = self.cleaned_data
        columns = {name: cleaned.get(name, "") for name in COLUMNS}
        return NodeValues(
            key=self.key,
            parent=parent,
            columns={
                **columns,
                "minimum": cleaned.get("minimum"),
                "accepted_labels": cleaned.get("accepted_labels", []),
                "basis": cleaned.get("basis", []),
                "parameters": stored_parameters(self._declared(), cleaned),
            },
            levels=tuple({**row, "share": parse(row["share"])} for row in cleaned.get("levels", [])),
        )


COLUMNS = ("code", "title", "weight", "kind", "method", "direction", "unit", "evidence_kind", "theme", *TEXTS)
LEAF_ONLY = (
    "kind", "method", "direction", "unit", "levels", "scale", "accepted_labels", "evidence_kind", "theme",
)  # fmt: skip


def _unused(kind: str, *, is_group: bool) -> list[str]:
    if is_group:
        return list(LEAF_ONLY)
    needed = {
        "": set(),
        Criterion.Kind.PRICE: {"method", "unit"},
        Criterion.Kind.QUANTITY: {"method", "direction", "unit", "evidence_kind", "theme"},
        Criterion.Kind.SCALE: {"method", "levels", "scale", "theme"},
        Criterion.Kind.LABEL: {"method", "accepted_labels", "evidence_kind", "theme"},
        Criterion.Kind.YES_NO: {"method", "theme"},
    }
    return [name for name in LEAF_ONLY if name != "kind" and name not in needed.get(kind, set())]


def evidence_choices(kind: str) -> list[tuple[str, Any]]:
    """A label criterion rests on a label or certificate, a quantity on evidence that states a figure."""
    fitting = LABEL_KINDS if kind == Criterion.Kind.LABEL else FIGURE_KINDS
    return [NOT_CHOSEN, *((each.value, Evidence.Kind(each.value).label) for each in fitting)]


def methods_for(kind: str, chosen: str = "") -> list[ScoringMethod]:
    """The methods that take this kind; a refused one only when it stands there already."""
    if kind not in set(Kind):
        return []
    fitting = [method for method in METHODS if Kind(kind) in method.kinds]
    return [method for method in fitting if method.verdict != Verdict.REFUSED or method.code == chosen]


def _named(methods: Sequence[ScoringMethod]) -> list[tuple[str, str]]:
    return [(method.code, words(method.title)) for method in methods]


def initial_of(row: Criterion) -> dict[str, Any]:
    """A stored criterion as initial values of its form."""
    columns: Mapping[str, Any] = {name: getattr(row, name) for name in COLUMNS}
    levels = [
        {"code": level.code, "title": level.title, "share": level.share, "description": level.description}
        for level in row.levels.all()
    ]
    declared = METHODS[row.method].parameters if row.method in METHODS else ()
    return {
        **columns,
        "minimum": row.minimum,
        "accepted_labels": row.accepted_labels,
        "basis": row.basis,
        "levels": RowsField(LEVEL_COLUMNS).stored(levels),
        **shown_parameters(declared, row.parameters),
    }

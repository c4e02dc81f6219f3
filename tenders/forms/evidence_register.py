"""The register of evidence: what is asked of it, a piece as it is described, a check and a file."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.incoming.kept import KEPT
from procurement.incoming.limits import STANDARD
from tenders.forms.award import DayField, PartForm, ProseField
from tenders.forms.catalogue import ALL
from tenders.forms.evidence import HUNDRED, PERCENTAGES, NotNegativeField
from tenders.forms.values import number_shown, refuse_direction_controls, refuse_unwritable
from tenders.models import Evidence, EvidenceCheck, Supplier
from tenders.services.evidence import NAMES, Described, version_of
from tenders.services.evidence_checks import Finding
from tenders.services.evidence_register import Asked

MOST_PRODUCTS, LONGEST_PRODUCT = 200, 120
PARTS = (
    (gettext_lazy("Wat het is"), ("kind", "title", "number", "standard", "standard_version")),
    (gettext_lazy("Wie het afgaf"), ("body", "accredited", "accreditor", "accreditation", "source")),
    (gettext_lazy("Waar het over gaat"), ("scope", "covers_performance", "products", "value")),
    (gettext_lazy("Hoe lang het geldt"), ("valid_from", "valid_until")),
    (gettext_lazy("Waarvoor het in de plaats komt"), ("replaces", "equivalent_of", "equivalence")),
)


class EvidenceFilter(forms.Form):
    """Everything is optional."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Soort"), required=False, choices=(ALL, *Evidence.Kind.choices)
    )
    supplier = forms.ChoiceField(label=gettext_lazy("Leverancier"), required=False)
    expires_before = DayField(label=gettext_lazy("Verloopt vóór"), required=False)
    unchecked = forms.BooleanField(label=gettext_lazy("Alleen wat niet is gecontroleerd"), required=False)

    def __init__(self, data: Mapping[str, Any], suppliers: Iterable[Supplier]) -> None:
        super().__init__(data, auto_id="filter-%s")
        choices = [ALL, *((str(each.pk), each.name) for each in suppliers)]
        self.fields["supplier"].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Of a valid form."""
        given = self.cleaned_data
        return Asked(
            kind=given["kind"] or None,
            supplier=int(given["supplier"]) if given["supplier"] else None,
            expires_before=given["expires_before"],
            unchecked=given["unchecked"],
        )


class LineField(forms.CharField):
    """A text of one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"max_length": 200, "required": False, **options},
            validators=[refuse_direction_controls, refuse_unwritable],
        )


class ProductsField(forms.CharField):
    """Names of types, one a line; the cleaned value is a tuple without empty lines and without doubles."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            validators=[refuse_unwritable],
            **options,
        )

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = [" ".join(line.split()) for line in str(super().clean(value) or "").splitlines()]
        found = tuple(dict.fromkeys(line for line in lines if line))
        if len(found) > MOST_PRODUCTS:
            raise ValidationError(_("Noem hooguit %(most)s producten."), params={"most": MOST_PRODUCTS})
        for line in found:
            refuse_direction_controls(line)
            if len(line) > LONGEST_PRODUCT:
                raise ValidationError(
                    _("Een product heeft hooguit %(most)s tekens."), params={"most": LONGEST_PRODUCT}
                )
        return found


class DescriptionForm(PartForm):
    """A piece of evidence of a known supplier. `seen` is the version that the page showed."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Soort"), choices=(("", gettext_lazy("– kies –")), *Evidence.Kind.choices)
    )
    title = LineField(label=gettext_lazy("Titel"), required=True)
    number = LineField(label=gettext_lazy("Nummer"), max_length=100)
    body = LineField(
        label=gettext_lazy("Instelling"), help_text=gettext_lazy("Wie het certificaat of verslag afgaf.")
    )
    accredited = forms.BooleanField(label=gettext_lazy("De instelling is geaccrediteerd"), required=False)
    accreditor = LineField(
        label=gettext_lazy("Accreditatie-instantie"),
        help_text=gettext_lazy("Bijvoorbeeld de Raad voor Accreditatie."),
    )
    accreditation = LineField(label=gettext_lazy("Accreditatienummer"), max_length=100)
    standard = LineField(
        label=gettext_lazy("Norm of keurmerkcriteria"), help_text=gettext_lazy("Bijvoorbeeld ISO 14001.")
    )
    standard_version = LineField(
        label=gettext_lazy("Versie of jaar"), max_length=60, help_text=gettext_lazy("Bijvoorbeeld 2015.")
    )
    scope = ProseField(
        label=gettext_lazy("Reikwijdte"),
        required=False,
        help_text=gettext_lazy("Neem over wat er staat: welke vestigingen, diensten of producten."),
    )
    covers_performance = forms.BooleanField(
        label=gettext_lazy("De reikwijdte dekt deze opdracht"), required=False
    )
    products = ProductsField(
        label=gettext_lazy("Producten"), help_text=gettext_lazy("De typen die eronder vallen, één per regel.")
    )
    value = NotNegativeField(
        label=gettext_lazy("Waarde"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Getal, bijvoorbeeld 35 bij 35%."),
    )
    valid_from = DayField(label=gettext_lazy("Geldig vanaf"), required=False)
    valid_until = DayField(label=gettext_lazy("Geldig tot en met"), required=False)
    source = LineField(
        label=gettext_lazy("Bron"),
        max_length=300,
        help_text=gettext_lazy("Waar iemand anders dit kan nalezen, bijvoorbeeld een register."),
    )
    replaces = forms.ChoiceField(
        label=gettext_lazy("Treedt in de plaats van"),
        required=False,
        choices=(("", gettext_lazy("niets")), *Evidence.Replaced.choices),
    )
    equivalent_of = LineField(label=gettext_lazy("Gelijkwaardig aan"), max_length=100)
    equivalence = ProseField(
        label=gettext_lazy("Waarom het gelijkwaardig is"),
        required=False,
        help_text=gettext_lazy("Vergelijk de eisen van beide. Dit leest ook een rechter."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper.layout = Layout("seen", *(Fieldset(legend, *names) for legend, names in PARTS))

    @classmethod
    def of(cls, evidence: Evidence) -> "DescriptionForm":
        initial = {name: getattr(evidence, name) for name in NAMES}
        shown = {"products": "\n".join(evidence.products), "seen": version_of(evidence)}
        value = number_shown(evidence.value) if evidence.value else ""
        return cls(initial={**initial, **shown, "value": value})

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        starts, ends = given.get("valid_from"), given.get("valid_until")
        if starts and ends and ends < starts:
            self.add_error("valid_until", _("Deze dag ligt vóór ‘geldig vanaf’. Controleer beide data."))
        if given.get("kind") in PERCENTAGES and Decimal(given.get("value") or 0) > HUNDRED:
            self.add_error("value", _("Een percentage is 100 of minder."))
        if given.get("replaces") and not given.get("equivalent_of"):
            self.add_error("equivalent_of", _("Schrijf waaraan dit gelijkwaardig is."))
        return given

    def described(self) -> Described:
        """What was filled in, once it is valid."""
        return Described(**{name: self.cleaned_data[name] for name in NAMES})


class NewEvidenceForm(DescriptionForm):
    supplier = forms.ModelChoiceField(
        label=gettext_lazy("Leverancier"),
        queryset=Supplier.objects.none(),
        empty_label=gettext_lazy("– kies –"),
    )
    field_order = ("supplier",)

    def __init__(self, *args: Any, suppliers: "QuerySet[Supplier]", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["supplier"].queryset = suppliers  # type: ignore[attr-defined]
        del self.fields["seen"]
        parts = (Fieldset(legend, *names) for legend, names in PARTS)
        self.helper.layout = Layout("supplier", *parts)


class FindingForm(PartForm):
    """One check."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Uitkomst"), choices=EvidenceCheck.Outcome.choices, widget=forms.RadioSelect
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Hoe u controleerde"),
        choices=(("", gettext_lazy("– kies –")), *EvidenceCheck.Way.choices),
    )
    checked_on = DayField(label=gettext_lazy("Gecontroleerd op"))
    remark = ProseField(
        rows=3,
        label=gettext_lazy("Wat u zag"),
        help_text=gettext_lazy("Welk stuk of register, en wat het zegt. Klopt het niet: wat er niet klopt."),
    )

    def finding(self) -> Finding:
        given = self.cleaned_data
        return Finding(
            outcome=given["outcome"], way=given["way"], remark=given["remark"], on=given["checked_on"]
        )


class FileForm(PartForm):
    """One file to keep; the service looks at its bytes."""

    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{each}" for each in KEPT)}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"].help_text = _(
            "Hooguit %(most)s MB. Soorten: %(kinds)s. Een bestand blijft staan en kan niet meer weg."
        ) % {"most": STANDARD.file_bytes // 1024 // 1024, "kinds": ", ".join(f".{each}" for each in KEPT)}

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > STANDARD.file_bytes:
            raise ValidationError(
                _("Het bestand is groter dan %(most)s MB. Haal afbeeldingen weg of verdeel het."),
                params={"most": STANDARD.file_bytes // 1024 // 1024},
            )
        return file

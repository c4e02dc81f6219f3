"""The proof of a level of the CO2 Performance Ladder, as it is recorded after the award."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.words import readers_language
from tenders.forms.award import DayField, PartForm, ProseField
from tenders.models import Evidence, LadderProof
from tenders.services.ladder_promise import Promised
from tenders.services.ladder_proof import Shown

_CHOOSE = ("", gettext_lazy("– kies –"))


class LadderProofForm(PartForm):
    evidence = forms.ModelChoiceField(
        label=gettext_lazy("Bewijsmiddel uit het register"),
        queryset=Evidence.objects.none(),
        empty_label=gettext_lazy("– kies –"),
        help_text=gettext_lazy("Alleen bewijsmiddelen van de winnaar. Het moet gecontroleerd zijn."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Soort bewijs"), choices=(_CHOOSE, *LadderProof.Kind.choices))
    level = forms.TypedChoiceField(label=gettext_lazy("Bewezen niveau"), coerce=int)
    on = DayField(label=gettext_lazy("Ontvangen op"))
    words = ProseField(
        label=gettext_lazy("Waaruit blijkt dat het over deze opdracht gaat"),
        help_text=gettext_lazy("Bijvoorbeeld: de reikwijdte van het certificaat noemt deze levering."),
    )

    def __init__(self, *args: Any, promised: Promised, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pieces = Evidence.objects.filter(supplier=promised.bid.supplier_id).order_by("-valid_until", "pk")
        self.fields["evidence"].queryset = pieces  # type: ignore[attr-defined]
        version, language = promised.version, readers_language()
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            _CHOOSE,
            *((level, version.label(level).to(language)) for level in range(1, version.levels + 1)),
        ]
        self.fields["level"].help_text = _(
            "Volgens versie %(version)s. Een niveau van een andere versie bewijst hier niets."
        ) % {"version": version.code}

    def shown(self) -> Shown:
        """What was filled in, once it is valid."""
        given = self.cleaned_data
        return Shown(
            evidence=given["evidence"].pk,
            kind=given["kind"],
            level=given["level"],
            on=given["on"],
            words=given["words"],
        )

"""The filter of the catalogue."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tenders.catalogue.model import ItemKind, ProductGroup
from tenders.models import Criterion

ALL = ("", _("alle"))

KINDS = (
    (ItemKind.SUITABILITY.value, _("geschiktheidseis")),
    (ItemKind.SELECTION.value, _("selectiecriterium")),
    (ItemKind.REQUIREMENT.value, _("eis aan het aanbod")),
    (ItemKind.AWARD.value, _("gunningscriterium")),
    (ItemKind.CONTRACT.value, _("contractbepaling")),
)
GROUPS = (
    (ProductGroup.ANY.value, _("alle ICT")),
    (ProductGroup.HARDWARE.value, _("hardware")),
    (ProductGroup.DATA_CENTRE_CLOUD.value, _("datacenter en cloud")),
    (ProductGroup.SOFTWARE.value, _("software")),
    (ProductGroup.ALGORITHMS_AI.value, _("algoritmes en AI")),
)
THEMES = tuple(Criterion.Theme.choices)
AMBITIONS = (("1", _("basis")), ("2", _("significant")), ("3", _("ambitieus")), ("0", _("niet ingedeeld")))


class CatalogueFilter(forms.Form):
    words = forms.CharField(label=_("Zoek"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Soort"), required=False, choices=(ALL, *KINDS))
    group = forms.ChoiceField(label=_("Productgroep"), required=False, choices=(ALL, *GROUPS))
    theme = forms.ChoiceField(label=_("Thema"), required=False, choices=(ALL, *THEMES))
    ambition = forms.ChoiceField(label=_("Ambitie"), required=False, choices=(ALL, *AMBITIONS))

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="filter-%s")

"""Admin widgets whose parts have names that a screen reader can say."""

from typing import Any

from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelect
from django.utils.translation import gettext as _


class NamedAutocompleteSelect(AutocompleteSelect):
    """The stock one shows an empty placeholder, so that its box has no name at all."""

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {**attrs, "data-placeholder": _("Kies: %(field)s") % {"field": self.field.verbose_name}}


class NamedSplitDateTime(AdminSplitDateTime):
    """Two inputs share one label: each says which part it is."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        date, time = context["widget"]["subwidgets"]
        date["attrs"]["aria-label"] = _("Datum")
        time["attrs"]["aria-label"] = _("Tijd")
        return context

"""Admin widgets whose parts have names that a screen reader can say."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelect
from django.utils.translation import gettext as _

KEY = re.compile("[0-9]{1,18}")


class NamedAutocompleteSelect(AutocompleteSelect):
    """The stock one shows an empty placeholder, so that its box has no name at all."""

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> Any:
        """A value that is no key was refused already; the stock widget would look it up all the same."""
        return super().optgroups(name, [key for key in value if KEY.fullmatch(str(key))], attr)

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

"""Users and groups of the site, with each permission in the language of the page.

Django stores the name of a permission once, in the language in which the site was set up.
"""

from typing import Any

from django import forms
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Permission
from django.db.models import ManyToManyField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "add": _("toevoegen"),
    "change": _("wijzigen"),
    "delete": _("verwijderen"),
    "view": _("bekijken"),
}


class PermissionsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Permission) -> str:
        action = obj.codename.partition("_")[0]
        return f"{obj.content_type} | {ACTIONS.get(action, obj.name)}"


class PermissionsInWords:
    """For an admin with a field `permissions` or `user_permissions`."""

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Permission:
            kwargs["form_class"] = PermissionsField
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


class PasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]
    # Django's own text is fixed in the language of the site when the server starts.
    usable_password_help_text = _(  # type: ignore[assignment]  # lazy, so in the language of the page
        "Wie zonder wachtwoord inlogt, heeft een andere manier nodig, zoals eenmalig inloggen (SSO) of LDAP. "
        "Zet u het wachtwoord uit, dan vervalt het huidige."
    )


class RightsAdmin(PermissionsInWords, GroupAdmin):
    pass

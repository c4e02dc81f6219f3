"""Contracting authorities and who works for them in which role."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "procurement.organisations"
    verbose_name = _("Organisaties")

"""What happened, in an order that cannot be changed afterwards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "procurement.audit"
    verbose_name = _("Logboek")

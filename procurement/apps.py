"""The site as a Django app, and the admin site that carries its work list."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ProcurementConfig(AppConfig):
    name = "procurement"
    verbose_name = _("Tenderwijzer")


class TenderwijzerAdminConfig(AdminConfig):
    default_site = "procurement.admin_site.TenderwijzerAdminSite"

"""The admin site of Tenderwijzer."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class TenderwijzerAdminSite(AdminSite):
    site_title = _("Tenderwijzer")
    site_header = _("Tenderwijzer")
    index_title = _("Werklijst")
    site_url = None

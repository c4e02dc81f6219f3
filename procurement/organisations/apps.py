"""Contracting authorities and who works for them in which role."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "procurement.organisations"
    verbose_name = _("Organisaties")

    def ready(self) -> None:
        from procurement.organisations.second_factor_gate import watch_sign_ins

        watch_sign_ins()
        post_migrate.connect(_refresh_groups, dispatch_uid="groups of the roles")


def _refresh_groups(sender: AppConfig, **signal: Any) -> None:
    """Once, when the permissions of every application are there."""
    if sender is list(apps.get_app_configs())[-1]:
        from procurement.organisations.roles import refresh_groups

        refresh_groups()

"""`python manage.py show_logins`: who can sign in to the demonstration, with which password."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from procurement.organisations.demo import DEMO_USERS, PASSWORD


class Command(BaseCommand):
    help = "Print the demo users and their password."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("Wachtwoord voor iedereen: %(password)s") % {"password": PASSWORD})
        for demo in DEMO_USERS:
            self.stdout.write(f"  {demo.username:<18} {demo.about}")

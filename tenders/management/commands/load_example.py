"""`python manage.py load_example`: the example tender and the demo users; running it again is harmless."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from procurement.organisations.demo import MINISTRY, make_demo_users
from procurement.organisations.models import Organisation
from procurement.settings.base import DEMO_SECRET_KEY
from tenders.services.example import People, load_example


class Command(BaseCommand):
    help = "Load the clause library, the demo users and the example tender, evaluated."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SECRET_KEY != DEMO_SECRET_KEY:
            raise CommandError(
                _("Het voorbeeld heeft een bekend wachtwoord. Laad het niet op een echte site.")
            )
        call_command("load_clauses", stdout=self.stdout)
        make_demo_users()
        tender = load_example(
            organisation=Organisation.objects.get(name=MINISTRY),
            people=_people(),
        )
        self.stdout.write(_("Voorbeeld geladen: %(tender)s") % {"tender": tender})


def _people() -> People:
    users = {user.username: user for user in User.objects.filter(is_active=True)}
    return People(
        officer=users["inkoper"],
        lawyer=users["jurist"],
        project_lead=users["projectleider"],
        assessors=tuple(users[f"beoordelaar-{number}"] for number in (1, 2, 3)),
    )

"""`manage.py reset_second_factor USERNAME`: for who lost both the phone and the recovery codes.

Make sure first that the person who asks is the one whose account it is.
"""

from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from procurement.organisations.second_factor import turn_off
from procurement.organisations.sessions import end_sessions


class Command(BaseCommand):
    help = "Turn off the second step of signing in for one account and end its sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="USERNAME")

    def handle(self, *, username: str, **options: object) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("Er is geen account met de naam %(name)s.") % {"name": username})
        if not turn_off(user=user, at=timezone.now(), actor=None):
            raise CommandError(_("De tweede stap staat voor %(name)s niet aan.") % {"name": username})
        end_sessions(user)
        self.stdout.write(_("De tweede stap staat uit voor %(name)s.") % {"name": username})

"""`python manage.py load_clauses`: bring the clause files into the database; running it again is harmless."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from clauses.assembly.source import ClauseError
from clauses.loading import load_library
from procurement.words import words


class Command(BaseCommand):
    help = "Load new versions of the contract clauses from clauses/library."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            added = load_library(at=timezone.now())
        except ClauseError as error:
            raise CommandError(f"{error.clause}:{error.line}: {words(error.message)}") from error
        self.stdout.write(_("%(count)s nieuwe versies van clausules geladen.") % {"count": added})

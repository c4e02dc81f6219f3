"""`manage.py show_procedure`: every step of the award procedure, as docs/procedure.md prints it."""

from typing import Any

from django.core.management import BaseCommand

from tenders.procedure.table import table_lines


class Command(BaseCommand):
    help = "Toon elke stap van de procedure. / Show every step of the procedure."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--language", choices=("nl", "en"), default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in table_lines(options["language"]):
            self.stdout.write(line)

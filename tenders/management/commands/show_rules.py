"""`manage.py show_rules`: every rule of the legality check, as docs/legality-check.md prints it."""

from typing import Any

from django.core.management import BaseCommand

from tenders.lint.handbook import handbook_lines
from tenders.lint.rules import RULES


class Command(BaseCommand):
    help = "Toon elke regel van de juridische toets. / Show every rule of the legality check."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--language", choices=("nl", "en"), default="nl")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in handbook_lines(RULES, options["language"]):
            self.stdout.write(line)

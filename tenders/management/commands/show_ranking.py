"""`python manage.py show_ranking`: the newest ranking of every evaluated lot as a table."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from procurement.words import readers_language
from tenders.models import Evaluation
from tenders.scoring.ranking_table import ranking_table
from tenders.services.evaluations import stored_result


class Command(BaseCommand):
    help = "Print the newest ranking of every evaluated lot, with the margin of the winner."

    def handle(self, *args: Any, **options: Any) -> None:
        newest = Evaluation.objects.order_by("lot", "-number").select_related("lot__tender")
        shown: set[int] = set()
        for evaluation in newest:
            if evaluation.lot_id not in shown:
                shown.add(evaluation.lot_id)
                self._show(evaluation)
        if not shown:
            self.stdout.write(_("Er is nog geen perceel beoordeeld."))

    def _show(self, evaluation: Evaluation) -> None:
        self.stdout.write(f"\n{evaluation.lot.tender} / {evaluation.lot}")
        for line in ranking_table(stored_result(evaluation), readers_language()):
            self.stdout.write(line)

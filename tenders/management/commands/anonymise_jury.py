"""`manage.py anonymise_jury`: after the last day of keeping, forget who the assessors were.

Only shows what would be done; `--yes` does it.
"""

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from tenders.services.retention import Expired, anonymise, expired


class Command(BaseCommand):
    help = "Cut the link between assessors and accounts of tenders whose date of keeping has passed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="as on this day")
        parser.add_argument("--yes", action="store_true", help="do it, instead of showing it")

    def handle(self, *, on: date | None, yes: bool, **options: object) -> None:
        day = on or timezone.localdate()
        found = expired(day)
        for each in found:
            if yes:
                anonymise(each, on=day, at=timezone.now(), actor=None)
            self._tell(each)
        if not found:
            self.stdout.write(_("Van geen enkele aanbesteding is de bewaartermijn voorbij."))
        elif not yes:
            self.stdout.write(_("Er is niets veranderd. Voer dit uit met --yes."))

    def _tell(self, each: Expired) -> None:
        text = _("%(tender)s (bewaren tot en met %(day)s): beoordelaars zonder naam: %(count)s")
        day = each.tender.keep_until
        self.stdout.write(text % {"tender": each.tender, "day": day, "count": len(each.assessors)})
        if each.texts:
            warning = _(
                "Lees het verslag van het overleg na: daar kan een naam in staan. Verslagen: %(count)s"
            )
            self.stderr.write(warning % {"count": each.texts})

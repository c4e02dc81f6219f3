"""`manage.py write_dossier TENDER FILE`: the dossier of one tender as a file that anybody can check."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from procurement.words import readers_language
from tenders.management.commands.write_documents import replaced
from tenders.models import Tender
from tenders.services.dossier import write_dossier
from tenders.services.phases import Refused


class Command(BaseCommand):
    help = "Write the dossier of a tender. Possible from the evaluation on, when the prices are open."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tender", metavar="TENDER", help="the reference of the tender")
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--organisation", metavar="NAME", help="where several have this reference")

    def handle(self, *, tender: str, file: Path, organisation: str | None, **options: object) -> None:
        row = _only(tender, organisation)
        try:
            content = write_dossier(tender=row, at=timezone.now(), actor=None)
        except Refused as refusal:
            language = readers_language()
            raise CommandError("\n".join(each.to(language) for each in refusal.reasons)) from None
        replaced(file, content)
        self.stdout.write(_("Dossier geschreven: %(file)s") % {"file": file})


def _only(reference: str, organisation: str | None) -> Tender:
    found = Tender.objects.filter(reference=reference).select_related("organisation")
    if organisation is not None:
        found = found.filter(organisation__name=organisation)
    rows = list(found)
    if not rows:
        raise CommandError(
            _("Er is geen aanbesteding met kenmerk %(reference)s. Controleer het kenmerk.")
            % {"reference": reference}
        )
    if len(rows) > 1:
        raise CommandError(_("Noem met --organisation om welke organisatie het gaat."))
    return rows[0]

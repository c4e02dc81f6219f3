"""`manage.py verify_dossier FILE`: does everything in a dossier go together? Needs no database.

Exit code 1, with the first thing that is wrong.
"""

import hashlib
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from procurement.words import words
from tenders.dossier.faults import Rejected
from tenders.dossier.package import LARGEST
from tenders.dossier.signed import copy_with
from tenders.dossier.verify import Accepted, verify_dossier


class Command(BaseCommand):
    help = "Check a dossier on the file alone and calculate every ranking in it again."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--head", default="", metavar="SEQ:HASH", help="a head that was written down")
        parser.add_argument(
            "--signed",
            type=Path,
            metavar="FILE",
            help="a signed record of the meeting, to hold against the log",
        )

    def handle(self, *, file: Path, head: str, signed: Path | None, **options: object) -> None:
        try:
            accepted = verify_dossier(_read(file), head)
            copy = copy_with(accepted.signed, _digest(signed), signed.name) if signed else None
        except Rejected as rejected:
            text = _("Het dossier klopt niet. %(place)s: %(reason)s")
            reason = words(rejected.reason)
            self.stderr.write(text % {"place": rejected.place, "reason": reason})
            raise SystemExit(1) from None
        self.stdout.write(_told(accepted))
        if copy is not None:
            text = _("Dit is het getekende verslag van %(lot)s, getekend op %(day)s.")
            self.stdout.write(text % {"lot": copy.subject, "day": copy.day})
        if not head:
            self.stdout.write(
                _(
                    "Vergelijk het eindpunt met dat in een document of op de pagina van het logboek: "
                    "alleen zo ziet u of het hele dossier is nagemaakt."
                )
            )


def _told(accepted: Accepted) -> str:
    text = _(
        "Het dossier van %(tender)s klopt. Bestanden: %(files)s. Gebeurtenissen over deze aanbesteding: "
        "%(told)s. Nagerekende rangordes: %(rankings)s. Getekende verslagen: %(signed)s. Eindpunt: %(head)s"
    )
    return text % {
        "tender": accepted.about.tender,
        "files": accepted.files,
        "told": accepted.told,
        "rankings": accepted.rankings,
        "signed": len(accepted.signed),
        "head": accepted.about.head,
    }


def _digest(file: Path) -> str:
    return hashlib.sha256(_read(file)).hexdigest()


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as fault:
        raise CommandError(_("Dit bestand is niet te lezen: %(fault)s") % {"fault": fault}) from None

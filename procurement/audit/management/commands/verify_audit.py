"""`manage.py verify_audit`: is the log of each organisation still as it was written?

Exit code 1 at the first event that no longer holds. A head that was written down elsewhere, for example
in a document, shows as well that a tail was cut off or that the chain was rewritten. An event that is dated
before the one before it is named; the log is whole all the same.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from procurement.audit.chain import Verdict, verify
from procurement.audit.lines import line_of, verify_text
from procurement.audit.log import links_of
from procurement.organisations.models import Organisation
from procurement.words import words


class Command(BaseCommand):
    help = "Check the log of every organisation, or an exported log, and name the first bad event."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", metavar="NAME", help="only the log of this organisation")
        parser.add_argument(
            "--head", default="", metavar="SEQ:HASH", help="a head or a hash that was written down"
        )
        parser.add_argument("--export", type=Path, metavar="FILE", help="write the log as lines of JSON")
        parser.add_argument("--file", type=Path, help="check an exported log; needs no database")

    def handle(
        self,
        *,
        organisation: str | None,
        head: str,
        export: Path | None,
        file: Path | None,
        **options: object,
    ) -> None:
        if file is not None:
            self._tell([(str(file), verify_text(_read(file), head))])
            return
        organisations = _chosen(organisation)
        if export and len(organisations) != 1:
            raise CommandError(_("Noem met --organisation om welke organisatie het gaat."))
        if export is not None:
            _export(organisations[0], export)
        self._tell(_verdicts(organisations, head))

    def _tell(self, verdicts: list[tuple[str, Verdict]]) -> None:
        """Every log is told about before the first broken one ends the program."""
        for name, verdict in verdicts:
            if verdict.broken is None:
                text = _("%(name)s: het log klopt. Gebeurtenissen: %(count)s. Eindpunt: %(head)s")
                self.stdout.write(text % {"name": name, "count": verdict.head.sequence, "head": verdict.head})
            else:
                text = _("%(name)s: fout bij gebeurtenis %(number)s. %(fault)s")
                fault = words(verdict.broken.fault)
                self.stderr.write(text % {"name": name, "number": verdict.broken.sequence, "fault": fault})
            self._warn(name, verdict)
        if any(verdict.broken for _name, verdict in verdicts):
            raise SystemExit(1)

    def _warn(self, name: str, verdict: Verdict) -> None:
        """Two people at the same moment differ by less than a second; more is a clock that was put back."""
        for number in verdict.backwards:
            text = _(
                "%(name)s: let op, gebeurtenis %(number)s heeft een eerder tijdstip dan de gebeurtenis "
                "ervoor. Kijk of de klok van de server is teruggezet."
            )
            self.stderr.write(text % {"name": name, "number": number})


def _verdicts(organisations: Sequence[Organisation], head: str) -> list[tuple[str, Verdict]]:
    """A head belongs to one log: it is missing only when none of them has it."""
    against = [(each.name, verify(links_of(each), head)) for each in organisations]
    if not head or all(verdict.broken for _name, verdict in against):
        return against
    return [(each.name, verify(links_of(each))) for each in organisations]


def _chosen(name: str | None) -> list[Organisation]:
    found = Organisation.objects.order_by("name")
    if name is None:
        return list(found)
    chosen = list(found.filter(name=name))
    if not chosen:
        raise CommandError(_("Er is geen organisatie met de naam %(name)s.") % {"name": name})
    return chosen


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as fault:
        raise CommandError(_("Dit bestand is niet te lezen: %(fault)s") % {"fault": fault}) from None


def _export(organisation: Organisation, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(line_of(link) + "\n" for link in links_of(organisation))

"""`manage.py write_documents --out DIR`: every document of every tender as files.

Tenders of different organisations can share a reference; each of those gets a folder of its own.
"""

import os
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from procurement.language import Language
from tenders.models import Tender
from tenders.services.documents import document_bytes, document_names, file_stem
from tenders.services.editions import NotReady


class Command(BaseCommand):
    help = "Write the Word and Excel documents of the tenders into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", required=True, type=Path, metavar="DIR")
        parser.add_argument("--tender", metavar="REF", help="only the tender with this reference")
        parser.add_argument("--language", choices=("nl", "en"), default="nl")

    def handle(self, *, out: Path, tender: str | None, language: Language, **options: object) -> None:
        chosen = Tender.objects.select_related("organisation").order_by("organisation_id", "reference")
        if tender is not None:
            chosen = chosen.filter(reference=tender)
            if not chosen:
                raise CommandError(
                    _("Er is geen aanbesteding met kenmerk %(reference)s. Controleer het kenmerk.")
                    % {"reference": tender}
                )
        stems = Counter(file_stem(each) for each in chosen)
        for each in chosen:
            shared = stems[file_stem(each)] > 1
            self._write(each, out / str(each.pk) if shared else out, language)

    def _write(self, tender: Tender, out: Path, language: Language) -> None:
        """A draft with faults is named and left alone; the other tenders still get their documents."""
        out.mkdir(parents=True, exist_ok=True)
        try:
            for name in document_names(tender):
                filename, _content_type, content = document_bytes(tender=tender, name=name, language=language)
                self.stdout.write(str(replaced(out / filename, content)))
        except NotReady as fault:
            problems = "\n".join(f"  {problem.to(language)}" for problem in fault.problems)
            advice = _("nog geen documenten. Los dit eerst op:")
            self.stderr.write(f"{tender.reference}: {advice}\n{problems}")


def replaced(path: Path, content: bytes) -> Path:
    """Written beside its place and then renamed: a reader never sees half a file."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path

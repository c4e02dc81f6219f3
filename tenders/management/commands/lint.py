"""`python manage.py lint FILE`: the legality check of a tender in one file; no database."""

import hashlib
import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from procurement.documents.writers.docx import write_docx
from procurement.language import Language
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import Authority
from tenders.lint.report import data_report, text_report
from tenders.lint.rules import RULES
from tenders.lint.run import Report, lint
from tenders.lint.severity import Moment
from tenders.publication.file import read_checked_file
from tenders.reports.legality_checklist import checklist_document
from tenders.scoring.files import UnreadableTender


class Command(BaseCommand):
    help = "Check a tender described in one TOML or JSON file (docs/legality-check.md) against the law."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a .toml or .json file")
        parser.add_argument("--json", action="store_true", help="print data instead of text")
        parser.add_argument("--language", choices=("nl", "en"), default="nl", help="nl (default) or en")
        parser.add_argument("--checklist", type=Path, metavar="DOCX", help="also write the checklist in Word")
        parser.add_argument(
            "--moment",
            choices=[moment.value for moment in Moment],
            default=Moment.PUBLICATION.value,
            help="the step to check for (default: publication)",
        )
        parser.add_argument(
            "--authority",
            choices=[kind.value for kind in Authority],
            help="what kind of authority buys, for a publication of the site: its file does not say",
        )
        parser.add_argument(
            "--today",
            type=_day,
            default=None,
            help="the day whose law counts where the file has no date of sending (default: today)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit status 1 while a finding blocks or waits for a reason, or the file is not readable."""
        language = options["language"]
        try:
            draft = read_checked_file(
                options["file"],
                today=options["today"] or timezone.localdate(),
                authority=Authority(options["authority"]) if options["authority"] else None,
            )
        except UnreadableTender as refusal:
            self.stderr.write("\n".join(problem.to(language) for problem in refusal.problems))
            raise SystemExit(1) from None
        report = lint(draft, RULES, Moment(options["moment"]))
        if options["checklist"]:
            _write_checklist(draft, report, language, checked=options["file"], to=options["checklist"])
        if options["json"]:
            data = data_report(draft, report, language)
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(text_report(draft, report, language))
        if report.closes_the_step:
            raise SystemExit(1)


def _write_checklist(draft: Draft, report: Report, language: Language, *, checked: Path, to: Path) -> None:
    """Bound to the bytes of the file that was checked."""
    document = checklist_document(
        draft,
        report,
        digest=hashlib.sha256(checked.read_bytes()).hexdigest(),
        at=timezone.localtime(),
        language=language,
    )
    with to.open("wb") as stream:
        write_docx(document, stream)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write a date as 2026-11-30") from None

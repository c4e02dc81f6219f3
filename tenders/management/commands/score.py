"""`python manage.py score FILE`: the ranking of a tender in one file, with its working; no database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from tenders.scoring.evaluate import evaluate_tender
from tenders.scoring.files import UnreadableTender, read
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.report import data_report, text_report


class Command(BaseCommand):
    help = "Score a tender described in one TOML or JSON file (docs/score.md) and print the ranking."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a .toml or .json file")
        parser.add_argument("--json", action="store_true", help="print data instead of text")
        parser.add_argument("--language", choices=("nl", "en"), default="nl", help="nl (default) or en")

    def handle(self, *args: Any, **options: Any) -> None:
        """Everything is computed before the first character is printed."""
        language = options["language"]
        try:
            result = evaluate_tender(read(options["file"]))
        except (UnreadableTender, NotEvaluable) as refusal:
            self.stderr.write("\n".join(problem.to(language) for problem in refusal.problems))
            raise SystemExit(1) from None
        if options["json"]:
            report = json.dumps(data_report(result, language), ensure_ascii=False, indent=2)
        else:
            report = text_report(result, language)
        self.stdout.write(report)

"""Destroy the keys of a tender whose retention has passed: its sealed bids can never be read again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tenders.models import Tender
from tenders.services.phases import Refused
from tenders.services.vault_keys import destroy_keys


class Command(BaseCommand):
    help = "Make the sealed bids of one tender unreadable for ever, once its file need no longer be kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--tender", type=int, required=True, help="number of the tender in its address")
        parser.add_argument(
            "--yes", action="store_true", help="do it; without this the command only says what"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        tender = Tender.objects.filter(pk=options["tender"]).first()
        if tender is None:
            raise CommandError(f"There is no tender {options['tender']}.")
        if not options["yes"]:
            self.stdout.write(f"This would destroy the keys of {tender} for ever. Add --yes to do it.")
            return
        now = timezone.now()
        try:
            count = destroy_keys(tender=tender, today=timezone.localdate(now), at=now)
        except Refused as refused:
            raise CommandError(" ".join(reason.en for reason in refused.reasons)) from refused
        self.stdout.write(f"{count} keys of {tender} destroyed.")

"""Seal every data key with the first key of VAULT_KEYS; can be run again after a break."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from procurement.vault.errors import VaultError
from tenders.services.vault import site_keys
from tenders.services.vault_keys import rotate_keys


class Command(BaseCommand):
    help = (
        "Seal the keys of all vaults with the first key of VAULT_KEYS. The bids themselves stay as they are."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count, first = rotate_keys(at=timezone.now()), site_keys().first_id
        except VaultError as wrong:
            raise CommandError(wrong.message.en) from wrong
        self.stdout.write(f"{count} keys sealed anew with key {first}. The other keys are no longer needed.")

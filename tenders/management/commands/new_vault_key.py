"""A new key for the vaults: the key on standard output, what to do with it on standard error."""

from typing import Any

from django.core.management.base import BaseCommand

from procurement.vault.envelope import new_key
from procurement.vault.keys import encoded, key_id


class Command(BaseCommand):
    help = "Make a new key for the vaults. It is printed and stored nowhere."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        key = new_key()
        self.stdout.write(encoded(key))
        self.stderr.write(
            f"Key {key_id(key)}. Put it first in VAULT_KEYS and keep a copy apart from the database. "
            "Without it no sealed bid can ever be opened. Then run: manage.py rotate_vault_key"
        )

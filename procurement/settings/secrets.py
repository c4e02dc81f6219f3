"""The keys of the vaults as a real site must have them."""

from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from procurement.vault.errors import BadKey
from procurement.vault.keys import encoded, read_key_file, read_keys

PUBLIC_VAULT_KEY = "cHVibGljIGtleSBvZiB0aGUgdGVzdHMgaXMgbm90IGE="  # of the tests; refused in production


def require_vault_keys(keys: Sequence[str], key_file: str) -> None:
    """Stop the start without keys of the site's own, so that no bid is sealed with a key that others have."""
    try:
        found = read_keys(keys) if keys else read_key_file(Path(key_file))
    except BadKey as bad:
        raise ImproperlyConfigured(f"{bad.message.nl} / {bad.message.en}") from None
    if PUBLIC_VAULT_KEY in map(encoded, found.keys):
        raise ImproperlyConfigured(
            "VAULT_KEYS bevat een openbare sleutel. Maak een eigen met `manage.py new_vault_key`. / "
            "VAULT_KEYS holds a public key. Make one of your own with `manage.py new_vault_key`."
        )

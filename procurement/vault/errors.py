"""What can be wrong with a key or with something sealed. No message ever holds a key or a plain text."""

from procurement.language import Text


class VaultError(Exception):
    """Something sealed cannot be opened; `message` says what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class BadKey(VaultError):
    """A text that is no key, or no key at all."""


class WrongKey(VaultError):
    """None of the keys of this site is the one that was used."""


class Tampered(VaultError):
    """What is stored is not what was sealed in this place."""


NO_KEY = Text(
    nl="De kluis heeft geen sleutel. Maak er een met `manage.py new_vault_key` en zet hem in VAULT_KEYS.",
    en="The vault has no key. Make one with `manage.py new_vault_key` and put it in VAULT_KEYS.",
)
NOT_A_KEY = Text(
    nl="Sleutel {place} van de kluis klopt niet. Het zijn 32 bytes in base64, zoals `manage.py "
    "new_vault_key` ze maakt.",
    en="Key {place} of the vault is wrong: 32 bytes in base64, as `manage.py new_vault_key` makes them.",
)
KEY_IS_GONE = Text(
    nl="De kluis is verzegeld met sleutel {key}. Die sleutel kent deze site niet. Zet hem terug.",
    en="The vault was sealed with key {key}. This site does not know that key. Put it back.",
)
NOT_WHAT_WAS_SEALED = Text(
    nl="De opgeslagen gegevens zijn niet wat hier is verzegeld. Zet een goede reservekopie terug.",
    en="The stored data are not what was sealed here. Restore a sound backup.",
)

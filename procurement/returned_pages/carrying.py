"""Answers that wait in a page for the button that takes them over: signed for one person and one sheet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.utils.crypto import salted_hmac

from procurement.language import Text
from procurement.returned_sheets import Answers, Form, Identity, WrongSheet, check_identity, packed, unpacked

SALT = "procurement.returned_pages"
KEPT_SECONDS = 4 * 60 * 60
MOST_CHARACTERS = 2_000_000  # of the signed answers in the page

_TOO_MUCH = Text(
    nl="In dit bestand staat te veel tekst om in één keer over te nemen. Maak teksten korter.",
    en="There is too much text in this file to take over at once. Make texts shorter.",
)
EXPIRED = Text(
    nl="Deze vergelijking is verlopen. Kies het bestand opnieuw.",
    en="This comparison has expired. Choose the file again.",
)


@dataclass(frozen=True, slots=True)
class Carried:
    """`before` is what was stored when the list of differences was shown."""

    answers: Answers
    before: Answers


def sheet_key() -> bytes:
    """The key with which workbooks are signed; with another SECRET_KEY, older sheets are refused."""
    return salted_hmac("procurement.returned_sheets.identity", "", algorithm="sha256").digest()


def carried(waiting: Carried, *, form: Form, user: int) -> str:
    """For a hidden field. Raises `WrongSheet` when it is too much for a page."""
    data = {
        "user": user,
        "identity": asdict(form.identity),
        "answers": packed(waiting.answers),
        "before": packed(waiting.before),
    }
    sealed = signing.dumps(data, salt=SALT, compress=True)
    if len(sealed) > MOST_CHARACTERS:
        raise WrongSheet(_TOO_MUCH)
    return sealed


def language_of(sealed: str) -> str:
    """In which language the sheet was made. Raises `WrongSheet`."""
    return str(_loaded(sealed)["identity"]["language"])


def opened(sealed: str, *, form: Form, user: int) -> Carried:
    """What `carried` made for this person and this very form. Raises `WrongSheet` for anything else."""
    data = _loaded(sealed)
    if data["user"] != user:
        raise WrongSheet(EXPIRED)
    check_identity(Identity(**data["identity"]), form.identity)
    return Carried(unpacked(data["answers"], form.blanks), unpacked(data["before"], form.blanks))


def _loaded(sealed: str) -> Mapping[str, Any]:
    try:
        data: Mapping[str, Any] = signing.loads(sealed, salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        raise WrongSheet(EXPIRED) from None
    return data

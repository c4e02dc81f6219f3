"""From the bytes that somebody sends to answers, or to the reason why not."""

from collections.abc import Callable

from procurement.incoming import read_rows
from procurement.language import Language
from procurement.returned_pages.carrying import sheet_key
from procurement.returned_sheets import Form, Returned, check_identity, identity_of, read_back

MakeForm = Callable[[Language], Form]
"""The form as the program makes it now, in the language of the file."""


def recognised(content: bytes, name: str, make: MakeForm) -> tuple[Form, Returned]:
    """The form that the file is, and what was filled in.

    Raises `procurement.incoming.Refused` for an unsafe file and `WrongSheet` for another sheet.
    """
    table = read_rows(content, name)
    identity = identity_of(table, sheet_key())
    form = make("en" if identity.language == "en" else "nl")
    check_identity(identity, form.identity)
    return form, read_back(form, table)

"""From the bytes that somebody sends to answers, or to the reason why not."""

from collections.abc import Callable

from procurement.incoming import read_rows
from procurement.incoming.kinds import WORKBOOKS
from procurement.language import Language, language_named
from procurement.returned_pages.carrying import sheet_key
from procurement.returned_sheets import Form, Returned, as_published, check_identity, identity_of, read_back

MakeForm = Callable[[Language], Form]
"""The form as the program makes it now, in the language of the file."""

Published = Callable[[Language], bytes | None]
"""The .xlsx as it went out, where it is kept."""


def recognised(
    content: bytes, name: str, make: MakeForm, published: Published = lambda _language: None
) -> tuple[Form, Returned]:
    """The form that the file is, and what was filled in.

    Raises `procurement.incoming.Refused` for an unsafe file and `WrongSheet` for another sheet.
    """
    table = read_rows(content, name, kinds=WORKBOOKS)
    identity = identity_of(table, sheet_key())
    language = language_named(identity.language)
    form = make(language)
    if identity != form.identity and (kept := published(language)) is not None:
        form = as_published(form, read_rows(kept, "published.xlsx"), sheet_key()) or form
    check_identity(identity, form.identity)
    return form, read_back(form, table)

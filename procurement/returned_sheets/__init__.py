"""Workbooks that go out, are filled in anywhere and come back: recognised, compared, and never trusted.

A maker gives a `Form`: which cells are to be filled in, and the workbook with given answers. `issued` is
what goes out. What comes back is read by `procurement.incoming`, recognised by `identity_of`, and held by
`read_back` against the form as the program makes it NOW: no formula and no stored result of the file is ever
used. See docs/workbooks.md.
"""

from procurement.returned_sheets.answers import Answer, Answers, written
from procurement.returned_sheets.blanks import Blank, BlankKind
from procurement.returned_sheets.differences import Difference, differences, kept_where_empty
from procurement.returned_sheets.form import Form, form_of, issued
from procurement.returned_sheets.identity import Identity, WrongSheet, check_identity, identity_of, signed
from procurement.returned_sheets.published import as_published
from procurement.returned_sheets.reading import Problem, Returned, read_back
from procurement.returned_sheets.told import Told, happened
from procurement.returned_sheets.travelling import packed, unpacked

__all__ = [
    "Answer",
    "Answers",
    "Blank",
    "BlankKind",
    "Difference",
    "Form",
    "Identity",
    "Problem",
    "Returned",
    "Told",
    "WrongSheet",
    "as_published",
    "check_identity",
    "differences",
    "form_of",
    "happened",
    "identity_of",
    "issued",
    "kept_where_empty",
    "packed",
    "read_back",
    "signed",
    "unpacked",
    "written",
]

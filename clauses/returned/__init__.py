"""A contract that comes back: which clauses were changed, moved, removed or filled in, and what was added.

    form = contract_form(assembly, issued)               # what was sent, with its blanks
    returned = read_returned(content, "contract.docx")   # raises Unusable
    compare_returned(form, returned, newer)

Nothing that the file says about itself is believed: its text is compared with ours, clause by clause.
"""

from clauses.returned.compare import compare_returned
from clauses.returned.differences import (
    Added,
    ClauseDifference,
    Differences,
    LineDifference,
    Piece,
    ValueChange,
)
from clauses.returned.form import ContractForm, contract_form
from clauses.returned.reading import Returned, Unusable, read_returned, returned_from

__all__ = [
    "Added",
    "ClauseDifference",
    "ContractForm",
    "Differences",
    "LineDifference",
    "Piece",
    "Returned",
    "Unusable",
    "ValueChange",
    "compare_returned",
    "contract_form",
    "read_returned",
    "returned_from",
]

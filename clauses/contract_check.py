"""The check of a contract by what this application does not know, such as whether its award still stands.

The setting `CONTRACT_CHECK` names a function `(ContractDraft) -> Iterable[Problem]`; empty: no check.
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from clauses.assembly.assemble import Problem
from clauses.models import ContractDraft


def contract_problems(draft: ContractDraft) -> tuple[Problem, ...]:
    if not settings.CONTRACT_CHECK:
        return ()
    check = import_string(settings.CONTRACT_CHECK)
    found: Iterable[Problem] = check(draft)
    return tuple(found)

"""The legality check of one tender: what the rules say of it now."""

from datetime import datetime

from django.utils import timezone

from procurement.language import Text
from tenders.legal_draft import legal_draft
from tenders.lint.draft import Draft
from tenders.lint.rules import RULES
from tenders.lint.run import Report, lint
from tenders.lint.severity import Severity
from tenders.models import Tender
from tenders.publication.model import Published
from tenders.scoring.problem import Problem
from tenders.services.contract_texts import contract_texts

_FOUND = Text(nl="{code} {title}: {message}", en="{code} {title}: {message}")


def checked(tender: Tender, *, at: datetime, form: Published | None = None) -> tuple[Draft, Report]:
    """The draft with what the rules for publication say of it. Raises `UnreadableTender`.

    `form` is that of the rows as they are now, when the caller has it.
    """
    today = timezone.localtime(at).date()
    draft = legal_draft(tender, today=today, clauses=contract_texts(tender), form=form)
    return draft, lint(draft, RULES)


def in_the_way(report: Report, severity: Severity) -> tuple[Problem, ...]:
    """Every open finding of this weight, with the rule that found it."""
    return tuple(
        Problem(finding.place, _FOUND.format(code=rule.code, title=rule.title, message=finding.message))
        for rule, finding in report.open(severity)
    )

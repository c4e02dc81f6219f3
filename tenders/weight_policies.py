"""From rows to what the legality check reads about the own weight policy: the minimum, and the themes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from procurement.organisations.models import Organisation
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import theme_behind
from tenders.lint.draft import WeightPolicy as Policy
from tenders.models import Criterion, Tender, WeightPolicy


def policies_of(organisation: Organisation | int) -> list[WeightPolicy]:
    """Everything that it ever stated, in the order in which it holds."""
    rows = WeightPolicy.objects.filter(organisation=organisation).select_related("stated_by")
    return list(rows.order_by("valid_from", "pk"))


def counting_on(policies: Sequence[WeightPolicy], day: date) -> WeightPolicy | None:
    """The row of `policies_of` that counts on this day; None where nothing was stated for it."""
    return next((row for row in reversed(policies) if row.valid_from <= day), None)


def policy_on(organisation: Organisation | int, day: date) -> Policy:
    """What the organisation stated for this day, else what this product proposes."""
    return policy_of(counting_on(policies_of(organisation), day))


def policy_of(row: WeightPolicy | None) -> Policy:
    if row is None:
        return Policy()
    return Policy(least=row.least, decided_on=row.decided_on, reference=row.reference)


def themes_of(tender: Tender) -> dict[str, dict[str, Theme]]:
    """By number of the lot and code of the criterion, as the rows are now; leaves and groups alike."""
    found: defaultdict[str, dict[str, Theme]] = defaultdict(dict)
    rows = Criterion.objects.filter(lot__tender=tender.pk).order_by("pk")
    for lot, code, *behind in rows.values_list("lot__number", "code", "theme", "catalogue_code"):
        theme = theme_behind(*behind)
        if theme is not None:
            found[str(lot)][code] = theme
    return dict(found)

"""Where clause texts are used: drafts and final contracts, and what an article touches."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from clauses.drafts import clause_from, versions_valid_on
from clauses.models import ChosenClause, ClauseVersion, ContractClause, ContractDraft, ContractVersion
from procurement.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Uses:
    """Who has this text: drafts as they are now, and contracts that were made final with it."""

    drafts: list[ContractDraft] = field(default_factory=list)
    contracts: list[ContractVersion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Touched:
    """A text that names the article as its basis. `is_current`: it is the one that holds today."""

    version: ClauseVersion
    is_current: bool
    uses: Uses


def uses_of(versions: Iterable[ClauseVersion], organisations: Collection[Organisation]) -> Mapping[int, Uses]:
    """By key of the version, in two queries; only what these organisations have."""
    wanted = [version.pk for version in versions]
    found: defaultdict[int, Uses] = defaultdict(Uses)
    chosen = ChosenClause.objects.filter(version__in=wanted, draft__organisation__in=organisations)
    for row in chosen.select_related("draft").order_by("draft"):
        found[row.version_id].drafts.append(row.draft)
    final = ContractClause.objects.filter(version__in=wanted, contract__draft__organisation__in=organisations)
    rows = final.select_related("contract__draft").defer("contract__form", "contract__word")
    for each in rows.order_by("contract"):
        found[each.version_id].contracts.append(each.contract)
    return found


def newer_than(version: ClauseVersion, current: Iterable[ClauseVersion]) -> ClauseVersion | None:
    """The text that holds now of the same clause, when that is another one than this."""
    return next((each for each in current if each.clause_id == version.clause_id and each != version), None)


def touched_by(code: str, organisation: Organisation, *, today: date) -> list[Touched]:
    """The texts with this citation among their basis that hold today or are in use somewhere.

    An article counts for its paragraphs too: "aw2012:2.80" touches "aw2012:2.80(1)" and the other way round.
    """
    current = {version.pk for version in versions_valid_on(today, organisation)}
    rows = ClauseVersion.objects.filter(organisation=None) | ClauseVersion.objects.filter(
        organisation=organisation
    )
    citing = [
        row
        for row in rows.select_related("clause").order_by("clause__order", "clause__code", "-number")
        if any(_is_same(code, each) for each in clause_from(row.source).basis)
    ]
    uses = uses_of(citing, [organisation])
    return [
        Touched(row, row.pk in current, uses.get(row.pk, Uses()))
        for row in citing
        if row.pk in current or row.pk in uses
    ]


def _is_same(one: str, other: str) -> bool:
    """The same article; where both name a paragraph, the same one."""
    return one == other or one.startswith(f"{other}(") or other.startswith(f"{one}(")

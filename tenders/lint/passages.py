"""Every text of a tender that will be published, each with its place and what it is a part of."""

from collections.abc import Iterator

from tenders.lint.draft import Legal, Passage, PassageKind
from tenders.scoring.model import Criterion, Lot, Tender


def passages_of(tender: Tender, legal: Legal) -> tuple[Passage, ...]:
    """In published order; texts that say nothing are left out."""
    found = (
        Passage(place="subject", kind=PassageKind.SUBJECT, title=tender.title, text=tender.subject),
        *(each for index, lot in enumerate(tender.lots) for each in _of_lot(lot, f"lots[{index}]")),
        *_of_bidders(legal),
        *_of_agreement(legal),
    )
    return tuple(passage for passage in found if passage.text.strip())


def _of_lot(lot: Lot, place: str) -> Iterator[Passage]:
    for index, criterion in enumerate(lot.criteria):
        yield from _of_criterion(criterion, f"{place}.criteria[{index}]")
    for index, requirement in enumerate(lot.requirements):
        at, title = f"{place}.requirements[{index}]", f"{requirement.code} {requirement.title}"
        yield Passage(place=f"{at}.title", kind=PassageKind.REQUIREMENT, title=title, text=requirement.title)
        yield Passage(place=f"{at}.text", kind=PassageKind.REQUIREMENT, title=title, text=requirement.text)
        yield Passage(place=f"{at}.proof", kind=PassageKind.PROOF, title=title, text=requirement.proof)


def _of_criterion(criterion: Criterion, place: str) -> Iterator[Passage]:
    title = f"{criterion.code} {criterion.title}"
    account = criterion.account
    for name, kind, text in (
        ("title", PassageKind.AWARD_CRITERION, criterion.title),
        ("account.description", PassageKind.AWARD_CRITERION, account.description),
        ("account.link", PassageKind.LINK, account.link),
        ("account.proof", PassageKind.PROOF, account.proof),
        ("account.verification", PassageKind.VERIFICATION, account.verification),
    ):
        yield Passage(place=f"{place}.{name}", kind=kind, title=title, text=text)
    for index, level in enumerate(criterion.levels):
        at = f"{place}.levels[{index}]"
        yield Passage(place=f"{at}.description", kind=PassageKind.LEVEL, title=title, text=level.description)
    for index, child in enumerate(criterion.children):
        yield from _of_criterion(child, f"{place}.children[{index}]")


def _of_bidders(legal: Legal) -> Iterator[Passage]:
    for index, requirement in enumerate(legal.bidders.suitability):
        yield Passage(
            place=f"legal.bidders.suitability[{index}].text",
            kind=PassageKind.SUITABILITY,
            title=requirement.code,
            text=requirement.text,
        )
    if legal.bidders.shortlisting:
        yield Passage(
            place="legal.bidders.shortlisting.rules",
            kind=PassageKind.SHORTLISTING,
            title="",
            text=legal.bidders.shortlisting.rules,
        )
    yield Passage(
        place="legal.bidders.group_demands",
        kind=PassageKind.SUITABILITY,
        title="",
        text=legal.bidders.group_demands,
    )


def _of_agreement(legal: Legal) -> Iterator[Passage]:
    for index, condition in enumerate(legal.agreement.conditions):
        yield Passage(
            place=f"legal.agreement.conditions[{index}].text",
            kind=PassageKind.CONTRACT_CONDITION,
            title=condition.code,
            text=condition.text,
        )

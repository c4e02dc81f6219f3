"""A lawyer accepts a finding with a reason, and nobody else does."""

import pytest
from django.db import DatabaseError, transaction

from procurement.organisations.models import Role
from tenders.models import LegalReason
from tenders.services.check import before_publication
from tenders.services.legal_reasons import About, give_reason, take_back_reason
from tests import cast
from tests.legality import AT, answer, deviating, give, refusal

pytestmark = pytest.mark.django_db

GUIDE = About("L17", "legal.documents.guide_reason")


def test_other_words_need_another_reason() -> None:
    lot, about = deviating()
    give(lot, about)
    criterion = lot.criteria.get(code="D1")
    criterion.description = criterion.description.replace("krijgt punten", "krijgt veel punten")
    criterion.save()

    assert len(before_publication(lot.tender, at=AT).unreasoned) == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.ORGANISATION_ADMIN])
def test_only_a_lawyer_gives_a_reason_or_takes_it_back(role: Role) -> None:
    lot, about = deviating()
    give(lot, about)
    actor = cast.person(role)

    refused = [
        refusal(lambda: give_reason(tender=lot.tender, about=about, text="Mag.", at=AT, actor=actor)),
        refusal(lambda: take_back_reason(tender=lot.tender, about=about, at=AT, actor=actor)),
    ]

    assert refused == [["Alleen een jurist van deze organisatie legt een motivering vast."]] * 2


def test_a_lawyer_of_another_organisation_gives_no_reason() -> None:
    lot, about = deviating()
    actor = cast.person(Role.LAWYER, "Bellis")

    refused = refusal(lambda: give_reason(tender=lot.tender, about=about, text="Mag.", at=AT, actor=actor))

    assert (refused, LegalReason.objects.count()) == (
        ["Alleen een jurist van deze organisatie legt een motivering vast."],
        0,
    )


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_reason_says_something(text: str) -> None:
    lot, about = deviating()

    assert refusal(lambda: give(lot, about, text)) == ["Schrijf waarom deze afwijking mag."]


def test_what_the_check_does_not_find_gets_no_reason() -> None:
    lot = cast.lot()

    assert refusal(lambda: give(lot, GUIDE))[0].startswith("Niet bewaard: de toets vindt dit punt niet meer.")


def test_what_blocks_cannot_be_explained_away() -> None:
    lot = cast.lot()
    answer(lot.tender, "documents", free_and_complete=False)
    [problem] = before_publication(lot.tender, at=AT).problems

    assert refusal(lambda: give(lot, About("L39", problem.place)))[0].startswith("Niet bewaard")


def test_a_reason_never_changes_not_even_in_a_draft() -> None:
    lot, about = deviating()
    given = give(lot, about)

    with pytest.raises(DatabaseError), transaction.atomic():
        LegalReason.objects.filter(pk=given.pk).update(text="Iets anders.")

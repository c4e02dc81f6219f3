"""A lawyer accepts a finding with a reason, and nobody else does."""

import json

import pytest
from django.db import DatabaseError, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.lint.severity import Severity
from tenders.models import Criterion, LegalReason, Tender
from tenders.services.check import before_publication
from tenders.services.legal_reasons import About, give_reason, take_back_reason
from tenders.services.legality import checked
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


def test_a_reason_does_not_move_to_another_criterion_that_comes_in_its_place() -> None:
    lot = cast.lot()
    lot.criteria.filter(code__in=("P", "K")).update(link="")
    give(lot, About("L04", "lots[0].criteria[0].account.link"))

    lot.criteria.filter(code="P").update(position=2)
    lot.criteria.filter(code="K").update(position=1)

    found = before_publication(lot.tender, at=AT).unreasoned
    assert [each.place for each in found] == [f"lots[0].criteria[{n}].account.link" for n in (0, 1)]


def test_a_reason_for_an_open_question_does_not_cover_the_answer_that_comes_later() -> None:
    lot = cast.lot()
    answer(lot.tender, "documents", guide_assessed=None)
    give(lot, About("L17", "legal.documents.guide_assessed"))
    before = before_publication(lot.tender, at=AT).unreasoned

    answer(lot.tender, "documents", guide_assessed=False)

    assert (before, len(before_publication(lot.tender, at=AT).unreasoned)) == ((), 1)


@pytest.mark.parametrize("hidden", ["\x00", "\x0b", "\x1f", "\u202e"])
def test_a_reason_that_no_document_can_hold_is_refused(hidden: str) -> None:
    lot, about = deviating()

    [told] = refusal(lambda: give(lot, about, f"Het mag{hidden} hier."))

    assert told.startswith("Deze tekst bevat onzichtbare")
    assert LegalReason.objects.count() == 0


def test_a_reason_does_not_move_to_another_lot_with_the_same_weights() -> None:
    first = cast.lot()
    second = cast.lot(first.tender, number=2)
    Criterion.objects.filter(code="D1").update(theme="")
    about = About("L56", "lots[0].criteria", "0% < 25%")
    give(first, about)
    before = open_of_l56(second.tender)

    first.delete()

    assert (before, open_of_l56(second.tender)) == (["lots[1].criteria"], [about.place])


def open_of_l56(tender: Tender) -> list[str]:
    _, report = checked(tender, at=AT)
    return [finding.place for rule, finding in report.open(Severity.MOTIVATE) if rule.code == "L56"]


def test_the_log_tells_what_the_reason_was_and_what_it_became() -> None:
    lot, about = deviating()
    give(lot, about, "Eerst dit.")
    give(lot, about, "Dan dat.")
    take_back_reason(tender=lot.tender, about=about, at=AT, actor=cast.person(Role.LAWYER))

    events = Event.objects.filter(action__startswith="legal_reason.").order_by("sequence")
    told = [(event.action, json.loads(event.details)) for event in events]

    assert [(action, each["before"], each["after"]) for action, each in told] == [
        ("legal_reason.given", "", "Eerst dit."),
        ("legal_reason.given", "Eerst dit.", "Dan dat."),
        ("legal_reason.taken_back", "Dan dat.", ""),
    ]

"""Where a contract departs from the library: recorded with a reason, seen at once, approved by another."""

import pytest
from django.contrib.auth.models import User

from clauses.assembly.contract import NotFinal
from clauses.assembly.markdown import provisions
from clauses.assembly.stored_text import from_data, plain_provisions, text_digest, to_data
from clauses.drafts import assembled
from clauses.loading import load_library
from clauses.models import ClauseDeviation, ClauseVersion, ContractDraft
from clauses.services import DeviationRefused, choose_clauses, decide_deviation, record_deviation
from procurement.audit.models import Event
from procurement.documents import model
from procurement.organisations.models import Membership, Role
from tests.cast import organisation, person
from tests.clauses.assembly.builders import KG, WHO, clause
from tests.clauses.final_contracts import CHANGED, NOW, approved, changed, draft, final

pytestmark = pytest.mark.django_db

LOWER = clause("lower", rung="acceptable", more='instead_of = "text"\n')
REASON = "De leverancier vroeg dit."


@pytest.fixture(autouse=True)
def library() -> None:
    load_library(at=NOW, clauses=[clause("text", "1. Tekst."), clause("blank", "1. {who}.", more=WHO), LOWER])


def said(row: ContractDraft) -> dict[str, list[str]]:
    """By code, the provisions of the contract in words; a blank in brackets."""
    return {
        block.code: [
            "".join(
                piece.text if isinstance(piece, model.Run) else "[…]"
                for content in (part.content, *(point.content for point in part.points))
                for piece in content
            )
            for part in block.body
            if isinstance(part, model.Provision)
        ]
        for block in assembled(row).blocks
    }


def problems(row: ContractDraft) -> list[tuple[str, bool]]:
    return [(each.clause, each.blocking) for each in assembled(row).problems]


def record(row: ContractDraft, kind: str, code: str = "text", **more: object) -> ClauseDeviation:
    values = {"reason": REASON, "at": NOW, "actor": person(Role.OFFICER), **more}
    return record_deviation(draft=row, clause_code=code, kind=kind, **values)  # type: ignore[arg-type]


def test_a_changed_text_stands_in_the_contract_as_it_was_typed() -> None:
    row = draft()

    changed(row)

    assert said(row)["text"] == ["Wij leveren <b>{niets}</b> & meer.Eerste punt.**Tweede** punt."]
    assert problems(row) == [("text", True)]


def test_a_removed_clause_is_gone_and_an_added_one_comes_last() -> None:
    row = draft()

    record(row, "removed")
    record(row, "added", "", title="Extra", provisions=plain_provisions([("Extra tekst.", [])]))

    assert list(said(row)) == ["blank", "added-1"]
    assert said(row)["added-1"] == ["Extra tekst."]


def test_a_blank_that_the_new_text_has_not_is_no_longer_asked() -> None:
    row = draft()
    row.chosen.filter(version__clause__code="blank").update(values={"who": "Laagland"})

    record(row, "changed", "blank", provisions=plain_provisions([("Niemand.", [])]))

    assert assembled(row).open_variables == ()
    assert problems(row) == [("blank", True)]


def test_an_approved_deviation_no_longer_blocks() -> None:
    row = draft()

    approved(changed(row))

    assert problems(row) == []


@pytest.mark.parametrize("outcome", ["refused", "withdrawn"])
def test_after_a_refusal_or_withdrawal_the_model_stands_again(outcome: str) -> None:
    row = draft()
    deviation = changed(row)
    who = Role.OFFICER if outcome == "withdrawn" else Role.LAWYER

    decide_deviation(deviation=deviation, outcome=outcome, reason="Nee.", at=NOW, actor=person(who))

    assert said(row)["text"] == ["Tekst."]
    assert problems(row) == []


def test_the_newest_deviation_of_a_clause_counts() -> None:
    row = draft()
    approved(changed(row))

    record(row, "removed")

    assert list(said(row)) == ["blank"]
    assert problems(row) == [("text", True)]


def test_a_deviation_of_another_text_than_is_chosen_now_does_not_count() -> None:
    row = draft()
    changed(row)
    load_library(at=NOW, clauses=[clause("text", "1. Nieuw.", version=2)])
    wanted = [
        ClauseVersion.objects.get(clause__code="text", number=2),
        *ClauseVersion.objects.filter(clause__code="blank"),
    ]

    choose_clauses(
        draft=row, versions=wanted, revision=ContractDraft.objects.get().revision, at=NOW, actor=None
    )

    assert said(row)["text"] == ["Nieuw."]


def test_a_lower_rung_asks_for_its_approver() -> None:
    row = draft()
    lower = ClauseVersion.objects.filter(clause__code__in=("lower", "blank"))
    choose_clauses(draft=row, versions=lower, revision=1, at=NOW, actor=None)

    before = problems(row)
    deviation = record(row, "other-rung", "lower")
    waiting = problems(row)
    approved(deviation)

    assert (before, waiting, problems(row)) == ([("lower", True)], [("lower", True)], [])
    assert deviation.approver == "lawyer"


def test_a_deviation_that_waits_keeps_the_contract_from_being_final() -> None:
    row = draft()
    row.chosen.filter(version__clause__code="blank").update(values={"who": "Laagland"})
    deviation = changed(row)

    with pytest.raises(NotFinal):
        final(row)

    approved(deviation)
    assert final(row).number == 1


@pytest.mark.parametrize(
    ("kind", "code", "more"),
    [
        ("changed", "text", {}),
        ("changed", "unknown", {"provisions": CHANGED}),
        ("removed", "unknown", {}),
        ("removed", "text", {"provisions": CHANGED}),
        ("removed", "text", {"reason": "  "}),
        ("added", "", {"provisions": CHANGED}),
        ("added", "", {"title": "Extra"}),
    ],
)
def test_what_is_incomplete_is_refused(kind: str, code: str, more: dict[str, object]) -> None:
    row = draft()

    with pytest.raises(DeviationRefused):
        record(row, kind, code, **more)

    assert not row.deviations.exists()


@pytest.mark.parametrize(
    ("role", "of"),
    [(Role.OFFICER, "Amaranth"), (Role.CONTRACT_MANAGER, "Amaranth"), (Role.LAWYER, "Bellis")],
)
def test_only_the_approver_of_the_ladder_decides(role: Role, of: str) -> None:
    deviation = changed(draft())

    with pytest.raises(DeviationRefused):
        decide_deviation(deviation=deviation, outcome="approved", at=NOW, actor=person(role, of))


def test_whoever_runs_the_site_does_not_decide_in_the_place_of_the_lawyer() -> None:
    deviation, site = changed(draft()), User.objects.create_superuser("beheer")
    Membership.objects.create(organisation=organisation(), user=site, role=Role.LAWYER)

    with pytest.raises(DeviationRefused, match="Over deze afwijking besluit: Jurist"):
        decide_deviation(deviation=deviation, outcome="approved", at=NOW, actor=site)


def test_others_do_not_withdraw_and_nobody_decides_twice() -> None:
    deviation = changed(draft())

    with pytest.raises(DeviationRefused):
        decide_deviation(deviation=deviation, outcome="withdrawn", at=NOW, actor=person(Role.LAWYER))
    approved(deviation)
    with pytest.raises(DeviationRefused):
        decide_deviation(
            deviation=deviation, outcome="refused", reason="x", at=NOW, actor=person(Role.LAWYER)
        )


def test_recording_and_deciding_are_in_the_log() -> None:
    approved(changed(draft()))

    actions = [event.action for event in Event.objects.order_by("sequence")]
    assert actions[1:] == ["contract_deviation.recorded", "contract_deviation.decided"]


def test_a_text_comes_back_as_it_was_stored() -> None:
    read = clause("one", "1. **{who}** levert {kg} kg, zie [#one].\n   - Punt.", more=KG + WHO).nl

    again = from_data(to_data(read))

    assert to_data(again) == to_data(read)
    assert text_digest(again) == text_digest(read)
    assert text_digest(again) != text_digest(CHANGED)


@pytest.mark.parametrize(("kind", "code"), [("changed", "text"), ("added", "")])
def test_a_text_with_a_blank_that_does_not_exist_is_refused(kind: str, code: str) -> None:
    row = draft()

    with pytest.raises(DeviationRefused, match="sum"):
        record(row, kind, code, title="Extra", provisions=provisions("1. Boete {sum} euro."))

    assert row.deviations.count() == 0


def test_a_changed_text_keeps_the_blanks_of_its_clause() -> None:
    row = draft()

    record(row, "changed", "blank", provisions=provisions("1. Ook {who} tekent."))

    assert [each.variable.name for each in assembled(row).open_variables] == ["who"]

"""Guards up to the opening of the bids: the draft, its approval, deadlines and clarifications."""

from procurement.language import Text
from tenders.procedure.deadlines import has_passed
from tenders.procedure.facts import Facts
from tenders.procedure.moments import AMSTERDAM, moment_text
from tenders.procedure.time_limits import too_short


def nothing_open_in_the_check(facts: Facts) -> Text | None:
    if not facts.problems:
        return None
    return Text(
        nl="De toets heeft nog open punten: {count}. Los ze eerst op.",
        en="The check still has open points: {count}. Solve them first.",
    ).format(count=str(facts.problems))


def every_deviation_has_a_reason(facts: Facts) -> Text | None:
    """Comply or explain: the reason is printed in the documents."""
    if not facts.unreasoned:
        return None
    return Text(
        nl="{count} punten van de juridische toets wachten op een motivering van een jurist.",
        en="{count} points of the legality check wait for the reason of a lawyer.",
    ).format(count=str(facts.unreasoned))


def notice_is_not_planned_later(facts: Facts) -> Text | None:
    """The check holds the draft against the law and the time limits of the planned day."""
    if facts.notice_planned is None or facts.notice_planned <= facts.now.astimezone(AMSTERDAM).date():
        return None
    return Text(
        nl="De aankondiging staat in de planning op {day}. Publiceer op die dag, of wijzig de planning "
        "bij de juridische vragen.",
        en="The planning has the notice on {day}. Publish on that day, or change the planning "
        "among the legal questions.",
    ).format(day=f"{facts.notice_planned:%d-%m-%Y}")


def deadline_is_set(facts: Facts) -> Text | None:
    if facts.deadline is not None:
        return None
    return Text(
        nl="Het uiterste tijdstip van inschrijving ontbreekt. Vul het in bij de aanbesteding.",
        en="The deadline for bids is missing. Fill it in with the tender.",
    )


def deadline_lies_ahead(facts: Facts) -> Text | None:
    if facts.deadline is None or not has_passed(facts.deadline, facts.now):
        return None
    return Text(
        nl="Het uiterste tijdstip van inschrijving is voorbij: {moment}.",
        en="The deadline for bids has passed: {moment}.",
    ).format(moment=moment_text(facts.deadline))


def bidders_have_enough_time(facts: Facts) -> Text | None:
    """The shortest time limits of the act; in urgency, with its reason, the shorter ones."""
    if facts.deadline is None or has_passed(facts.deadline, facts.now):
        return None
    return too_short(facts.procedure, sent_at=facts.now, deadline=facts.deadline, is_urgent=facts.is_urgent)


def deadline_has_passed(facts: Facts) -> Text | None:
    if facts.deadline is None or has_passed(facts.deadline, facts.now):
        return None
    return Text(
        nl="Dit kan pas na het uiterste tijdstip van inschrijving: {moment}.",
        en="This can only be done after the deadline for bids: {moment}.",
    ).format(moment=moment_text(facts.deadline))


def a_lawyer_approved(facts: Facts) -> Text | None:
    if facts.is_approved:
        return None
    return Text(
        nl="Een jurist heeft deze versie nog niet goedgekeurd. Vraag om de juridische toets.",
        en="A lawyer has not approved this version yet. Ask for the legal check.",
    )


def another_person_approved(facts: Facts) -> Text | None:
    if facts.approver_is_tied:
        return Text(
            nl="Van u en wie deze versie goedkeurde heeft de een in de laatste dertig dagen de toegang van "
            "de ander hersteld. Iemand anders moet haar publiceren.",
            en="Of you and who approved this version, one reset the access of the other in the last thirty "
            "days. Somebody else has to publish it.",
        )
    if not facts.approver_is_actor:
        return None
    return Text(
        nl="U hebt deze versie zelf goedgekeurd. Iemand anders moet haar publiceren.",
        en="You approved this version yourself. Somebody else has to publish it.",
    )


def documents_are_not_being_changed(facts: Facts) -> Text | None:
    """What was published would otherwise stay open for change after the end."""
    if not facts.is_amending:
        return None
    return Text(
        nl="Een nota van inlichtingen heeft de stukken open voor wijziging. Publiceer of verwerp haar eerst.",
        en="A clarification has the documents open for change. Publish it or discard it first.",
    )


def no_clarification_is_open(facts: Facts) -> Text | None:
    if not facts.open_clarifications:
        return None
    return Text(
        nl="Er staat nog een nota van inlichtingen open. Publiceer haar of verwerp haar.",
        en="A clarification is still open. Publish it or discard it.",
    )

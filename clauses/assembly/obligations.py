"""What has to be done under a contract, by whom and when: one list for the contract manager.

KPIs, reports, proofs, tasks and reviews come from the duties of the clauses. A promise of the awarded bid
that fills a blank stands with the KPI of that blank; every other promise is a KPI of its own, held by the
general clause on promised values. A proof of the bid that ends during the contract is to be renewed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clauses.assembly.anchors import anchor_of
from clauses.assembly.assemble import Assembly
from clauses.assembly.award import NO_AWARD, Award, ExpiringProof, Promise
from clauses.assembly.clause import LibraryClause
from clauses.assembly.duties import duties_in, head_kpi
from clauses.assembly.duty import Duty, Within
from clauses.assembly.obligation import Measure, Obligation
from clauses.assembly.promised import GENERAL_CLAUSE
from clauses.assembly.reading import Reading
from procurement.documents import model
from procurement.holidays import working_days_before
from procurement.language import Text

PROOF_CLAUSE = "proof-register"
RENEWAL_TERM = "renewal_days"
"""Its blank: the working days before the end of a proof on which a new one is due."""
_RENEW = Text(nl="Vernieuwen: {name} {number}", en="Renew: {name} {number}")
_UNHELD = Text(nl="{title} (niet geborgd)", en="{title} (not secured)")
_AGREED = ("kpi-bonus-malus", "penalties")
"""The places of the clauses that set a consequence on every promise."""


def obligations(assembly: Assembly, award: Award = NO_AWARD) -> tuple[Obligation, ...]:
    """In the order of the contract; `by_date` sorts them."""
    reading = Reading(assembly)
    places = {clause.place: clause for clause in assembly.clauses}
    found = [
        _obligation(reading, clause, block, duty, _promise_for(clause, duty, award.promises), places)
        for clause, block in zip(assembly.clauses, assembly.blocks, strict=True)
        for duty in duties_in(assembly, clause)
    ]
    held = {each.promise for each in found}
    general = _general_kpi(assembly)
    for promise in award.promises:
        if promise not in held:
            found.append(
                _promised(reading, places, promise, general) if general else _unheld(reading, places, promise)
            )
    found += _renewals(reading, places, award.proofs)
    return tuple(found)


def unheld_promises(assembly: Assembly, award: Award) -> tuple[Promise, ...]:
    """Those that no KPI of a clause holds and the general clause does not prove."""
    if _general_kpi(assembly):
        return ()
    held = {
        _promise_for(clause, duty, award.promises)
        for clause in assembly.clauses
        for duty in duties_in(assembly, clause)
    }
    return tuple(each for each in award.promises if each not in held)


def _general_kpi(assembly: Assembly) -> Duty | None:
    """Where the general clause says that every promise is proven; None where its text no longer does."""
    general = next((each for each in assembly.clauses if each.place == GENERAL_CLAUSE), None)
    return head_kpi(duties_in(assembly, general)) if general else None


def by_date(found: Sequence[Obligation]) -> tuple[tuple[date, Obligation], ...]:
    """Each date of each obligation, the first first; what has no date is not in it."""
    dated = [(day, each) for each in found for day in each.dates]
    return tuple(sorted(dated, key=lambda pair: pair[0]))


def _promise_for(clause: LibraryClause, duty: Duty, promises: Sequence[Promise]) -> Promise | None:
    variable = _variable(clause, duty)
    if not variable:
        return None
    wanted = (clause.place, variable)
    return next((each for each in promises if (each.clause, each.variable) == wanted), None)


def _variable(clause: LibraryClause, duty: Duty) -> str:
    """The blank with the target of this KPI: its own, or that in the head of the clause."""
    if duty.kind != "kpi":
        return ""
    return duty.variable or (clause.kpi.variable if clause.kpi and duty.title is None else "")


def _obligation(
    reading: Reading,
    clause: LibraryClause,
    block: model.Clause,
    duty: Duty,
    promise: Promise | None,
    places: Mapping[str, LibraryClause],
) -> Obligation:
    values = reading.assembly.values[clause.code]
    return Obligation(
        kind=duty.kind,
        clause=clause.code,
        anchor=block.anchor,
        article=f"{reading.numbers[block.anchor]}.{duty.provision}",
        title=_title(clause, duty).to(reading.assembly.language),
        quote=reading.provision(block, duty.provision),
        rhythm=duty.rhythm,
        dates=reading.dates(clause, duty),
        within=_filled(duty.within, values),
        fixed=duty.fixed,
        months=values.get(duty.interval, "") if duty.interval else "",
        party=duty.party,
        measure=_measure(reading, clause, duty),
        promise=promise,
        consequences=tuple(anchor_of(place) for place in duty.consequences if place in places),
    )


def _title(clause: LibraryClause, duty: Duty) -> Text:
    if duty.title is not None:
        return duty.title
    return clause.kpi.title if clause.kpi else clause.title


def _filled(within: Within, values: Mapping[str, str]) -> Within | None:
    """The term with its number; None where it runs out at once or its blank is open."""
    amount = within.amount if within.amount.isdecimal() else values.get(within.amount, "")
    return Within(amount, within.unit) if amount.isdecimal() and int(amount) else None


def _measure(reading: Reading, clause: LibraryClause, duty: Duty) -> Measure | None:
    if duty.direction is None:
        return None
    unit = duty.unit or (clause.kpi.unit if clause.kpi else None)
    language = reading.assembly.language
    return Measure(
        target=reading.value(clause, _variable(clause, duty)),
        unit=unit.to(language) if unit else "",
        direction=duty.direction,
        proof=duty.proof.to(language) if duty.proof else "",
    )


def _promised(
    reading: Reading, places: Mapping[str, LibraryClause], promise: Promise, duty: Duty
) -> Obligation:
    """A promise that no blank holds, shown every reporting year by the general clause."""
    general = places[GENERAL_CLAUSE]
    anchor, language = anchor_of(GENERAL_CLAUSE), reading.assembly.language
    held = anchor_of(promise.clause) if promise.clause in places else anchor
    return Obligation(
        kind="kpi",
        clause=general.code,
        anchor=held,
        article=reading.numbers[held] if held != anchor else f"{reading.numbers[anchor]}.{duty.provision}",
        title=f"{promise.criterion} {promise.title}",
        quote=promise.quote or promise.asked,
        rhythm=duty.rhythm,
        dates=reading.dates(general, duty),
        measure=_promised_measure(promise, language),
        promise=promise,
        consequences=tuple(anchor_of(place) for place in _AGREED if place in places),
    )


def _unheld(reading: Reading, places: Mapping[str, LibraryClause], promise: Promise) -> Obligation:
    """A promise that no clause holds: it stays in sight, with the article of its subject if there is one."""
    language = reading.assembly.language
    anchor = anchor_of(promise.clause) if promise.clause in places else ""
    title = _UNHELD.format(title=f"{promise.criterion} {promise.title}")
    return Obligation(
        kind="kpi",
        clause=promise.clause,
        anchor=anchor,
        article=reading.numbers.get(anchor, ""),
        title=title.to(language),
        quote=promise.quote or promise.asked,
        rhythm="event",
        dates=(),
        measure=_promised_measure(promise, language),
        promise=promise,
    )


def _promised_measure(promise: Promise, language: str) -> Measure:
    return Measure(
        target=promise.stated.to(language),
        unit=promise.unit,
        direction=promise.direction,
        proof=promise.proof,
    )


def ending_proofs(assembly: Assembly, proofs: Sequence[ExpiringProof]) -> tuple[ExpiringProof, ...]:
    """Those that end before the contract does; none while its last day is open."""
    end = Reading(assembly).day("end_date")
    return tuple(each for each in proofs if end is not None and each.valid_until < end)


def _renewals(
    reading: Reading, places: Mapping[str, LibraryClause], proofs: Sequence[ExpiringProof]
) -> Iterator[Obligation]:
    """The proofs that end before the contract does, so many working days before their last day.

    With the provision that says so, where the text still has it.
    """
    clause = places.get(PROOF_CLAUSE)
    term = reading.assembly.values[clause.code].get(RENEWAL_TERM, "") if clause else ""
    if clause is None or not term.isdecimal():
        return
    duty = head_kpi(duties_in(reading.assembly, clause))
    anchor = anchor_of(clause.place)
    block = next(block for block in reading.assembly.blocks if block.anchor == anchor)
    for proof in ending_proofs(reading.assembly, proofs):
        title = _RENEW.format(name=proof.name, number=proof.number)
        yield Obligation(
            kind="proof",
            clause=clause.code,
            anchor=anchor,
            article=f"{reading.numbers[anchor]}.{duty.provision}" if duty else reading.numbers[anchor],
            title=title.to(reading.assembly.language).strip(),
            quote=reading.provision(block, duty.provision) if duty else "",
            rhythm="event",
            dates=(working_days_before(proof.valid_until, int(term)),),
        )

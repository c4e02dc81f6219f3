"""Reading the terms of a publication, as strictly as the tender beside them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from procurement.language import Text
from tenders.lifecycle.plan import Plan, read_plan
from tenders.lifecycle.statement import read_figure
from tenders.lint.draft import Legal, Reason
from tenders.lint.files import read_topic
from tenders.publication.model import CriterionTerms, LotTerms, RequirementTerms, Terms
from tenders.scorecard.model import CardRules
from tenders.scorecard.stored import UnreadableRules, parts_from_data, rules_from_data
from tenders.scoring.files import UnreadableTender
from tenders.scoring.files.fields import Fields
from tenders.scoring.problem import Problem

T = TypeVar("T")

_MOMENT = Text(
    nl="Hier hoort een datum of tijdstip, bijvoorbeeld 2026-10-30 of 2026-10-30T11:00:00+00:00.",
    en="A date or moment belongs here, for example 2026-10-30 or 2026-10-30T11:00:00+00:00.",
)


def read_terms(table: object) -> Terms:
    """Raises `UnreadableTender` naming each place that is wrong."""
    problems: list[Problem] = []
    fields = Fields(table, "publication", problems)
    terms = Terms(
        nature=fields.text("nature", required=True),
        procedure=fields.text("procedure", required=True),
        urgency=fields.text("urgency"),
        deadline=_converted(fields, "deadline", datetime.fromisoformat),
        contract_start=_converted(fields, "contract_start", date.fromisoformat),
        contract_end=_converted(fields, "contract_end", date.fromisoformat),
        lots=fields.mapping("lots", lambda _code, value, place: _lot(value, place, problems)),
        legal=read_topic(Legal, fields.take("legal"), "publication.legal", problems),
        reasons=fields.list("reasons", lambda value, place: read_topic(Reason, value, place, problems)),
    )
    fields.close()
    if problems:
        raise UnreadableTender(problems)
    return terms


def _lot(value: object, place: str, problems: list[Problem]) -> LotTerms:
    fields = Fields(value, place, problems)
    terms = LotTerms(
        description=fields.text("description"),
        cpv=fields.text("cpv"),
        estimated_value=fields.number_or_none("estimated_value"),
        card=_card(fields),
        life_cycle=_plan(fields),
        criteria=fields.mapping("criteria", lambda _code, entry, at: _criterion(entry, at, problems)),
        requirements=fields.mapping(
            "requirements", lambda _code, entry, at: _requirement(entry, at, problems)
        ),
    )
    fields.close()
    return terms


def _plan(fields: Fields) -> Plan | None:
    data = fields.take("life_cycle")
    return None if data is None else read_plan(data, fields.at("life_cycle"), fields.problems)


def _card(fields: Fields) -> CardRules:
    stated, required = fields.take("scorecard"), fields.take("suitability_parts")
    places = fields.number_or_none("shortlist_places")
    try:
        return CardRules(
            parts=rules_from_data([] if stated is None else stated),
            required=parts_from_data([] if required is None else required),
            places=None if places is None else int(places),
        )
    except UnreadableRules as unreadable:
        fields.wrong("scorecard", unreadable.fault.message)
        return CardRules()


def _criterion(value: object, place: str, problems: list[Problem]) -> CriterionTerms:
    fields = Fields(value, place, problems)
    terms = CriterionTerms(
        catalogue_code=fields.text("catalogue_code"),
        evidence_kind=fields.text("evidence_kind"),
        theme=fields.text("theme"),
        figure=read_figure(fields.take("figure"), fields.at("figure"), problems),
    )
    fields.close()
    return terms


def _requirement(value: object, place: str, problems: list[Problem]) -> RequirementTerms:
    fields = Fields(value, place, problems)
    terms = RequirementTerms(kind=fields.text("kind"), catalogue_code=fields.text("catalogue_code"))
    fields.close()
    return terms


def _converted(fields: Fields, name: str, convert: Callable[[str], T]) -> T | None:
    text = fields.text(name)
    if not text:
        return None
    try:
        return convert(text)
    except ValueError:
        fields.wrong(name, _MOMENT)
        return None

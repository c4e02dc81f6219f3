"""The scales of an organisation, ready to be copied into the levels of a criterion."""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.organisations.models import Organisation
from tenders.figures import typed
from tenders.forms.rows import Row
from tenders.models import Scale


@dataclass(frozen=True, slots=True)
class OwnScale:
    title: str
    levels: list[Row]  # as they are shown in the form


Scales = Mapping[str, OwnScale]


def scales_of(organisation: Organisation) -> Scales:
    rows = Scale.objects.filter(organisation=organisation).prefetch_related("levels")
    return {str(row.pk): OwnScale(row.title, _levels(row)) for row in rows}


def _levels(row: Scale) -> list[Row]:
    return [
        {
            "code": level.code,
            "title": level.title,
            "share": typed(level.share),
            "description": level.description,
        }
        for level in row.levels.all()
    ]

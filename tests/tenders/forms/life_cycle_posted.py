"""The form of a calculation as a browser sends it."""

from datetime import date

from django.http import QueryDict

from tenders.forms.life_cycle.plan import PlanForm
from tenders.forms.rows import RowsField


def posted(form: PlanForm) -> QueryDict:
    """What the browser sends back of a page that nobody touched."""
    data = QueryDict(mutable=True)
    for name, field in form.fields.items():
        value = form.initial.get(name)
        if isinstance(field, RowsField):
            for place, row in enumerate(value or []):
                for column in field.columns:
                    data[f"{name}-{place}-{column.name}"] = row.get(column.name, "")
        elif isinstance(value, list):
            data.setlist(name, value)
        elif value is not None:
            data[name] = value.isoformat() if isinstance(value, date) else str(value)
    return data

"""A field of evidence as a browser sends it."""

from django.http import QueryDict

from tenders.forms.tree import TreeForm
from tenders.models import Lot


def posted(lot: Lot, **changed: str) -> TreeForm:
    """The editor as the browser posts it for one loose criterion of a quantity, with some fields changed."""
    fields = {
        "code": "Q1",
        "title": "Terugname",
        "weight": "100",
        "kind": "quantity",
        "method": "absolute-linear",
        "direction": "higher",
        "par_floor": "0",
        "par_ceiling": "100",
        "par_outside": "clip",
    }
    data = QueryDict(mutable=True)
    data.update({"node": "n1"} | {f"n1-{name}": value for name, value in (fields | changed).items()})
    return TreeForm.posted(lot, data)

"""What one lot publishes about calculation: the devices, the methods and every parameter."""

from tenders.lifecycle.plan.check import problems_of_plan
from tenders.lifecycle.plan.plan import (
    CostTerms,
    DataCentreTerms,
    DeviceKind,
    FootprintTerms,
    Plan,
    SoftwareTerms,
)
from tenders.lifecycle.plan.reading import plan_from_data, read_plan
from tenders.lifecycle.plan.writing import plan_as_data

__all__ = [
    "CostTerms",
    "DataCentreTerms",
    "DeviceKind",
    "FootprintTerms",
    "Plan",
    "SoftwareTerms",
    "plan_as_data",
    "plan_from_data",
    "problems_of_plan",
    "read_plan",
]

"""A target for circularity."""

from tenders.lifecycle.circularity.target import Target
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.unit import DEVICE, NUMBER

TARGET = Target(
    category="laptops", year=2027, least=quantity("0.3", NUMBER), planned=quantity("1000", DEVICE)
)

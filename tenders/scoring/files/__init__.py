"""One tender as a TOML or JSON file: strict reading, canonical writing. The format: docs/score.md."""

from tenders.scoring.files.reading import from_data, from_json, from_toml, load, read
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.scoring.files.writing import canonical, parameters_data, to_data

__all__ = [
    "UnreadableTender",
    "canonical",
    "from_data",
    "from_json",
    "from_toml",
    "load",
    "parameters_data",
    "read",
    "to_data",
]

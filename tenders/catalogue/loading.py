"""The catalogue as it stands in `items/*.toml`, read once and on first use.

A file may state `review_by`, `group`, `kind`, `theme` and `ambition` at the top for all its items.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from procurement.registry import Registry
from tenders.catalogue.model import CatalogueItem
from tenders.catalogue.reading import read_item
from tenders.catalogue.tables import Place, refuse_unknown

ITEMS = Path(__file__).parent / "items"
_DEFAULTS = frozenset({"review_by", "group", "kind", "theme", "ambition"})


@cache
def catalogue() -> Registry[CatalogueItem]:
    return Registry(read_items(ITEMS))


def read_items(folder: Path) -> Iterator[CatalogueItem]:
    for path in sorted(folder.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        place = Place(path.name)
        refuse_unknown(document, _DEFAULTS | {"item"}, place)
        shared = {name: document[name] for name in _DEFAULTS & document.keys()}
        for table in document.get("item", ()):
            yield read_item({**shared, **table}, place)

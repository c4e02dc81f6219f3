"""Every act, article and guidance that criteria, methods, requirements and clauses may cite.

Codes: an article is "aw2012:2.115(4)" (act, article, paragraph), guidance has one short word,
such as "gpp-computers", "iso-14067" or "c-532-06".
"""

from procurement.citations.loading import load_citations
from procurement.law import Citation
from procurement.registry import Registry

CITATIONS: Registry[Citation] = Registry(load_citations())


def cite(code: str) -> Citation:
    """The citation with this code; `UnknownCode` names the codes that exist."""
    return CITATIONS[code]

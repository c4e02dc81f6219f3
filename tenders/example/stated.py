"""What a bid of the example states for the calculation of its lot: the figures of its motivations."""

from procurement.numbers import plain
from tenders.example.model import Product

_EVIDENCE = "{report}, met bijlage 4 bij de inschrijving (voorbeeld)"


def statement_of(
    product: Product, *, kind: str, boundaries: dict[str, str], standards: dict[str, str]
) -> dict[str, str]:
    """By input of the calculation. `boundaries` and `standards`: by what is declared, as published."""
    assert product.lifetime is not None, "a product with a statement has a lifetime"
    assert product.end_of_life is not None, "a product with a statement has a value for the end of its life"
    values = {
        "energy": product.energy,
        "production": product.production,
        "transport": product.transport,
        "end_of_life": product.end_of_life,
    }
    evidence = _EVIDENCE.format(report=product.report)
    given = {f"{kind}:lifetime": str(product.lifetime), f"{kind}:lifetime.evidence": evidence}
    for declared, value in values.items():
        given |= {
            f"{kind}:{declared}.value": plain(value),
            f"{kind}:{declared}.standard": standards[declared],
            f"{kind}:{declared}.boundary": boundaries[declared],
            f"{kind}:{declared}.year": str(product.reported.year),
            f"{kind}:{declared}.evidence": evidence,
        }
    return given

"""What the figures have in common that stand beside the life-cycle cost."""

from tenders.lifecycle.cost.kind import Measure


class MeasuresNothing:
    """A figure that counts nothing which the life-cycle cost counts too, so it keeps nothing out of that."""

    __slots__ = ()

    @property
    def measures(self) -> frozenset[Measure]:
        return frozenset()

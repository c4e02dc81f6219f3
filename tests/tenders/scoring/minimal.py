"""The smallest tender file, and the problems of a changed one."""

import pytest

from tenders.scoring.files import (
    UnreadableTender,
    from_toml,
)

MINIMAL = """
reference = "T"
title = "T"
authority = "A"
[[lots]]
code = "1"
title = "L"
[lots.award]
method = "weighted-points"
points = "100"
rounding = { places = 2, at = "total" }
[[lots.criteria]]
code = "price"
title = "Price"
weight = "100.00"
kind = "price"
method = "absolute-linear"
parameters = { floor = "0", ceiling = "100", outside = "clip" }
[[lots.bids]]
code = "A"
name = "A"
values = { price = "12.50" }
"""


def problems(text: str) -> list[str]:
    with pytest.raises(UnreadableTender) as refusal:
        from_toml(text)
    return [problem.to("en") for problem in refusal.value.problems]

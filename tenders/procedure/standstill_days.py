"""How long the standstill is at least."""

SHORTEST = 20  # calendar days, art. 2.127 lid 3

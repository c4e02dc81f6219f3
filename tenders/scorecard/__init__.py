"""The supplier scorecard: ISO 14001 or equal, energy-efficient products, circularity. Pure: no Django.

`scorecard(evidence, on=deadline)` gives a line for each part, with the points, the evidence that
counted, why other evidence did not, and until when it holds. `uses.py` says where it may be used.
"""

"""Forms about what a lot calculates: the calculation, what criteria take from it, and other values to try."""

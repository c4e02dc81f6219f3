"""The annex to the tender documents: what we ask, how it is weighed, scored, rounded and ranked."""

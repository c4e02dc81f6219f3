"""The letters to bidders: the award decision with its reasons, and the end of a lot without an award."""

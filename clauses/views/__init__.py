"""Pages of the clauses app that do not fit the admin."""

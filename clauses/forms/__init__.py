"""Forms of the clauses app: starting a draft and filling in its blanks."""

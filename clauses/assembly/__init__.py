"""The clause library as values: what a clause says, when it applies, and how clauses become one contract.

Nothing here knows Django. `library` reads the reviewed files, `assemble` turns chosen clauses into the
blocks of a document.
"""

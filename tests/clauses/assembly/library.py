"""Every version in the library, and the newest of each clause."""

from clauses.assembly.library import newest, read_library

LIBRARY = read_library()


CLAUSES = newest(LIBRARY)

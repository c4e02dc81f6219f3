"""A strict reader of zip containers: what is said twice must be the same, and every byte is accounted for.

The standard library's reader is lenient where office programs differ from each other: it takes data
before and after the archive, two names for one entry and sizes that are not true. A file that two
programs read differently is exactly what a forger wants, so here it is refused.
"""

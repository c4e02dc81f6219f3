"""Pages about what a lot calculates over the life of what it buys."""

"""Documents as values: a typed tree of text and sheets, rendered by writers that never read a database."""

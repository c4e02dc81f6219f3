"""The words that text rules look for: patterns and a small Dutch and English vocabulary, no model."""

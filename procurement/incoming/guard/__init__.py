"""The guard: looks at every byte of a file before any parser of documents does."""

from procurement.incoming.guard.package import Package, examine

__all__ = ["Package", "examine"]

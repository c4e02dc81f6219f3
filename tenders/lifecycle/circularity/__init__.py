"""Circularity: measured promises, combined by published steps and bands. A label alone earns nothing."""

"""Template tags of the tender pages."""

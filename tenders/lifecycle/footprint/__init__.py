"""Carbon footprint on four axes, of software, and of the data centre that it runs in."""

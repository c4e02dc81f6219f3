"""Settings: `base` runs out of the box, `production` refuses unsafe values, `test` is for the suite."""

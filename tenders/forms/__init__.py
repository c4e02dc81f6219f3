"""Forms of the officer's screens; every number goes through `tenders.forms.fields`."""

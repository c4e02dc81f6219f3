"""One believable tender to look at and to test with: laptops, docking stations and monitors for a "
"ministry."""

"""The nota van inlichtingen: a document of answers and changes that goes to every bidder at once."""

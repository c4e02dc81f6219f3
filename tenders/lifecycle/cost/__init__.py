"""Life-cycle cost of buying, leasing and as a service: one method, one horizon, one function for all bids."""

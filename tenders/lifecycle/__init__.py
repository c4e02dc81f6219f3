"""Life-cycle cost, carbon footprint and circularity, pure: every figure carries its unit and its working."""

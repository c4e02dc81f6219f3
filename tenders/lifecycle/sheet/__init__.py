"""What people see of the figures of a bid: rows with their formula, tables by year, and charts."""

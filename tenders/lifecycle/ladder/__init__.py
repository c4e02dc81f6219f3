"""The CO2 Performance Ladder: which version holds, what a level is worth, and what an unproven one costs."""

"""What a tender publishes about its calculation: the data that bidders supply, and the method."""

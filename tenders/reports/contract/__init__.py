"""The draft contract: clauses chosen from the library, with the winner's promises as an annex."""

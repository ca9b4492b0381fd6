"""Extra Mile."""

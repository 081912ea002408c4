"""Actions and indicators: the facts of one row."""

"""The document held against itself: what was lost, left over, counted otherwise, or doubtful."""

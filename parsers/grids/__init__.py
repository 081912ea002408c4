"""Rules and shading to grids."""

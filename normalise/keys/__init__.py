"""Where a document explains its signs, in whatever form, and the legend that comes of it."""

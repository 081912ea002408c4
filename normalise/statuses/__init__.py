"""How a row stands: which of its cells, signs, colours and headings say so, and what they mean."""

"""Makes the zoo: one module for each invented publisher, each with a `make(path)` that prints it."""

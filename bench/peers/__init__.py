"""One module a way of reading, each with `NAME` and `read_document(path)`."""

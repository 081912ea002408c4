"""What one sign, word or line of a key says, and which is the same as another."""

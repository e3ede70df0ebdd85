"""A paper as a Word file: the base file with its look, the body over it, and the reading back."""

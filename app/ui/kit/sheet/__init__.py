"""A table that behaves as Excel does: A's table, and the lists of people, departments and partners."""

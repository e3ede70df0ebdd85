"""What the handbook says of this company: levels, measures, balance, progress."""

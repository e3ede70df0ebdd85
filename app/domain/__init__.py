"""What the handbook means: pure values and functions. No Qt, no files, no SQL."""

"""Table models over the company: lists of ours, sorted and filtered in Python."""

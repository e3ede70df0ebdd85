"""What a form is, and what a company answers: parts, conditions, facts, tables, own wording, blanks."""

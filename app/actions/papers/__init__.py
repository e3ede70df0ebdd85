"""What a person does with papers: make, list, issue, sign, sets, revise, own wording."""

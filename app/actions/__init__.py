"""What a person does, one short named function each. No Qt: the window and the command line call the same functions."""

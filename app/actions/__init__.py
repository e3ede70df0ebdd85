"""What a person does, one short named function each. No Qt: the window and the command line call the same functions.

A step says no in one of two ways. What the owner's own input makes impossible (a day that is none, a row that is used, an article
that has to stay) is *returned*: one sentence to stand where it was typed, "" when it is done. What the world refuses (a disk, a file, a
paper that cannot be made) is *raised*: a MamoriError with its three parts. What is made or looked up is handed out, or else raised.
"""

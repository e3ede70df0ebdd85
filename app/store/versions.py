"""The two numbers in a ledger's first page by which it is known, read before anything else."""

APPLICATION_ID = 0x4D414D4F  # "MAMO": written into the file so that it is known as ours
LATEST = 1  # how many migrations there are; a test keeps it so

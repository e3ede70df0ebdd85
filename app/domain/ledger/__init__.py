"""What one company's ledger says: its records, the company as one value, its people, places, readers, seats and agreements."""

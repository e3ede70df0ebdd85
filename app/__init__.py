"""まもり帳 (Mamoricho): a factory's own register of its secrets, and the papers that follow from it."""

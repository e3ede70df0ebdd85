"""What is checked in the bundled forms before anybody sees them."""

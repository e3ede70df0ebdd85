"""What the bundled texts are: the library, cases, tables of contents."""

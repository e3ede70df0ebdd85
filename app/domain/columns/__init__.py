"""A list as a table: fields as text and back, cells, lines, pasting. Screen, clipboard and Excel share it."""

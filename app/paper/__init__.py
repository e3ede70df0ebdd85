"""The document tree painted with Qt, without widgets: preview pictures, printer and PDF show the same pages."""

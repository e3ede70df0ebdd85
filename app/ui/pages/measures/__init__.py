"""C 対策."""

from app.ui.pages.measures.page import PAGE as PAGE

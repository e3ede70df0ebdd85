"""書類."""

from app.ui.pages.papers.page import PAGE as PAGE

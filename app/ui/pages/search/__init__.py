"""さがす."""

from app.ui.pages.search.page import PAGE as PAGE

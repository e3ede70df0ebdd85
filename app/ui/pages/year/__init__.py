"""年間の予定."""

from app.ui.pages.year.page import PAGE as PAGE

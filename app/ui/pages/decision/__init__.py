"""B 秘密の決定."""

from app.ui.pages.decision.page import PAGE as PAGE

"""X 社内体制."""

from app.ui.pages.structure.page import PAGE as PAGE

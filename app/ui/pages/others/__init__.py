"""Y 他社の情報."""

from app.ui.pages.others.page import PAGE as PAGE

"""台帳と設定."""

from app.ui.pages.ledger.page import PAGE as PAGE

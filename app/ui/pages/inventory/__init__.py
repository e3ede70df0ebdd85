"""A 洗い出し."""

from app.ui.pages.inventory.page import PAGE as PAGE

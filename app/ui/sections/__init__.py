"""The sections of 台帳と設定, one file each. A section says its key, its title and the two lines of the footer."""

"""The days that matter: what is needed when something happens."""

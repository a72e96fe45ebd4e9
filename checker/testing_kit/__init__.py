"""What tests of packs and plugins use; `checker.testing` offers it."""

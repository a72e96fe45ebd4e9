"""Frozen types of the field; standard library only."""

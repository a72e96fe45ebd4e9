"""Reads YAML strictly and says in plain words what is wrong; `checker.yaml_source` is its face."""

"""Checks YAML against schemas and walks through it with places kept, on top of `checker.yaml_source`."""

"""
Loads plugins, calls each on its own, and watches over those of third parties; `checker.plugin_manager` is its face.
"""

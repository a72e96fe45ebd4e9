"""Cannot be imported."""

raise ImportError("it needs a library that is not installed")

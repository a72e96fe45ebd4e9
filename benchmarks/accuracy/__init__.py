"""Measures how well the checker reads labelled narratives. Run it with `benchmarks/accuracy/run`."""

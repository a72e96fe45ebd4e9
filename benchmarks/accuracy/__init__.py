"""Measures how well the checker reads narratives that people have labelled. Run it with `benchmarks/accuracy/run`."""

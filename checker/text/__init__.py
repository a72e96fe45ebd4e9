"""Words: folding, inflection, dates in words, personal data, figures and citations as they stand."""

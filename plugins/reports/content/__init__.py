"""What every human report says, in which order; the formats only lay it out."""

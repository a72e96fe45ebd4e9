"""How completely and how rightly files are read: what independent programs wrote is compared with what was read."""

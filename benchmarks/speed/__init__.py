"""How long things take, beside what others take for the like."""

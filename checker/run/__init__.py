"""From files to what a run keeps of them: found, read, marked, in this process or in workers."""

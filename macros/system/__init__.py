"""The machine: cores, memory, files on disk, and what to say where it refuses."""

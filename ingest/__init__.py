"""Run it: find documents, read each in a process of its own with limits, load them one after the other."""

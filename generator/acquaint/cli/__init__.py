"""The command line: the only place that reads the clock, the working folder and the environment, and that prints."""

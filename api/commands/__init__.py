"""One file per command. Heavy imports wait inside the functions, so that ``--help`` is quick."""

"""``tactful eval``: arguments enter, tables are written, an exit code leaves."""

"""The rules and the ledger in the clothes of other eval runners.

Each module is imported by the one who uses that runner, and only it imports the runner.
"""

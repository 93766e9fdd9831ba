"""The kinds of rules, one module each.

An ``Analysis`` and a ``Rule`` enter; findings leave.
"""

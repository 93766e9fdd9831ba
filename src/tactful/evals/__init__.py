"""Evals: suites of cases, the scores of what came out, and whether a change made it worse.

Suite files, an engine and a rule book enter; recorded runs, comparisons and a gate's decision leave.
Recording and deciding are two things: a run records, a gate decides on a finished run and costs nothing.
"""

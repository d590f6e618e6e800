"""Measures of the house. Each script prints a table and can write it to benchmarks/results."""

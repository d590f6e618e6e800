"""Measures of the house. Each script prints what it measured; results/ keeps what came out, by date."""

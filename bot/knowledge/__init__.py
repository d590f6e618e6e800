"""What people who do not code write in `knowledge/`: loaded, checked, and handed out as frozen dataclasses."""

"""`guichet serve`: starts and watches the three processes, the page first. Knows commands and ports, nothing else."""

"""What the commands of `guichet` do, one a file; `bot.cli` only declares them."""

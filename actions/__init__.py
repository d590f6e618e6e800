"""What Rasa may do: one action a file, thin over `bot.conversation`."""

"""The gate: what runs inside the Rasa server that is neither understanding nor dialogue. Loopback only."""

"""Pages and JSON of the surfaces. Cleans and redacts what comes in; knows neither rasa nor the understanding."""

"""The bundled reader: a small network that reads a question and a sentence together."""

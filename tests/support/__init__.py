"""What the tests stand on: the project, its built site, a server for it, a browser tab."""

"""What goes wrong around a build: killed, stopped, crowded out, at odd hours. `make chaos` goes on longer."""

"""The simulation: the other members of a session, played over real sockets."""

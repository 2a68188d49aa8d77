"""A small room for the stories of realtime: people say things, and vote."""

"""OParl 1.1: released things for anybody to read."""

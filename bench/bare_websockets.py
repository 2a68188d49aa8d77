"""The bare tool: ``websockets`` that sends the same bytes to everyone when anyone says a word."""

import argparse
import asyncio
from pathlib import Path

from websockets.asyncio.server import ServerConnection, broadcast, serve


async def main(port: int, payload: Path) -> None:
    text = payload.read_text(encoding="utf-8")
    crowd: set[ServerConnection] = set()

    async def visit(connection: ServerConnection) -> None:
        if connection.request is not None and connection.request.path == "/trigger":
            async for _word in connection:
                broadcast(crowd, text)
            return
        crowd.add(connection)
        await connection.send('{"t":"hello"}')
        try:
            await connection.wait_closed()
        finally:
            crowd.discard(connection)

    async with serve(visit, "127.0.0.1", port, backlog=4096, open_timeout=60):
        print("listening", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--payload", type=Path)
    given = parser.parse_args()
    asyncio.run(main(given.port, given.payload))

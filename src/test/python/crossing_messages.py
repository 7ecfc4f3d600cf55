"""Sends requests to a kernel while replies arrive, and counts the replies.

Usage: python crossing_messages.py FOLDER_OF_BRIDGE FOLDER_OF_KERNELSPEC SCRATCH_FOLDER

The pause before each request keeps the bridge from reading its sockets, so that replies are waiting when it sends.
"""

import asyncio
import sys
import time
from pathlib import Path

REQUESTS = 20
PAUSE = 0.08  # seconds; the kernel answers a request in about 50 ms
LIMIT = 30  # seconds


async def main(spec, scratch):
    from bridge import Bridge

    terminal = {stream: str(Path(scratch) / stream) for stream in ("stdout", "stderr")}
    bridge = Bridge({"spec": spec, "folder": scratch, **terminal})
    answered = set()
    bridge.send = lambda **line: answered.add(line["id"]) if "reply" in line else None
    await bridge.start({})
    for number in range(REQUESTS):
        time.sleep(PAUSE)
        bridge.ask({"id": number, "op": "complete", "code": "Mat", "cursor": 3})
        await asyncio.sleep(0)
    end = time.monotonic() + LIMIT
    while len(answered) < REQUESTS and time.monotonic() < end:
        await asyncio.sleep(0.1)
    await bridge.manager.shutdown_kernel(now=True)
    print(f"{len(answered)} of {REQUESTS} answered")


sys.path.insert(0, sys.argv[1])
asyncio.run(main(sys.argv[2], sys.argv[3]))

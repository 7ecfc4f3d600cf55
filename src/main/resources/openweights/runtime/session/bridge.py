"""Connects Java to a Jupyter kernel: reads and writes JSON lines.

A request is {"id": n, "op": name, ...}. Each request gets one reply, {"id": n, "reply": {...}}. What the kernel publishes
for a request is passed on as {"id": n, "publish": {"type": ..., "content": {...}}}. {"died": true} reports that the
kernel's process has ended.
"""

import asyncio
import json
import sys
from pathlib import Path
from queue import Empty

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager

# Seconds. Sending on a socket can swallow the wake-up for a message that arrives at that moment, and then there is none
# for later messages either. So no wait is unlimited: each new one starts by checking for messages.
POLL_INTERVAL = 0.1


class Bridge:
    def __init__(self, options):
        spec = Path(options["spec"])
        self.options = options
        self.manager = AsyncKernelManager(
            kernel_name=spec.name,
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(spec.parent)], ensure_native_kernel=False),
        )
        self.requests = {}  # message id -> request id
        self.subscribed = asyncio.Event()  # set when the first published message arrives
        self.pumps = []

    def send(self, **line):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    async def start(self, request):
        # Never closed, because the manager passes the same files to the process of a restarted kernel.
        terminal = {stream: open(self.options[stream], "ab") for stream in ("stdout", "stderr")}
        await self.manager.start_kernel(cwd=self.options["folder"], **terminal)
        return await self.connect()

    async def connect(self):
        self.client = self.manager.client()
        self.client.start_channels(stdin=False, hb=False)
        self.subscribed.clear()
        self.pumps = [
            asyncio.create_task(self.pump(self.client.get_shell_msg, self.on_reply)),
            asyncio.create_task(self.pump(self.client.get_iopub_msg, self.on_publish)),
        ]
        while not self.subscribed.is_set():
            self.client.kernel_info()
            await asyncio.wait([asyncio.create_task(self.subscribed.wait())], timeout=0.5)
            if not await self.manager.is_alive():
                raise RuntimeError("the kernel's process ended while it was starting")
        self.pumps.append(asyncio.create_task(self.watch()))
        return {"pid": self.manager.provisioner.pid}

    async def pump(self, receive, consume):
        while True:
            try:
                consume(await receive(timeout=POLL_INTERVAL))
            except Empty:
                pass  # poll again

    async def watch(self):
        while await self.manager.is_alive():
            await asyncio.sleep(0.2)
        self.send(died=True)

    def on_reply(self, message):
        request = self.requests.get(message["parent_header"].get("msg_id"))
        if request is not None:
            self.send(id=request, reply=message["content"])

    def on_publish(self, message):
        self.subscribed.set()
        request = self.requests.get(message["parent_header"].get("msg_id"))
        if request is not None:
            published = {"type": message["msg_type"], "content": message["content"]}
            self.send(id=request, publish=published)

    def ask(self, request):
        op = request["op"]
        if op == "execute":
            message = self.client.execute(
                request["code"], stop_on_error=request["stop_on_error"], allow_stdin=False
            )
        elif op == "complete":
            message = self.client.complete(request["code"], request["cursor"])
        elif op == "inspect":
            message = self.client.inspect(request["code"], request["cursor"], request["detail"])
        else:
            raise ValueError("unknown operation " + op)
        self.requests[message] = request["id"]

    async def interrupt(self, request):
        await self.manager.interrupt_kernel()
        return {}

    async def restart(self, request):
        self.disconnect()
        await self.manager.restart_kernel(now=False)
        return await self.connect()

    async def shutdown(self, request):
        self.disconnect()
        self.manager.shutdown_wait_time = request["patience"]  # seconds before it is killed
        await self.manager.shutdown_kernel()
        return {}

    def disconnect(self):
        for pump in self.pumps:
            pump.cancel()
        self.client.stop_channels()
        self.requests.clear()

    async def handle(self, request):
        operations = {"start": self.start, "interrupt": self.interrupt, "restart": self.restart, "shutdown": self.shutdown}
        try:
            if request["op"] in operations:
                self.send(id=request["id"], reply=await operations[request["op"]](request))
            else:
                self.ask(request)
        except Exception as problem:
            self.send(id=request["id"], reply={"failed": f"{type(problem).__name__}: {problem}"})

    async def serve(self):
        loop = asyncio.get_running_loop()
        tasks = set()
        try:
            while line := await loop.run_in_executor(None, sys.stdin.readline):
                # A request runs immediately up to its first wait, so executions keep their order.
                task = asyncio.create_task(self.handle(json.loads(line)))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
        finally:
            if self.manager.has_kernel:
                await self.manager.shutdown_kernel(now=True)


async def main():
    await Bridge(json.loads(sys.argv[1])).serve()


if __name__ == "__main__":
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    asyncio.run(main())

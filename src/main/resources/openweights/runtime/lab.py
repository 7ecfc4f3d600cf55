"""Runs JupyterLab until its standard input ends, so that it never outlives ./course lab.

Ctrl-C in the terminal reaches every process there. JupyterLab and its kernels ignore it: ./course lab
receives it too and then closes this input, which shuts down the server and its kernels.
"""

import os
import signal
import sys
import threading

from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import main


def end_with_input():
    sys.stdin.buffer.read()
    if not ServerApp.initialized():
        os._exit(0)
    server = ServerApp.instance()
    server.io_loop.add_callback(server.stop)


signal.signal(signal.SIGINT, signal.SIG_IGN)
threading.Thread(target=end_with_input, daemon=True).start()
sys.exit(main())

"""What the hub does for a student at each start of a server. Written by ./course hub."""

import asyncio
import errno
import grp
import os
import pwd
import re
import shutil
import socket
import sys
from urllib.parse import urlparse

from jupyterhub.utils import wait_for_server

# A server writes its settings and copies of the notebooks, a few MB.
NEEDED_BYTES = 50 << 20


class NotPossible(Exception):
    """The student reads the message on the page instead of a server, the administrator in the log."""

    def __init__(self, message):
        super().__init__(message)
        self.jupyterhub_message = message


def prepare(hand_in, instructors):
    """For students who are Unix users: checks the home, makes the folder for handing in."""

    def hook(spawner):
        user = unix_user(spawner.user.name)
        require_home(user.pw_name, user.pw_dir)
        hand_in_folder(hand_in, user.pw_name, user.pw_uid, group(instructors))

    return hook


def prepare_own(homes, hand_in):
    """For a trial in which all servers run as the user who runs the hub."""

    def hook(spawner):
        name = spawner.user.name
        home_folder(homes, name, os.getuid(), os.getgid())
        hand_in_folder(hand_in, name, os.getuid(), os.getgid())

    return hook


def prepare_container(homes, hand_in, instructors, uid):
    """For containers, in which every student is the same user but sees two own folders only."""

    def hook(spawner):
        name = spawner.user.name
        home_folder(homes, name, uid, uid)
        hand_in_folder(hand_in, name, uid, group(instructors))

    return hook


def unix_user(name):
    try:
        return pwd.getpwnam(name)
    except KeyError:
        raise NotPossible(f"This machine has no user {name}. The administrator can add one: useradd --create-home {name}")


def group(name):
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        raise NotPossible(
            f"This machine has no group {name}, whose members read what students hand in. The administrator can make it "
            f"and add each instructor: groupadd {name}; usermod --append --groups {name} LOGIN"
        )


def require_home(name, home):
    if not os.path.isdir(home):
        raise NotPossible(f"{name} has no home folder: {home} does not exist. The administrator can make it: mkhomedir_helper {name}")
    free = shutil.disk_usage(home).free
    if free < NEEDED_BYTES:
        raise NotPossible(
            f"The disk of {home} is full: {free >> 20} MB are free, and a server needs {NEEDED_BYTES >> 20} MB. "
            "Nothing is lost. Delete files in a terminal outside the hub, or ask the administrator to make room."
        )


def home_folder(homes, name, uid, gid):
    """A home, in a folder that students can enter but not list."""
    os.makedirs(homes, exist_ok=True)
    os.chmod(homes, 0o711)
    folder(os.path.join(homes, name), uid, gid, 0o700)
    require_home(name, os.path.join(homes, name))


def hand_in_folder(hand_in, name, uid, gid):
    """A student's folder, in a folder that students can enter and only instructors can list."""
    os.makedirs(hand_in, exist_ok=True)
    os.chown(hand_in, -1, gid)
    os.chmod(hand_in, 0o751)
    folder(os.path.join(hand_in, name), uid, gid, 0o2770)


def folder(path, uid, gid, mode):
    """Makes a folder, and at each start restores its owner, group, and mode."""
    if not os.path.isdir(path):
        # Until it has its owner, only the hub can enter it.
        os.mkdir(path, 0o700)
    if os.stat(path).st_uid in (uid, os.getuid()):
        os.chown(path, uid, gid)
        os.chmod(path, mode)


def watched(spawner_class):
    """The same spawner, but it notices at once if a server ends before it answers.

    JupyterHub itself would wait for the answer until http_timeout has passed.
    """

    class Watched(spawner_class):
        async def start(self):
            place = await super().start()
            await answer_or_end(self, *place)
            return place

    return Watched


async def answer_or_end(spawner, ip, port):
    answer = asyncio.ensure_future(wait_for_server(ip, port, timeout=spawner.http_timeout))
    while not answer.done():
        status = await spawner.poll()
        if status is not None:
            answer.cancel()
            raise ended(spawner, status)
        await asyncio.wait([answer], timeout=1)


def ended(spawner, status):
    """Servers on the hub's machine write into the hub's log themselves; containers and jobs have logs of their own."""
    name = spawner.user.name
    spawner.log.error("The server of %s ended with status %s before it answered; its last lines are above.", name, status)
    return NotPossible(
        f"The server of {name} ended (status {status}) before it answered. Nothing of yours is lost. Try again; "
        f"if it ends again, tell the administrator, who finds the server's last lines in the hub's log."
    )


def ends_with_hub(command):
    """A command whose process ends when the hub does, even if the hub is killed."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--", *command] if setpriv else command


def require_user(start):
    """Ends with a clear message if the hub runs as root where it must not, or as another user where root is needed."""
    root = os.getuid() == 0
    if start == "try" and root:
        sys.exit(
            'jupyterhub_config.py: START is "try", so every server would run as root, and anybody with the password '
            'in this file would control the machine. For a class, set START to "systemd"; for a look, let a user other than root '
            "run ./course hub and start the hub."
        )
    if start != "try" and not root:
        sys.exit(
            f'jupyterhub_config.py: START is "{start}", and only root can start servers for other users. Start the hub as root; '
            'for a look without root, set START to "try".'
        )


def require_website(address):
    """Ends with a clear message if WEBSITES is anything but a scheme and a host's name.

    JupyterHub accepts other values, but then students' servers have addresses that no browser finds.
    """
    label = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
    if not re.fullmatch(rf"https?://({label}\.)*[a-z]([a-z0-9-]*[a-z0-9])?(:[0-9]+)?", address):
        sys.exit(
            f'jupyterhub_config.py: WEBSITES is "{address}", which is not of the form "https://hub.example.org". '
            "Write https:// and the hub's name in lowercase, without a slash, a path, or a blank after it; an IP address "
            'will not do, and a name with letters such as ü is written as in DNS ("xn--…").'
        )


def require_port(bind_url, pid_file):
    """Ends with a clear message if the hub's proxy cannot listen at its address.

    The proxy of a hub that was killed is still listening there; the hub replaces it.
    """
    address = urlparse(bind_url)
    if left_proxy(pid_file):
        return
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.hostname or "", address.port or 80))
        except OSError as problem:
            sys.exit(
                f"The hub cannot listen at {bind_url}: {problem.strerror}. {advice(problem)} "
                "in jupyterhub_config.py (c.JupyterHub.bind_url)."
            )


def advice(problem):
    if problem.errno == errno.EADDRINUSE:
        return "End the program that uses this port (ss -ltnp shows it), or choose another port"
    if problem.errno == errno.EACCES:
        return "Only root may use ports below 1024: choose a higher one"
    return "Choose an address of this machine, such as http://127.0.0.1:8000,"


def left_proxy(pid_file):
    try:
        with open(pid_file) as file:
            os.kill(int(file.readline()), 0)
        return True
    except (OSError, ValueError):
        return False

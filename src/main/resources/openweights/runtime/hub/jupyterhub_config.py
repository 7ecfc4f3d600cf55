"""JupyterHub for a class, written by ./course hub. Change what you like: it is not overwritten.

Each student who logs in gets a server with a copy of the notebooks in ~/work. All students share the course,
which they can read and not change. More about JupyterHub's settings: https://jupyterhub.readthedocs.io
"""

import os
import sys

sys.path.insert(0, os.path.dirname(__file__))
import students

c = get_config()  # noqa: F821, JupyterHub defines it

# --- how servers are started -------------------------------------------------------------------
# "try"      all as the user who runs the hub, who must not be root: for a look on your own machine
# "users"    each as the student's Unix user on this machine
# "systemd"  the same, with limits on memory and processors: the choice for a class on one machine
# "docker"   each in a container on this machine
# "slurm"    each as a job of a cluster
# All but "try" need a hub that root runs. For Kubernetes, use zero-to-jupyterhub.yaml instead of this file.
START = "try"
students.require_user(START)

# --- where things are --------------------------------------------------------------------------
COURSE = {{{course}}}
HUB = {{{hub}}}
# Here each student has a folder for handing in, which only the student and the group INSTRUCTORS can open.
HAND_IN = {{{hub}}} + "/hand-in"
INSTRUCTORS = "instructors"

# --- limits for each student -------------------------------------------------------------------
# A server takes 125 MB and each open notebook 250 to 600 MB; the course's lessons/INSTRUCTORS.md has a table.
c.Spawner.mem_limit = "2G"
c.Spawner.cpu_limit = 2
# A server ends after so many seconds without activity. Files stay; the variables of notebooks are lost.
IDLE = 3600

# --- the address -------------------------------------------------------------------------------
# Put a web server that speaks HTTPS in front of this address; never open plain HTTP to a network.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
# If this is empty, browsers take the hub and all students' servers for one website. A page from one student's
# server can then act in the name of anybody who opens it while logged in.
# An address such as "https://hub.example.org" gives each server a website of its own, such as
# https://ann.hub.example.org. For that you need
# - a DNS entry that leads *.hub.example.org to the web server in front,
# - a certificate of that web server for hub.example.org and *.hub.example.org,
# - a domain hub.example.org on which there is nothing else.
WEBSITES = ""
if WEBSITES:
    students.require_website(WEBSITES)
    c.JupyterHub.subdomain_host = WEBSITES
    # Then no website can set a cookie for another. Browsers accept such cookies over HTTPS only.
    c.JupyterHub.cookie_host_prefix_enabled = WEBSITES.startswith("https:")

# --- who may log in ----------------------------------------------------------------------------
# PAM checks the passwords of this machine's users. For single sign-on, install oauthenticator or
# jupyterhub-ldapauthenticator into the course's Python environment, as in
#   COURSE/.venv/bin/pip install oauthenticator
# and set authenticator_class to a class of it, as its documentation says.
c.JupyterHub.authenticator_class = "pam"
c.Authenticator.allow_all = True
c.Authenticator.admin_users = set()
# Students' folders are named after their logins, so a login may contain only what is safe in a file's name.
c.Authenticator.username_pattern = r"[a-z0-9_][a-z0-9_.-]*$"

# --- the same for all spawners -----------------------------------------------------------------
SERVER = COURSE + "/.venv/bin/student-server"
c.Spawner.cmd = [SERVER, "jupyterhub-singleuser"]
c.Spawner.default_url = "/lab/tree/00-ready/00-ready.ipynb"
# When a whole class starts at once, kernels start slowly.
c.Spawner.args = ["--MappingKernelManager.kernel_info_timeout=300"]
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300
c.Spawner.environment = {"OPENWEIGHTS_HAND_IN": lambda spawner: HAND_IN + "/" + spawner.user.name}
c.Spawner.pre_spawn_hook = students.prepare(HAND_IN, INSTRUCTORS)

if START == "try":
    from jupyterhub.spawner import SimpleLocalProcessSpawner

    c.JupyterHub.spawner_class = students.watched(SimpleLocalProcessSpawner)
    c.SimpleLocalProcessSpawner.home_dir_template = HUB + "/homes/{username}"
    # Anybody can log in, under any name, with this password.
    c.JupyterHub.authenticator_class = "dummy"
    c.DummyAuthenticator.password = "open weights"
    c.Spawner.pre_spawn_hook = students.prepare_own(HUB + "/homes", HAND_IN)

elif START == "users":
    # Memory is not limited: one student can use all of the machine's.
    from jupyterhub.spawner import LocalProcessSpawner

    c.JupyterHub.spawner_class = students.watched(LocalProcessSpawner)

elif START == "systemd":
    from systemdspawner import SystemdSpawner

    # To read what ann's server has printed: journalctl --unit jupyter-ann-singleuser
    c.JupyterHub.spawner_class = students.watched(SystemdSpawner)
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.extra_paths = [COURSE + "/.venv/bin"]

elif START == "docker":
    # The image is built from .devcontainer/Containerfile in the course's folder.
    from dockerspawner import DockerSpawner

    # A container that ends is removed together with its output. To read that output, set remove to False.
    c.JupyterHub.spawner_class = students.watched(DockerSpawner)
    c.DockerSpawner.image = "open-weights:latest"
    c.DockerSpawner.cmd = ["student-server", "jupyterhub-singleuser"]
    c.DockerSpawner.remove = True
    c.DockerSpawner.volumes = {
        HUB + "/homes/{raw_username}": "/home/student",
        HAND_IN + "/{raw_username}": "/hand-in",
    }
    c.DockerSpawner.environment = {"OPENWEIGHTS_STUDENT": "/home/student", "OPENWEIGHTS_HAND_IN": "/hand-in"}
    # Containers reach the hub at this address, which is this machine's in Docker's default network.
    c.JupyterHub.hub_ip = "0.0.0.0"
    c.JupyterHub.hub_connect_ip = "172.17.0.1"
    # In the image the student is user 1000.
    c.Spawner.pre_spawn_hook = students.prepare_container(HUB + "/homes", HAND_IN, INSTRUCTORS, 1000)

elif START == "slurm":
    # Course, homes, and HAND_IN are on a file system that all machines of the cluster mount.
    import batchspawner  # noqa: F401, the hub learns from it where servers run

    c.JupyterHub.spawner_class = "batchspawner.SlurmSpawner"
    c.SlurmSpawner.exec_prefix = "runuser -u {username} --"
    c.SlurmSpawner.batchspawner_singleuser_cmd = SERVER + " batchspawner-singleuser"
    c.SlurmSpawner.cmd = ["jupyterhub-singleuser"]
    c.SlurmSpawner.req_memory = "2G"
    c.SlurmSpawner.req_nprocs = "2"
    c.SlurmSpawner.req_runtime = "4:00:00"
    c.SlurmSpawner.req_partition = ""
    c.SlurmSpawner.req_srun = ""
    # Jobs reach the hub, and the proxy reaches jobs, by this machine's name.
    c.JupyterHub.hub_ip = "0.0.0.0"
    c.Spawner.start_timeout = 600

else:
    sys.exit(f'jupyterhub_config.py: START is "{START}"; it can be try, users, systemd, docker, or slurm.')

# --- idle servers end --------------------------------------------------------------------------
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": students.ends_with_hub([sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE}"]),
    }
]

# --- what the hub remembers --------------------------------------------------------------------
# Servers keep running while the hub is restarted, even if it is killed.
c.JupyterHub.cleanup_servers = False
c.JupyterHub.db_url = "sqlite:///" + HUB + "/state/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = HUB + "/state/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = HUB + "/state/proxy.pid"
c.ConfigurableHTTPProxy.command = [HUB + "/node_modules/.bin/configurable-http-proxy"]

students.require_port(c.JupyterHub.bind_url, c.ConfigurableHTTPProxy.pid_file)

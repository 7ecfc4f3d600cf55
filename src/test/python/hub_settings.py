"""Reports settings of jupyterhub_config.py that no class of JupyterHub and its spawners has.

    hub_settings.py FOLDER    with a folder settings-START for each way to start servers
"""

import sys
from pathlib import Path

from batchspawner import SlurmSpawner
from dockerspawner import DockerSpawner
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator, DummyAuthenticator
from jupyterhub.proxy import ConfigurableHTTPProxy
from jupyterhub.spawner import LocalProcessSpawner, SimpleLocalProcessSpawner, Spawner
from systemdspawner import SystemdSpawner
from traitlets.config import PyFileConfigLoader

CLASSES = {
    each.__name__: each.class_trait_names(config=True)
    for each in (
        Authenticator,
        ConfigurableHTTPProxy,
        DockerSpawner,
        DummyAuthenticator,
        JupyterHub,
        LocalProcessSpawner,
        SimpleLocalProcessSpawner,
        SlurmSpawner,
        Spawner,
        SystemdSpawner,
    )
}

unknown = []
for folder in sorted(Path(sys.argv[1]).glob("settings-*")):
    settings = PyFileConfigLoader("jupyterhub_config.py", path=str(folder)).load_config()
    for name, values in settings.items():
        unknown += [f"{folder.name}: {name}.{key}" for key in values if key not in CLASSES.get(name, [])]
print("\n".join(unknown) or "all settings are known")

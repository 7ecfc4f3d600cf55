"""Makes src/test/resources/gguf/keys.txt: every key that an architecture may have in a GGUF file, with a value of its type.

Needs: pip install gguf==0.19.0
Run from the project's folder: python src/test/python/gguf_keys.py

The names are those of gguf's writer, and a few that came later. Each value is one that no model in the tests has, so that
an architecture that follows the key computes something else.
"""

import inspect
import re
from pathlib import Path

from gguf import GGUFWriter
from gguf.constants import Keys

TARGET = Path("src/test/resources/gguf/keys.txt")
LATER = {
    "attention.recurrent_layers": "Sequence[bool]", "attention.value_scale": "float", "hidden_act": "str",
    "hidden_activation": "str", "hyper_connection.count": "int", "norm_top_k_prob": "bool", "num_loops": "int",
    "rope.scaling.mscale": "float", "skip_loop_final_norm": "bool",
}
VALUES = {
    "int": "3", "float": "0.75", "bool": "false", "str": "other", "Sequence[int]": "[3,1,2]", "Sequence[float]": "[0.75]",
    "Sequence[bool]": "[true]", "Sequence[str]": "[other]",
}
OTHERS = {  # values that would be refused for what they are, or say what is usual
    "attention.layer_norm_epsilon": "0.125", "attention.layer_norm_rms_epsilon": "0.125", "attention.key_length": "6",
    "attention.value_length": "6", "expert_gating_func": "4",
    "rope.freq_base": "300.0", "rope.freq_base_swa": "300.0", "rope.dimension_count": "2",
}


def keys(part):
    for name, value in vars(part).items():
        if isinstance(value, type):
            yield from keys(value)
        elif isinstance(value, str) and value.startswith("{arch}."):
            yield value.removeprefix("{arch}.").replace("{dense}", "dense_2")


def types():
    found = {}
    for name, method in inspect.getmembers(GGUFWriter, inspect.isfunction):
        source = inspect.getsource(method)
        parameters = list(inspect.signature(method).parameters.values())
        for path in re.findall(r"Keys\.([\w.]+)\.format\(arch", source):
            place = Keys
            for step in path.split("."):
                place = getattr(place, step)
            found[place.removeprefix("{arch}.")] = str(parameters[1].annotation).split(" | ")[0].split(", ")[0]
    return found


def main():
    known = {**types(), **LATER}
    lines = []
    for key in sorted({*keys(Keys), *LATER}):
        kind = known.get(key, "int")
        kind = kind if kind in VALUES else "int" if "Expert" in kind or "Pooling" in kind else "str" if "Type" in kind else "int"
        lines.append(f"{key} {OTHERS.get(key, VALUES[kind])}")
    TARGET.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

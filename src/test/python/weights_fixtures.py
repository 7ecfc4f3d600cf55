"""Makes the files in src/test/resources/safetensors and src/test/resources/npy with the packages of others.

Needs: pip install numpy==2.4.6 safetensors==0.8.0 ml_dtypes
Run from the project's folder: python src/test/python/weights_fixtures.py
"""

import hashlib
import io
import json
from pathlib import Path

import ml_dtypes
import numpy as np
import safetensors

RESOURCES = Path("src/test/resources")
TENSORS = RESOURCES / "safetensors"
ARRAYS = RESOURCES / "npy"

BITS = {
    "BOOL": 8, "F4": 4, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32,
    "F32": 32, "C64": 64, "F64": 64, "I64": 64, "U64": 64,
}
# The names by which the Python package takes types.
NAMES = {
    "BOOL": "bool", "F4": "float4_e2m1fn_x2", "U8": "uint8", "I8": "int8", "F8_E5M2": "float8_e5m2",
    "F8_E4M3": "float8_e4m3fn", "F8_E8M0": "float8_e8m0fnu", "F8_E4M3FNUZ": "float8_e4m3fnuz",
    "F8_E5M2FNUZ": "float8_e5m2fnuz", "I16": "int16", "U16": "uint16", "F16": "float16", "BF16": "bfloat16",
    "I32": "int32", "U32": "uint32", "F32": "float32", "C64": "complex64", "F64": "float64", "I64": "int64",
    "U64": "uint64",
}
SMALL = {
    "F8_E5M2": ml_dtypes.float8_e5m2, "F8_E4M3": ml_dtypes.float8_e4m3fn, "F8_E8M0": ml_dtypes.float8_e8m0fnu,
    "F8_E4M3FNUZ": ml_dtypes.float8_e4m3fnuz, "F8_E5M2FNUZ": ml_dtypes.float8_e5m2fnuz,
    "F16": np.float16, "BF16": ml_dtypes.bfloat16,
}


def every_type():
    """Sixteen numbers of each type, a scalar, an empty tensor, names out of order and out of ASCII."""
    tensors = {}
    for name, word in NAMES.items():
        count = 16 * BITS[name] // 8
        shape = [2, 4] if name == "F4" else [2, 8]
        if name == "F4":
            count = 8
        tensors["tensor of " + name] = {"dtype": word, "shape": shape, "data": bytes(i % 251 for i in range(count))}
    tensors["scalar"] = {"dtype": "float32", "shape": [], "data": np.float32(1.5).tobytes()}
    tensors["none"] = {"dtype": "int64", "shape": [0, 3], "data": b""}
    tensors["größe \U0001f600"] = {"dtype": "uint8", "shape": [1], "data": b"\x07"}
    tensors["größe \ufb01"] = {"dtype": "uint8", "shape": [1], "data": b"\x08"}
    tensors['quote " and \\'] = {"dtype": "uint8", "shape": [1], "data": b"\x09"}
    return tensors


def as_hashed(values):
    """Hash of float32 bits with every NaN made the same."""
    floats = values.astype(np.float32)
    bits = floats.view(np.uint32).copy()
    bits[np.isnan(floats)] = 0x7FC00000
    return hashlib.sha256(bits.astype("<u4").tobytes()).hexdigest()


def conversions():
    """Every pattern of the small types as float, and 2^18 floats as small types."""
    widened = {}
    narrowed = {}
    for name, type_ in SMALL.items():
        bits = BITS[name]
        patterns = np.arange(2**bits).astype(np.uint8 if bits == 8 else np.uint16)
        widened[name] = as_hashed(patterns.view(type_).astype(np.float32))
    spread = (np.arange(2**18, dtype=np.uint64) * 2654435761 % 2**32).astype(np.uint32)
    floats = spread.view(np.float32).copy()
    floats[np.isnan(floats)] = 0
    with np.errstate(over="ignore"):
        for name in ("F16", "BF16"):
            small = floats.astype(SMALL[name])
            narrowed[name] = hashlib.sha256(small.view(np.uint16).astype("<u2").tobytes()).hexdigest()
    return {"widened": widened, "narrowed": narrowed}


def array(name, values, version=None):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, values, version=version, allow_pickle=True)
    (ARRAYS / (name + ".npy")).write_bytes(buffer.getvalue())


def arrays():
    grid = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    array("c-order", grid)
    array("fortran-order", np.asfortranarray(grid))
    array("big-endian", grid.astype(">f4"))
    array("big-endian-fortran-order", np.asfortranarray(grid.astype(">f8")))
    array("version-2", grid, (2, 0))
    array("version-3", grid, (3, 0))
    array("scalar", np.float32(1.5))
    array("vector", np.arange(3, dtype=np.float32))
    array("long-vector", np.arange(1000, dtype=np.float32))
    array("empty", np.zeros((0, 3), np.float32))
    array("complex", np.array([1 + 2j], np.complex64))
    array("objects", np.array([{}], dtype=object))
    array("text", np.array(["weights"]))
    array("records", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f4")]))
    for kind in ("b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"):
        array("type-" + kind, np.array([[0, 1, 1], [1, 0, 1]]).astype(kind))


def main():
    TENSORS.mkdir(parents=True, exist_ok=True)
    ARRAYS.mkdir(parents=True, exist_ok=True)
    specs = every_type()
    addressed = {
        name: safetensors.TensorSpec(
            dtype=spec["dtype"],
            shape=spec["shape"],
            data_ptr=np.frombuffer(spec["data"], np.uint8).ctypes.data if spec["data"] else 0,
            data_len=len(spec["data"]),
        )
        for name, spec in specs.items()
    }
    data = safetensors.serialize(addressed, {"format": "pt"})
    (TENSORS / "every-type.safetensors").write_bytes(data)
    (TENSORS / "conversions.json").write_text(json.dumps(conversions(), indent=2) + "\n")
    arrays()


main()

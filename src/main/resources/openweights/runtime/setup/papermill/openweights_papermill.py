"""Translates papermill's parameters to Java, for the kernel of this course.

papermill finds translators in a table to which it has no entry point, but it imports the modules of its engines' entry
points. So this module names papermill's own engine as another one, and adds a translator to the table.
"""

import math
import re

from papermill.engines import NBClientEngine  # noqa: F401, named by entry_points.txt
from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

KEYWORDS = set(
    """abstract assert boolean break byte case catch char class const continue default do double else enum extends
    false final finally float for goto if implements import instanceof int interface long native new null package
    private protected public return short static strictfp super switch synchronized this throw throws transient true
    try void volatile while _""".split()
)
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
BOXES = {"int": "Integer", "long": "Long", "double": "Double", "boolean": "Boolean"}
WIDER = ("Integer", "Long", "Double")
DECLARATION = re.compile(r"^\s*(?P<type>[\w.<>\[\], ]+?)\s+(?P<name>\w+)\s*=\s*(?P<value>.*?);\s*(?://\s*(?P<help>.*))?$")


def text(value):
    """A string literal. Java reads unicode escapes before it knows strings, so control characters are octal."""
    return '"%s"' % "".join(ESCAPES.get(c, c if c >= " " else "\\%03o" % ord(c)) for c in value)


def number(value):
    if math.isnan(value):
        return "Double.NaN"
    if math.isinf(value):
        return "Double.POSITIVE_INFINITY" if value > 0 else "Double.NEGATIVE_INFINITY"
    return repr(value)


def whole(value):
    if -(2**31) <= value < 2**31:
        return "int", str(value)
    if -(2**63) <= value < 2**63:
        return "long", f"{value}L"
    return "java.math.BigInteger", f'new java.math.BigInteger("{value}")'


def common(types):
    """The type of the elements of a list, or of the values of a map."""
    boxed = {BOXES.get(each, each) for each in types}
    if len(boxed) == 1:
        return boxed.pop()
    return max(boxed, key=WIDER.index) if boxed and boxed <= set(WIDER) else "Object"


def elements(values):
    """Their common type, and each as Java, in that type."""
    kind = common([java(value)[0] for value in values if value is not None])
    suffix = {"Double": ".0", "Long": "L"}.get(kind)
    # A null alone would be taken for the whole array of elements.
    null = "(Object) null" if kind == "Object" else "null"

    def element(value):
        if value is None:
            return null
        return f"{value}{suffix}" if suffix and isinstance(value, int) else java(value)[1]

    return kind, [element(value) for value in values]


def java(value):
    """The type of a value, and the value, in Java."""
    if value is None:
        return "Object", "null"
    if isinstance(value, bool):
        return "boolean", "true" if value else "false"
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return "double", number(value)
    if isinstance(value, dict):
        kind, values = elements(list(value.values()))
        puts = " ".join(f"put({text(str(key))}, {each});" for key, each in zip(value, values))
        return f"Map<String, {kind}>", f"new LinkedHashMap<String, {kind}>() {{{{ {puts} }}}}"
    if isinstance(value, (list, tuple)):
        kind, values = elements(value)
        return f"List<{kind}>", f"Arrays.<{kind}>asList({', '.join(values)})"
    return "String", text(str(value))


class JavaTranslator(Translator):
    """Declares a variable for each parameter."""

    @classmethod
    def comment(cls, words):
        return f"// {words}".strip()

    @classmethod
    def codify(cls, parameters, comment="Parameters"):
        lines = [cls.comment(comment)]
        for name, value in parameters.items():
            if name in KEYWORDS or not str(name).isidentifier():
                raise PapermillException(f"The parameter {name!r} cannot be the name of a variable in Java. Rename it.")
            kind, written = java(value)
            lines.append(f"{kind} {name} = {written};")
        return "\n".join(lines) + "\n"

    @classmethod
    def inspect(cls, parameters_cell):
        """What `papermill --help-notebook` shows: the declarations of the cell with the tag "parameters"."""
        found = map(DECLARATION.match, parameters_cell["source"].splitlines())
        return [
            Parameter(name=each["name"], inferred_type_name=each["type"], default=each["value"], help=each["help"] or "")
            for each in found
            if each
        ]


for key in ("openweights", "java", "Java"):
    papermill_translators.register(key, JavaTranslator)

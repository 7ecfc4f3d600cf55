"""Two commands in turns, and how the numbers compare that both print as JSON.

    python in_turns.py [--rounds 4] 'COMMAND A' 'COMMAND B'

Whatever else the machine does, both have their share of it. It prints a line for each number that
both name alike: the medians of A and of B, then the ratio A / B of each round, as median, least,
and greatest.
"""

import argparse
import json
import shlex
import statistics
import subprocess


def numbers(value, name=""):
    """All numbers in a JSON value, by the keys that lead to them."""
    if isinstance(value, dict):
        return {
            path: number
            for key, part in value.items()
            for path, number in numbers(part, f"{name}.{key}" if name else key).items()
        }
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    return {name: value} if known else {}


def run(command):
    """What a command prints; one that ends with an error must have printed its figures."""
    output = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, text=True).stdout
    return numbers(json.loads(output))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("commands", nargs=2)
    options = parser.parse_args()
    rounds = [[run(command) for command in options.commands] for _ in range(options.rounds)]
    print(f"{'':50} {'A':>10} {'B':>10} {'A / B':>7} {'least':>7} {'most':>7}")
    for name in rounds[0][0]:
        pairs = [(a[name], b[name]) for a, b in rounds if b.get(name)]
        if pairs:
            ratios = [a / b for a, b in pairs]
            medians = [statistics.median(side) for side in zip(*pairs)]
            figures = [statistics.median(ratios), min(ratios), max(ratios)]
            print(
                f"{name:50}"
                + "".join(f" {value:10.1f}" for value in medians)
                + "".join(f" {value:7.2f}" for value in figures)
            )


main()

"""nbgrader's speed and the course's, on the same submissions of the same exercise, one after the other, each on one core.

    python3 -m venv .course/nbgrader && .course/nbgrader/bin/pip install nbgrader==0.9.6
    .course/nbgrader/bin/python src/test/python/nbgrader_speed.py [--students 16] [--exercise 01-weighted-sum]

It needs the course's kernel (`./course lab --set-up-only`) and, for the course's grader, its sandbox. nbgrader runs the visible
tests in the student's own kernel; the course runs visible and hidden ones in its sandbox. Both times hold their start.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
ONE_CORE = ["taskset", "-c", "0"] if shutil.which("taskset") else []


def solutions(exercise):
    """Question -> the answer's cell, from the exercise's text."""
    text = (ROOT / "exercises" / exercise / "exercise.md").read_text()
    fences = re.findall(r"^```java answer id=(\w+)[^\n]*\n(.*?)^```", text, re.M | re.S)
    return {
        question: re.sub(r"^\s*// (BEGIN|END) SOLUTION\n|^\s*// STARTER:.*\n", "", code, flags=re.M)
        for question, code in fences
    }


def hand_in(course, exercise, students):
    released = course / "release" / exercise / f"{exercise}.ipynb"
    notebook = json.loads(released.read_text())
    answers = solutions(exercise)
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell["source"] = answers[cell["id"]]
    for i in range(students):
        place = course / "submitted" / f"student{i:03}" / exercise
        place.mkdir(parents=True)
        (place / released.name).write_text(json.dumps(notebook))


def run(command, **more):
    start = time.monotonic()
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}")
    return time.monotonic() - start


def nbgrader_points(course, exercise):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return [s.score for s in book.assignment_submissions(exercise)]


def course_points(grading, exercise):
    lines = (grading / exercise / "results.jsonl").read_text().splitlines()
    return [sum(t["points"] for t in json.loads(line)["tests"]) for line in lines]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--students", type=int, default=16)
    options.add_argument("--exercise", default="01-weighted-sum")
    a = options.parse_args()
    bin = pathlib.Path(sys.executable).parent
    environment = dict(
        os.environ,
        JUPYTER_PATH=str(ROOT / ".venv/share/jupyter"),
        PATH=f"{bin}{os.pathsep}{os.environ['PATH']}",
    )
    with tempfile.TemporaryDirectory() as folder:
        course = pathlib.Path(folder) / "course"
        grading = pathlib.Path(folder) / "grading"
        launcher = str(ROOT / "course")
        run([launcher, "exercise", "release", a.exercise, "--nbgrader", str(course)])
        there = dict(cwd=course, env=environment)
        run([bin / "nbgrader", "generate_assignment", a.exercise], **there)
        hand_in(course, a.exercise, a.students)
        theirs = run([*ONE_CORE, bin / "nbgrader", "autograde", a.exercise], **there)
        command = [launcher, "grade", a.exercise, str(course / "submitted")]
        ours = run([*ONE_CORE, *command, "--places", "1", "--grading", str(grading)])
        points = nbgrader_points(course, a.exercise), course_points(grading, a.exercise)
    print(
        json.dumps(
            {
                "exercise": a.exercise,
                "students": a.students,
                "nbgrader": {"seconds": round(theirs, 1), "a minute": round(60 * a.students / theirs, 1), "points": sum(points[0])},
                "course": {"seconds": round(ours, 1), "a minute": round(60 * a.students / ours, 1), "points": sum(points[1])},
                "times as fast": round(theirs / ours, 1),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()

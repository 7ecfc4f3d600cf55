"""nbgrader's speed and the course's, on the same submissions of the same exercise, one after the other, each on one core.

    python3 -m venv .course/nbgrader && .course/nbgrader/bin/pip install nbgrader==0.9.6
    .course/nbgrader/bin/python src/test/python/nbgrader_speed.py [--students 8] [--exercise 01-weighted-sum]

It needs the course's kernel (`./course lab --set-up-only`) and, for the course's grader, its sandbox. nbgrader runs the visible
tests in the student's own kernel; the course runs visible and hidden ones in its sandbox. Each grades one submission first and then
the others; the difference gives the start of the program and the time for each further submission.
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

# The course is quicker, so it gets more submissions, for a time that can be measured.
FAIR = 5


def solutions(exercise):
    """Question -> the answer's cell, from the exercise's text."""
    text = (ROOT / "exercises" / exercise / "exercise.md").read_text()
    fences = re.findall(r"^```java answer id=(\w+)[^\n]*\n(.*?)^```", text, re.M | re.S)
    return {
        question: re.sub(r"^\s*// (BEGIN|END) SOLUTION\n|^\s*// STARTER:.*\n", "", code, flags=re.M)
        for question, code in fences
    }


def hand_in(course, place, exercise, students):
    released = course / "release" / exercise / f"{exercise}.ipynb"
    notebook = json.loads(released.read_text())
    answers = solutions(exercise)
    for cell in notebook["cells"]:
        if cell["id"] in answers:
            cell["source"] = answers[cell["id"]]
    for i in range(students):
        folder = place / f"student{i:03}" / exercise
        folder.mkdir(parents=True)
        (folder / released.name).write_text(json.dumps(notebook))


def run(command, **more):
    start = time.monotonic()
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-3000:]}")
    return time.monotonic() - start


def speed(first, others, students):
    """From the seconds for one submission and for all others."""
    each = (others - first) / (students - 2)
    return {
        "students": students,
        "seconds to start": round(first - each, 1),
        "seconds for each": round(each, 2),
        "a minute": round(60 / each, 1),
    }


def nbgrader_points(course, exercise):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return [s.score for s in book.assignment_submissions(exercise)]


def course_points(grading, exercise):
    lines = (grading / exercise / "results.jsonl").read_text().splitlines()
    return [sum(t["points"] for t in json.loads(line)["tests"]) for line in lines]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--students", type=int, default=8)
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
        run([launcher, "grade", "--probe"])  # what the first start makes is not measured
        run([launcher, "exercise", "release", a.exercise, "--nbgrader", str(course)])
        there = dict(cwd=course, env=environment)
        run([bin / "nbgrader", "generate_assignment", a.exercise], **there)
        hand_in(course, course / "submitted", a.exercise, a.students)
        others = pathlib.Path(folder) / "submitted"
        hand_in(course, others, a.exercise, FAIR * a.students)
        one = pathlib.Path(folder) / "one"
        hand_in(course, one, a.exercise, 1)
        autograde = [*ONE_CORE, bin / "nbgrader", "autograde", a.exercise]
        theirs = speed(
            run([*autograde, "--student", "student000"], **there), run(autograde, **there), a.students
        )
        grade = [*ONE_CORE, launcher, "grade", a.exercise, "--places", "1", "--grading", str(grading)]
        ours = speed(
            run([*grade, str(one)]),
            run([*grade, str(others)]),
            FAIR * a.students,
        )
        points = nbgrader_points(course, a.exercise), course_points(grading, a.exercise)
    print(
        json.dumps(
            {
                "exercise": a.exercise,
                "nbgrader": {**theirs, "points of each": sorted(set(points[0]))},
                "course": {**ours, "points of each": sorted(set(points[1]))},
                "times as fast": round(theirs["seconds for each"] / ours["seconds for each"], 1),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()

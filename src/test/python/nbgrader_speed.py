"""nbgrader's speed and the course's, on the same notebooks of the same five-question exercise, each on one core.

    python3 -m venv .course/nbgrader && .course/nbgrader/bin/pip install nbgrader==0.9.6
    .course/nbgrader/bin/python src/test/python/nbgrader_speed.py [--students 6] [--ours 30]

It needs the course's kernel (`./course lab --set-up-only`) and, for the course's grader, its sandbox. `./course bench grade --nbgrader`
writes an nbgrader course with made-up students; most answers are right, many are wrong, some do not compile or throw. None ends
the program and none never ends: there nbgrader waits for its timeout, which would flatter the course.

nbgrader runs the visible tests in the student's own kernel. The course runs visible and hidden ones, twice as many, in its sandbox.
Each grades one notebook first and then the others; the difference gives the time for each further one. Whole commands are timed,
from their start to their end. At the end the points for the visible tests are compared.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
EXERCISE = "synthetic"
ONE_CORE = ["taskset", "-c", "0"] if shutil.which("taskset") else []


def run(command, **more):
    """The seconds that a command takes on one core."""
    start = time.monotonic()
    done = subprocess.run(
        [*ONE_CORE, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-3000:]}")
    return time.monotonic() - start


def bench(course, students):
    return run([ROOT / "course", "bench", "grade", "--nbgrader", course, "--submissions", students])


def nbgrader(course, *arguments):
    bin = pathlib.Path(sys.executable).parent
    environment = dict(
        os.environ,
        JUPYTER_PATH=str(ROOT / ".venv/share/jupyter"),
        PATH=f"{bin}{os.pathsep}{os.environ['PATH']}",
    )
    return run([bin / "nbgrader", *arguments], cwd=course, env=environment)


def further(first, others, students):
    """The seconds for each further notebook, from those for one and for all others, in two commands."""
    return (others - first) / (students - 2)


def speed(first, others, each, students):
    return {
        "notebooks": students,
        "seconds for all": round(first + others, 1),
        "seconds for each further": round(each, 2),
        "further ones a minute": round(60 / each, 1),
    }


def nbgrader_points(course):
    """Student and question -> points, by nbgrader."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return {
            (submission.student.id, grade.name): grade.score
            for submission in book.assignment_submissions(EXERCISE)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def course_points(course):
    """Student and question -> points of the visible tests, by the course."""
    results = map(json.loads, (course / "undisturbed.jsonl").read_text().splitlines())
    return {
        (result["student"], test["question"] + "-tests"): test["points"]
        for result in results
        for test in result["tests"]
        if not test["hidden"]
    }


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--students", type=int, default=6, help="notebooks for both")
    options.add_argument("--ours", type=int, default=30, help="further ones for the course, which is quicker")
    a = options.parse_args()
    run([ROOT / "course", "grade", "--probe"])  # what the first start makes is not measured
    with tempfile.TemporaryDirectory() as folder:
        course = pathlib.Path(folder)
        n = a.students
        ours = bench(course, 1), bench(course, n)
        nbgrader(course, "generate_assignment", EXERCISE)
        theirs = (
            nbgrader(course, "autograde", EXERCISE, "--student", "student-00000"),
            nbgrader(course, "autograde", EXERCISE),
        )
        more = bench(course, n + a.ours)
        by_nbgrader, by_course = nbgrader_points(course), course_points(course)
    ours_each = further(ours[0], more, a.ours + 1)
    theirs_each = further(*theirs, n)
    agree = sum(by_course[key] == points for key, points in by_nbgrader.items())
    print(
        json.dumps(
            {
                "nbgrader": speed(*theirs, theirs_each, n),
                "course": speed(*ours, ours_each, n),
                "times as fast, each further": round(theirs_each / ours_each, 1),
                "times as fast, all": round(sum(theirs) / sum(ours), 1),
                "same points for visible tests": f"{agree} of {len(by_nbgrader)} questions",
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()

#!/bin/sh
# What an image of the course consists of. Containerfile runs "system" as root, then "course" as the student.
set -eu

# Where the course is; a student's files are elsewhere, so that a hub can mount the home.
course=/srv/open-weights

packages() {
    echo ca-certificates openjdk-17-jdk-headless python3 python3-venv
}

# What only builds need: modules to link programs from, and lists of packages.
system() {
    apt-get update
    # shellcheck disable=SC2046
    apt-get install --yes --no-install-recommends $(packages)
    tidy_system
    useradd --create-home --uid 1000 --shell /bin/bash student
    install --directory --owner=student --group=student "$course"
}

tidy_system() {
    apt-get clean
    rm -rf /var/lib/apt/lists/* /usr/lib/jvm/*/jmods /usr/share/doc/* /usr/share/man/* /usr/share/locale/*
}

# Fetches and builds everything, so that nothing is fetched at run time.
course() {
    cd "$course"
    ./course lab --set-up-only
    # Servers of a hub.
    .venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check --require-hashes \
        --requirement src/main/resources/openweights/runtime/hub/requirements.txt
    # Binder starts this program, which only older versions of Jupyter have.
    ln -s jupyter-lab .venv/bin/jupyter-notebook
    tidy_course
}

# What students do not need, and solutions, which they must not find.
tidy_course() {
    rm -rf exercises src/test target/classes target/generated-sources target/maven-archiver \
        target/maven-status target/antrun target/openweights.jsa.log
    rm -rf .course/maven .course/pip "$HOME/.m2" "$HOME/.cache"
    # Of the Python kernel, which is not offered.
    rm -rf .venv/lib/python3*/site-packages/debugpy .venv/lib/python3*/site-packages/jedi/third_party
    find .venv -name __pycache__ -prune -exec rm -rf {} +
}

case ${1:-} in
    packages | system | tidy_system | course) "$1" ;;
    *)
        echo "build.sh: say packages, system, tidy_system, or course" >&2
        exit 2
        ;;
esac

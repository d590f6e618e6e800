#!/bin/sh
# Makes the virtual environment of the folder given, with Python 3.10 and exactly what requirements.lock says.
set -eu
venv=$1

find_python() {
    for name in python3.10 python3 python; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    command -v uv >/dev/null 2>&1 && uv python find 3.10 2>/dev/null
}

python=$(find_python) || {
    echo "Il faut Python 3.10 (par exemple : pyenv install 3.10, ou uv python install 3.10)." >&2
    exit 1
}
echo "Installation dans $venv avec $python (une à deux minutes la première fois)…"
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock

# The command of the project, for this environment: works from any folder.
cat > "$venv/bin/guichet" <<'END'
#!/bin/sh
root=$(cd "$(dirname "$0")/../.." && pwd)
PYTHONPATH="$root${PYTHONPATH:+:$PYTHONPATH}" exec "$root/.venv/bin/python" -m bot.cli "$@"
END
chmod +x "$venv/bin/guichet"

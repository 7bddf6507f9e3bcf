"""Starts compose.yaml as it stands, by podman, from the images of ./hotleads images, after docs/runbooks/self-hosted.md; and lets the first administrator in.

In the place of docker.io/library/postgres:18, which is somebody else's and may be out of reach, stands an image of Debian's PostgreSQL that begins as that one
does. As root on Debian: ./hotleads test compose.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.request

import run as emulated
from run import ACUITY, ADMIN, PASSWORD, POSTGRESQL, PROGRAMS, ROOT, Browser, certificate, check, totp, wait_for

PODMAN_COMPOSE = sys.argv[2]
WORK = ROOT / "target" / "composed"
PRACTICE = WORK / "practice"
HOST = "leads.practice.example"
PROJECT = "hotleads"
# What podman would take from the machine, and a machine without systemd or with little rights refuses.
CONFIGURATION = """
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
pids_limit = 0
[network]
network_backend = "netavark"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
"""
STORES = """
[storage]
driver = "overlay"
graphroot = "{work}/store"
runroot = "{work}/run"
"""
# As the entry point of the official image: a cluster at the first start, with this role and this database; then the server, as the user 999.
BEGIN = """#!/bin/sh
set -eu
PGDATA=/var/lib/postgresql/data
mkdir -p $PGDATA /var/run/postgresql && chown -R postgres $PGDATA /var/run/postgresql /var/lib/postgresql
as() { setpriv --reuid 999 --regid 999 --clear-groups "$@"; }
if [ ! -e $PGDATA/PG_VERSION ]; then
    read -r password <"$POSTGRES_PASSWORD_FILE"
    (umask 077 && printf '%s\\n' "$password" >/tmp/password && chown postgres /tmp/password)
    as BIN/initdb -D $PGDATA -U "$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 --locale=C --encoding=UTF8 >/dev/null
    printf 'CREATE DATABASE "%s";\\n' "$POSTGRES_DB" | as BIN/postgres --single -D $PGDATA postgres >/dev/null
    rm /tmp/password
fi
exec setpriv --reuid 999 --regid 999 --clear-groups BIN/"$@" -c listen_addresses='*' -D $PGDATA
"""


def podman(*arguments, said=None, **more):
    answer = subprocess.run(["podman", *arguments], input=said, capture_output=True, env=environment(), **more)
    if answer.returncode:
        raise SystemExit(f"podman {arguments[0]}: {answer.stderr.decode()[-2000:]}")
    return answer.stdout.decode()


def compose(*arguments, log=None):
    command = [PODMAN_COMPOSE, "-p", PROJECT, *arguments]
    if log:
        with open(WORK / log, "wb") as file:
            return subprocess.run(command, cwd=WORK, env=environment(), stdout=file, stderr=subprocess.STDOUT).returncode
    return subprocess.run(command, cwd=WORK, env=environment(), capture_output=True)


def environment():
    return os.environ | {"CONTAINERS_CONF": str(WORK / "containers.conf"), "CONTAINERS_STORAGE_CONF": str(WORK / "storage.conf")}


# --- Images --------------------------------------------------------------------------------------------------------------


def postgresql_image():
    """Debian's, with the libraries that its programs name and nothing else."""
    root = WORK / "postgresql.root"
    programs = [POSTGRESQL / name for name in ("postgres", "initdb", "pg_isready")]
    tools = [pathlib.Path(shutil.which(name)).resolve() for name in ("sh", "setpriv", "mkdir", "chown", "rm")]
    for program in programs + tools:
        needed = re.findall(r"(/\S+)", subprocess.run(["ldd", str(program)], capture_output=True).stdout.decode())
        for file in [program, *map(pathlib.Path, needed)]:
            take(file, root)
    for folder in [POSTGRESQL.parent / "lib", pathlib.Path("/usr/share/postgresql", POSTGRESQL.parent.name), pathlib.Path("/usr/share/zoneinfo")]:
        shutil.copytree(folder, root / str(folder)[1:], symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns("bitcode"))
    for name, program in {"sh": "sh", "setpriv": "setpriv", "mkdir": "mkdir", "chown": "chown", "rm": "rm", "pg_isready": POSTGRESQL / "pg_isready"}.items():
        link = root / "usr/local/bin" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(pathlib.Path(shutil.which(str(program))).resolve())
    (root / "bin").mkdir(exist_ok=True)
    if not (root / "bin/sh").exists():
        (root / "bin/sh").symlink_to(pathlib.Path(shutil.which("sh")).resolve())
    (root / "etc").mkdir(exist_ok=True)
    (root / "etc/passwd").write_text("root:x:0:0::/:/bin/sh\npostgres:x:999:999::/var/lib/postgresql:/bin/sh\n")
    (root / "etc/group").write_text("root:x:0:\npostgres:x:999:\n")
    (root / "tmp").mkdir(exist_ok=True)
    os.chmod(root / "tmp", 0o1777)
    begin = root / "usr/local/bin/begin"
    begin.write_text(BEGIN.replace("BIN", str(POSTGRESQL)))
    begin.chmod(0o755)
    packed = subprocess.run(["tar", "-C", str(root), "-c", "."], capture_output=True, check=True).stdout
    podman("import", "--change", 'ENTRYPOINT ["/usr/local/bin/begin"]', "--change", "ENV PATH=/usr/local/bin:/usr/bin:/bin", "-",
           "docker.io/library/postgres:18", said=packed)
    shutil.rmtree(root)


def take(file, root):
    real = file.resolve()
    for place in {file, real}:
        target = root / str(place)[1:]
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(real, target)


def images():
    for name in PROGRAMS + ["migrate"]:
        loaded = podman("load", "-q", "-i", str(ROOT / f"target/images/{name}.tar"))
        podman("tag", loaded.split(":", 1)[1].strip(), f"docker.io/hotleads/{name}:latest", f"localhost/hotleads/{name}:latest")
        check(f"{name}: podman takes the image", True)


# --- What the runbook says to put beside the file --------------------------------------------------------------------------


def practice():
    secrets = PRACTICE / "secrets"
    secrets.mkdir(parents=True)
    made = WORK / "made"
    subprocess.run([emulated.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED", f"-Dhotleads.home={ROOT}", "-jar", str(ROOT / "app/target/app.jar"), "migrate", "--data", str(made)],
                   check=True, stdout=open(WORK / "migrate.log", "wb"), stderr=subprocess.STDOUT)
    keys = made / "keys"
    for name in ["admin", "owner", "auth", "core"]:
        (secrets / f"database-{name}").write_text(os.urandom(24).hex() + "\n")
    for file in [*keys.glob("service-*.jwk"), keys / "service-keys.jwks", keys / "sync.key"]:
        shutil.copy(file, secrets)
    for name in ["core", "auth"]:
        (PRACTICE / "keys" / name).mkdir(parents=True)
        shutil.copy(keys / f"{name}.key", PRACTICE / "keys" / name)
    (secrets / "acuity-user").write_text(ACUITY["user"] + "\n")
    (secrets / "acuity-key").write_text(ACUITY["key"] + "\n")
    pair, key = certificate(HOST)
    (secrets / "tls.crt").write_text(pair)
    (secrets / "tls.key").write_text(key)
    authority, key = certificate("postgresql")
    (PRACTICE / "database-ca.pem").write_text(authority)
    (PRACTICE / "database.crt").write_text(authority)
    (PRACTICE / "database.key").write_text(key)
    (PRACTICE / "pg_hba.conf").write_text("local all all trust\nhostssl all all all scram-sha-256\n")
    for file in [PRACTICE, *PRACTICE.rglob("*")]:
        os.chown(file, 10001, 10001)
        file.chmod(0o700 if file.is_dir() else 0o600)
    for name in ["database.crt", "database.key", "pg_hba.conf"]:
        os.chown(PRACTICE / name, 999, 999)
    shutil.rmtree(made)
    (WORK / ".env").write_text(f"HOTLEADS_PUBLIC_URL=https://{HOST}\nHOTLEADS_PRACTICE_ZONE=America/New_York\nHOTLEADS_FIRST_ADMIN={ADMIN}\n")
    shutil.copy(ROOT / "compose.yaml", WORK)
    return pair


# --- What is looked at -----------------------------------------------------------------------------------------------------


def containers():
    shown = json.loads(podman("ps", "-a", "--format", "json"))
    return {one["Labels"]["com.docker.compose.service"]: one for one in shown if "com.docker.compose.service" in (one.get("Labels") or {})}


def inspected(name):
    return json.loads(podman("inspect", containers()[name]["Id"]))[0]


def is_healthy():
    return subprocess.run(["podman", "healthcheck", "run", containers()["postgresql"]["Id"]], capture_output=True, env=environment()).returncode == 0


def up(log):
    """In the order of compose.yaml, by hand: podman 4 knows no order by health, nor by what is behind what is behind."""
    check("all of it is made", compose("up", "--no-deps", "--no-start", log=f"{log}.made.log") == 0)
    start("postgresql", log)
    wait_for("PostgreSQL's own health check", 60, is_healthy)
    start("migrate", log)
    wait_for("migrate", 240, lambda: containers()["migrate"]["State"] == "exited")
    check("migrate ends with 0", inspected("migrate")["State"]["ExitCode"] == 0)
    for name in PROGRAMS:
        start(name, log)


def start(name, log):
    check(f"{name} starts", compose("start", name, log=f"{log}.{name}.log") == 0)


def gateway_address():
    networks = inspected("gateway")["NetworkSettings"]["Networks"]
    return next(one["IPAddress"] for name, one in networks.items() if name.endswith("edge"))


def reaches(name, address, port):
    """Whether somebody in that container's network gets through."""
    pid = inspected(name)["State"]["Pid"]
    return subprocess.run(["nsenter", "-t", str(pid), "-n", "timeout", "3", "bash", "-c", f"exec 3<>/dev/tcp/{address}/{port}"], capture_output=True).returncode == 0


def address_of(name, network):
    return next(one["IPAddress"] for called, one in inspected(name)["NetworkSettings"]["Networks"].items() if called.endswith(network))


def separated():
    for name in PROGRAMS:
        one = inspected(name)
        status = pathlib.Path(f"/proc/{one['State']['Pid']}/status").read_text()
        check(f"{name}: runs as nobody, without rights, on what it cannot change",
              re.search(r"Uid:\t10001\b", status) and re.search(r"CapEff:\t0+\n", status) and re.search(r"NoNewPrivs:\t1", status)
              and one["HostConfig"]["ReadonlyRootfs"])
    database = address_of("postgresql", "store")
    for name in ["gateway", "webhooks", "sync"]:
        check(f"{name}: does not reach the database", not reaches(name, database, 5432))
    for name in ["auth", "core"]:
        check(f"{name}: reaches it", reaches(name, database, 5432))
    outside = "1.1.1.1"
    for name in ["auth", "core", "webhooks"]:
        ways = subprocess.run(["nsenter", "-t", str(inspected(name)["State"]["Pid"]), "-n", "ip", "route", "get", outside], capture_output=True)
        check(f"{name}: {'has a way out for mail alone' if name == 'auth' else 'has no way out'}", (ways.returncode == 0) == (name == "auth"))


def invited():
    check("invite ends with 0", compose("--profile", "invite", "run", "--rm", "-e", f"HOTLEADS_FIRST_ADMIN={ADMIN}", "invite", log="invite.log") == 0)
    links = re.findall(r"https://\S+/invite#\S+", (WORK / "invite.log").read_text(errors="replace"))
    check("and prints one link", len(links) == 1)
    return links[0].split("#")[1]


def journey(pair):
    browser = Browser(HOST, 8443, pair)
    wait_for("the gateway", 240, lambda: browser.send("GET", "/readyz")[0] == 200)
    token = invited()
    browser.ok("POST", "/auth/invites/accept", {"token": token, "password": PASSWORD})
    browser.cookies.clear()
    check("without a session the list is refused", browser.send("GET", "/api/leads")[0] == 401)
    browser.ok("POST", "/auth/sign-in", {"email": ADMIN, "password": PASSWORD})
    secret = browser.ok("POST", "/auth/set-up/totp", {})["secret"]
    codes = browser.ok("POST", "/auth/set-up/totp/confirm", {"code": totp(secret)})["recoveryCodes"]
    browser.ok("POST", "/auth/set-up/recovery-codes/confirm", {"number": codes[3]["number"], "code": codes[3]["code"]})
    browser.ok("GET", "/api/leads")
    body, signed = emulated.hook({"id": 600000001, "calendarId": 1, "appointmentTypeId": 1}, "changed")
    check("a signed hook is taken", browser.send("POST", "/webhooks/acuity", body, signed)[0] == 200)
    check("a forged one is refused", browser.send("POST", "/webhooks/acuity", body, signed | {"X-Acuity-Signature": "AAAA"})[0] == 401)
    return browser


def main():
    stop()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    (WORK / "containers.conf").write_text(CONFIGURATION)
    (WORK / "storage.conf").write_text(STORES.format(work=WORK))
    print("images", flush=True)
    postgresql_image()
    images()
    print("compose.yaml", flush=True)
    pair = practice()
    began = time.time()
    up("up")
    emulated.TARGETS[:] = [gateway_address()]
    browser = journey(pair)
    print(f"  signed in after {time.time() - began:.0f} s", flush=True)
    separated()
    print("anew", flush=True)
    check("all of it ends", compose("down", log="down.log") == 0)
    up("up-again")
    emulated.TARGETS[:] = [gateway_address()]
    wait_for("the session of before", 240, lambda: browser.send("GET", "/api/leads")[0] == 200)
    check("with the session of before", True)
    print(f"{len(emulated.checks)} checks, {time.time() - began:.0f} s since it was started")


def stop():
    if (WORK / "compose.yaml").exists():
        for name, one in containers().items():
            said = subprocess.run(["podman", "logs", one["Id"]], capture_output=True, env=environment())
            (WORK / f"{name}.said.log").write_bytes(said.stdout + said.stderr)
        compose("down", "-v", log="down.log")


if __name__ == "__main__":
    try:
        main()
    finally:
        stop()

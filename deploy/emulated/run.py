"""Starts everything exactly as the task definitions say, from the images, with moto in the place of AWS and Debian's PostgreSQL in that of RDS,
and does the main journey: the first administrator signs in, a booking is cancelled, its hook comes, the list changes.

As root on Debian, for the programs run as nobody in a root of their own: ./hotleads test images. Uses the Python that moto is installed for.
"""
import base64
import collections
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tarfile
import threading
import time
import urllib.request
import uuid

import boto3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
import datetime

ROOT = pathlib.Path(sys.argv[1]).resolve()
WORK = ROOT / "target" / "emulated"
TEMPLATE = ROOT / "deploy/target/templates/HotLeads-small.template.json"
# Who only borrows from here has none.
RESOURCES = json.loads(TEMPLATE.read_text())["Resources"] if TEMPLATE.exists() else {}
POSTGRESQL = pathlib.Path(sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))[-1]).parent
NOBODY = 10001
ADMIN = "first.admin.planted@practice.example"
SECOND_ADMIN = "second.admin.planted@practice.example"
PASSWORD = "seven-grey-herons-4471"
DATABASE_NAME = "database.hotleads.internal"
PROGRAMS = ["auth", "core", "webhooks", "sync", "gateway"]
PORTS = {"auth": 8101, "core": 8102, "webhooks": 8103, "sync": 8104, "gateway": 8443}
FIRST, SECOND = "127.0.0.1", "127.0.0.2"
# Whose image is another's.
IMAGES = {"invite": "migrate"}
ACUITY = {"user": "10000001", "key": "demo-acuity-key"}

started = []
checks = []


def check(what, holds):
    checks.append((what, bool(holds)))
    print(("  ok    " if holds else "  FAILED ") + what, flush=True)
    if not holds:
        raise SystemExit(1)


def of_type(kind):
    return {name: one for name, one in RESOURCES.items() if one["Type"] == kind}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def background(command, log, **more):
    process = subprocess.Popen(command, stdout=open(log, "ab"), stderr=subprocess.STDOUT, start_new_session=True, **more)
    started.append(process)
    return process


def wait_for(what, seconds, ask):
    until = time.time() + seconds
    while time.time() < until:
        try:
            if ask():
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.3)
    raise SystemExit(f"{what} did not come within {seconds} s; the logs are in {WORK}")


# --- What stands for AWS -------------------------------------------------------------------------------------------------


class Aws:
    """KMS, Secrets Manager, CloudWatch Logs and the locked bucket, and the template's references as they resolve there."""

    def __init__(self):
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        background([str(pathlib.Path(sys.executable).parent / "moto_server"), "-H", "127.0.0.1", "-p", str(self.port)], WORK / "moto.log")
        wait_for("moto", 60, lambda: urllib.request.urlopen(self.endpoint + "/moto-api/").status == 200)
        self.kms = self.client("kms")
        self.secrets = self.client("secretsmanager")
        self.logs = self.client("logs")
        self.key = self.kms.create_key()["KeyMetadata"]["Arn"]
        for group in of_type("AWS::Logs::LogGroup").values():
            self.logs.create_log_group(logGroupName=group["Properties"]["LogGroupName"])
        self.s3 = self.client("s3")
        name, locked = next((name, one["Properties"]) for name, one in of_type("AWS::S3::Bucket").items() if one["Properties"].get("ObjectLockEnabled"))
        self.locked = name.lower()
        self.s3.create_bucket(Bucket=self.locked, ObjectLockEnabledForBucket=True)
        self.s3.put_object_lock_configuration(Bucket=self.locked, ObjectLockConfiguration=locked["ObjectLockConfiguration"])

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id="made-up",
            aws_secret_access_key="made-up",
        )

    def resolve(self, value):
        if isinstance(value, str):
            return value
        if "Ref" in value:
            name = value["Ref"]
            if name == "AWS::Region":
                return "us-east-1"
            one = RESOURCES[name]
            if one["Type"] == "AWS::S3::Bucket":
                # The names of buckets have no capitals.
                return name.lower()
            return one["Properties"]["LogGroupName"] if one["Type"] == "AWS::Logs::LogGroup" else name
        if "Fn::GetAtt" in value:
            name, attribute = value["Fn::GetAtt"]
            if RESOURCES[name]["Type"] == "AWS::KMS::Key":
                return self.key
            if attribute == "Endpoint.Address":
                return DATABASE_NAME
            return f"{name}.{attribute}"
        if "Fn::Join" in value:
            separator, parts = value["Fn::Join"]
            return separator.join(self.resolve(part) for part in parts)
        raise SystemExit(f"Not resolved: {value}")

    def secret(self, reference):
        """As ECS does: the secret, and the member of it after the colon."""
        identifier, member = self.resolve(reference)[:-2].rsplit(":", 1)
        return json.loads(self.secrets.get_secret_value(SecretId=identifier)["SecretString"])[member]

    def lines(self, stream):
        group = next(
            one["Properties"]["LogGroupName"]
            for one in of_type("AWS::Logs::LogGroup").values()
            if one["Properties"]["LogGroupName"].endswith("/audit")
        )
        events = self.logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True, limit=10000)
        return [json.loads(event["message"]) for event in events["events"]]


# --- Certificates --------------------------------------------------------------------------------------------------------


def certificate(name):
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.timezone.utc)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    return (
        made.public_bytes(serialization.Encoding.PEM).decode(),
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode(),
    )


# --- What stands for RDS -------------------------------------------------------------------------------------------------


class Database:
    """With the parameters of the template, but for those that RDS alone knows."""

    def __init__(self, admin_password):
        self.folder = WORK / "postgresql"
        self.log = self.folder / "log" / "server.log"
        self.admin_password = admin_password
        subprocess.run(["install", "-d", "-o", "postgres", "-m", "700", str(self.folder)], check=True)
        first = WORK / "first.password"
        first.write_text("super\n")
        self.as_postgres([str(POSTGRESQL / "initdb"), "-D", str(self.folder), "-A", "scram-sha-256", f"--pwfile={first}", "-U", "super"])
        self.certificate, key = certificate(DATABASE_NAME)
        self.put("server.crt", self.certificate)
        self.put("server.key", key)
        parameters = next(iter(of_type("AWS::RDS::DBParameterGroup").values()))["Properties"]["Parameters"]
        settings = {name: value for name, value in parameters.items() if not name.startswith("rds.")}
        settings |= {
            "ssl": "on",
            "ssl_min_protocol_version": "TLSv1.3",
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "logging_collector": "on",
            "log_directory": "log",
            "log_filename": "server.log",
            "port": "5432",
        }
        self.put("postgresql.auto.conf", "".join(f"{name} = '{value}'\n" for name, value in settings.items()))
        # As rds.force_ssl does.
        self.put("pg_hba.conf", "hostssl all all all scram-sha-256\nhostssl replication super 127.0.0.1/32 scram-sha-256\n")
        self.start()
        self.ask(f"create role hl_admin login createrole createdb password '{admin_password}'", "postgres")
        self.ask("create database hotleads owner hl_admin", "postgres")
        self.ask("create extension pgaudit", "hotleads")

    def start(self):
        self.server = background(
            ["runuser", "-u", "postgres", "--", str(POSTGRESQL / "postgres"), "-D", str(self.folder)], WORK / "postgresql.log")
        wait_for("PostgreSQL", 60, lambda: self.ask("select 1", "postgres") == "1")

    def stop(self):
        """At once, whoever is connected, as a failing over does."""
        self.as_postgres([str(POSTGRESQL / "pg_ctl"), "stop", "-D", str(self.folder), "-m", "fast", "-s"])
        self.server.wait(30)

    def copied(self):
        """All of it as it is at this moment, while it is at work."""
        copy = self.folder.with_name("copied")
        subprocess.run(["install", "-d", "-o", "postgres", "-m", "700", str(copy)], check=True)
        self.as_postgres([str(POSTGRESQL / "pg_basebackup"), "-c", "fast", "-D", str(copy), "-d", "host=127.0.0.1 user=super password=super sslmode=require"])
        return copy

    def as_postgres(self, command, said=""):
        subprocess.run(["runuser", "-u", "postgres", "--"] + command, input=said.encode(), check=True, stdout=subprocess.DEVNULL, cwd="/")

    def put(self, name, text):
        self.as_postgres(["sh", "-c", f"umask 077; cat > '{self.folder / name}'"], text)

    def ask(self, sql, database="hotleads", user="super", password="super", sslmode="require"):
        answer = subprocess.run(
            [str(POSTGRESQL / "psql"), f"host=127.0.0.1 port=5432 dbname={database} user={user} sslmode={sslmode}", "-Atqc", sql],
            env={"PGPASSWORD": password},
            capture_output=True,
        )
        if answer.returncode:
            raise OSError(answer.stderr.decode())
        return answer.stdout.decode().strip()


# --- What stands for Fargate ---------------------------------------------------------------------------------------------


class Tasks:
    """Containers of the template, started from their images: as nobody, on a file system that cannot be written to."""

    def __init__(self, aws, authority):
        self.aws = aws
        self.hosts = {FIRST: WORK / "hosts", SECOND: WORK / "hosts.second"}
        self.known([FIRST])
        self.authority = WORK / "database-ca.pem"
        self.authority.write_text(authority)

    def known(self, addresses, beside_first=True):
        """What Cloud Map tells of each program, in any order: here those beside one's own copy come first, or last."""
        for own, file in self.hosts.items():
            order = sorted(addresses, key=lambda address: (address == own) != beside_first)
            file.write_text(
                "127.0.0.1 localhost\n"
                + "".join(f"{address} {program}.hotleads.internal\n" for program in PROGRAMS for address in order)
                + f"127.0.0.1 {DATABASE_NAME}\n"
            )

    def container(self, name):
        for task in of_type("AWS::ECS::TaskDefinition").values():
            for container in task["Properties"]["ContainerDefinitions"]:
                if container["Name"] == name:
                    return container
        raise SystemExit(f"No container {name}")

    def unpack(self, name):
        layout = WORK / (name + ".layout")
        root = WORK / (name + ".root")
        with tarfile.open(ROOT / "target/images" / (IMAGES.get(name, name) + ".tar")) as image:
            image.extractall(layout, filter="tar")

        def blob(described):
            path = layout / "blobs/sha256" / described["digest"].removeprefix("sha256:")
            check_digest(path, described["digest"])
            return path

        manifest = json.loads(blob(json.loads((layout / "index.json").read_text())["manifests"][0]).read_text())
        config = json.loads(blob(manifest["config"]).read_text())
        for layer in manifest["layers"]:
            with tarfile.open(blob(layer)) as packed:
                packed.extractall(root, filter="tar")
        shutil.rmtree(layout)
        for place in ["etc/hosts", "etc/hotleads/database-ca.pem", "dev/null", "dev/random", "dev/urandom", "etc/resolv.conf"]:
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).touch()
        # The resolver of DNS tells every address of a name; the one of this file only the first, unless told so.
        (root / "etc/host.conf").write_text("multi on\n")
        return root, config["config"]

    def environment(self, container):
        told = {one["Name"]: self.aws.resolve(one["Value"]) for one in container.get("Environment", [])}
        told |= {one["Name"]: self.aws.secret(one["ValueFrom"]) for one in container.get("Secrets", [])}
        # What ECS gives a task by itself, and where the emulator is.
        if any(name.startswith("HOTLEADS_KMS") for name in told):
            told |= {"AWS_ACCESS_KEY_ID": "made-up", "AWS_SECRET_ACCESS_KEY": "made-up", "HOTLEADS_AWS_ENDPOINT": self.aws.endpoint}
        return told

    def enter(self, root, writable, command, hosts):
        mounts = f"""
            set -e
            mount --bind '{root}' '{root}'
            mount --bind '{hosts}' '{root}/etc/hosts'
            mount --bind '{self.authority}' '{root}/etc/hotleads/database-ca.pem'
            for one in null random urandom; do mount --bind /dev/$one '{root}/dev/'$one; done
            mount -o remount,ro,bind '{root}'
            mount --bind '{writable}' '{root}/tmp'
            mount -t proc proc '{root}/proc'
            exec chroot --userspec={NOBODY}:{NOBODY} --groups= '{root}' "$@"
        """
        return ["/usr/bin/unshare", "--mount", "--pid", "--fork", "--kill-child", "/bin/sh", "-c", mounts, "sh"] + command

    def second(self, first):
        """One more of the same, beside the first; nobody comes after it, so that it need not linger."""
        task = self.task(first.name, first.root, first.more | {"HOTLEADS_LINGER": "0"}, SECOND)
        task.start()
        return task

    def start(self, name, more=None):
        container = self.container(name)
        root, config = self.unpack(name)
        check(f"{name}: the image and the task definition name the same command and user",
              config["Entrypoint"] == container["EntryPoint"] and (name in IMAGES or (config["Cmd"] or []) == container.get("Command", []))
              and config["User"] == container["User"] == str(NOBODY))
        task = self.task(name, root, more or {}, FIRST)
        task.start()
        return task

    def task(self, name, root, more, address):
        label = name if address == FIRST else name + ".second"
        writable = WORK / (label + ".tmp")
        writable.mkdir()
        os.chown(writable, NOBODY, NOBODY)
        return Task(self, name, label, root, writable, more, address)


class Task:
    def __init__(self, tasks, name, label, root, writable, more, address):
        self.tasks, self.name, self.label, self.root = tasks, name, label, root
        self.writable, self.container, self.more, self.address = writable, tasks.container(name), more, address

    def start(self):
        """With its secrets as they are now."""
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"} | self.tasks.environment(self.container) | self.more
        if self.name in PORTS:
            # Where Fargate gives each task an address of its own.
            environment["SERVER_ADDRESS"] = self.address
        command = self.container["EntryPoint"] + self.container.get("Command", [])
        self.process = background(self.enter(command), WORK / (self.label + ".log"), env=environment)

    def enter(self, command):
        return self.tasks.enter(self.root, self.writable, command, self.tasks.hosts[self.address])

    def is_ready(self):
        if self.name == "gateway":
            return answers(self.address)
        with urllib.request.urlopen(f"http://{self.address}:{PORTS[self.name]}/readyz") as answer:
            return answer.status == 200

    def is_called(self):
        """Whether somebody holds a connection to it, or did a moment ago; the machine writes addresses backwards."""
        octets = [f"{int(part):02X}" for part in reversed(self.address.split("."))]
        wanted = "".join(octets) + f":{PORTS[self.name]:04X}"
        held = [line.split() for line in connections()]
        # As it stands, or within an address of IPv6.
        return any(state in ("01", "06") and (here.endswith(wanted) or there.endswith(wanted)) for _, here, there, state, *_ in held)

    def java(self):
        """Its process as the machine sees it."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True).stdout.decode().split()
        return int(children[0])

    def is_healthy(self):
        command = self.container["HealthCheck"]["Command"][1:]
        port = next(one["Value"] for one in self.container["Environment"] if one["Name"] == "SERVER_PORT")
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SERVER_PORT": port}
        if self.name == "gateway":
            environment["HOTLEADS_TLS_CERT"] = "there"
        return subprocess.run(self.enter(command), env=environment, capture_output=True).returncode == 0

    def writes_nowhere(self):
        status = pathlib.Path(f"/proc/{self.java()}/status").read_text()
        numbers = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
        written = pathlib.Path("/proc", str(self.java()), "root", "app", "written")
        mount = subprocess.run(["nsenter", "-t", str(self.java()), "-m", "touch", str(written)], capture_output=True)
        return numbers["Uid"].split()[0] == str(NOBODY) and numbers["CapEff"].strip("0\t ") == "" and mount.returncode != 0

    def stop(self):
        os.kill(self.java(), signal.SIGTERM)
        return self.process.wait(60)


def connections():
    return [line for table in ("tcp", "tcp6") for line in pathlib.Path("/proc/net", table).read_text().splitlines()[1:]]


def answers(address):
    """As the load balancer asks a gateway after its health: by address, and whoever's its certificate is."""
    context = ssl._create_unverified_context()
    with urllib.request.urlopen(f"https://{address}:8443/readyz", context=context, timeout=30) as answer:
        return answer.status == 200


def check_digest(path, digest):
    if "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{path} is not what its name says")


# --- The journey ---------------------------------------------------------------------------------------------------------


TARGETS = [FIRST]


class Browser:
    """Speaks to the gateway as the load balancer does, for the name people open."""

    def __init__(self, host, port, pem):
        self.host, self.port = host, port
        # As the load balancer knows them; who is in none gets no more requests.
        self.targets = TARGETS
        self.context = ssl.create_default_context(cadata=pem)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3
        self.cookies = {}

    def send(self, method, path, body=None, headers=None):
        raw = socket.create_connection((random.choice(self.targets), self.port), 30)
        connection = http.client.HTTPSConnection(self.host, timeout=30)
        connection.sock = self.context.wrap_socket(raw, server_hostname=self.host)
        send = {"Origin": f"https://{self.host}", "X-Forwarded-For": "203.0.113.7"} | (headers or {})
        if self.cookies:
            send["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if isinstance(body, dict):
            body = json.dumps(body)
            send["Content-Type"] = "application/json"
        connection.request(method, path, body, send)
        answer = connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer.status, json.loads(text) if text.startswith(("{", "[")) else text

    def ok(self, method, path, body=None):
        status, answer = self.send(method, path, body)
        check(f"{method} {path.split('?')[0]}: {status}", status == 200)
        return answer


def totp(secret):
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def said_last(name):
    """The last line of a log."""
    return (WORK / f"{name}.log").read_text(errors="replace").rstrip().rsplit("\n", 1)[-1]


def link_of(task):
    """The first administrator's, as it stands in the task's log."""
    check("invite ends with 0", task.process.wait(60) == 0)
    written = (WORK / "invite.log").read_text(errors="replace")
    check("its log does not say who is invited", "planted" not in written.lower())
    links = re.findall(r"https://\S+/invite#\S+", written)
    check("and holds one link", len(links) == 1)
    return links[0]


class Acuity:
    def __init__(self):
        self.port = free_port()
        background(
            [java(), "-jar", str(ROOT / "simulators/target/simulators.jar"), "--port", str(self.port), "--data", str(WORK / "simulators")],
            WORK / "simulators.log")
        wait_for("the simulators", 90, lambda: urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz").status == 200)
        self.base = f"http://127.0.0.1:{self.port}/acuity"

    def control(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/control/api/{path}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


def java():
    return os.path.join(os.environ["JAVA_HOME"], "bin", "java")


def hook(booking, action, more=""):
    body = f"action={action}&id={booking['id']}&calendarID={booking['calendarId']}&appointmentTypeID={booking['appointmentTypeId']}{more}"
    signature = base64.b64encode(hmac.new(ACUITY["key"].encode(), body.encode(), hashlib.sha256).digest()).decode()
    return body, {"Content-Type": "application/x-www-form-urlencoded", "X-Acuity-Signature": signature}


def fill(aws, keys, gateway_pair):
    """As docs/runbooks/aws.md says, from the keys that migrate made."""
    key = lambda name: (keys / f"service-{name}.jwk").read_text()
    values = {
        "auth": {"HOTLEADS_SERVICE_KEYS": (keys / "service-keys.jwks").read_text(), "HOTLEADS_SMTP_USER": "user", "HOTLEADS_SMTP_PASSWORD": "password"},
        "core": {"HOTLEADS_SERVICE_KEY": key("core")},
        "webhooks": {"HOTLEADS_SERVICE_KEY": key("webhooks"), "HOTLEADS_ACUITY_API_KEY": ACUITY["key"]},
        "sync": {
            "HOTLEADS_SERVICE_KEY": key("sync"),
            "HOTLEADS_SYNC_KEY": (keys / "sync.key").read_text(),
            "HOTLEADS_ACUITY_USER_ID": ACUITY["user"],
            "HOTLEADS_ACUITY_API_KEY": ACUITY["key"],
        },
        "invite": {"HOTLEADS_SERVICE_KEY": key("launcher"), "HOTLEADS_FIRST_ADMIN": ADMIN},
        "gateway": {"HOTLEADS_SERVICE_KEY": key("gateway"), "HOTLEADS_TLS_CERT": gateway_pair[0], "HOTLEADS_TLS_KEY": gateway_pair[1]},
    }
    for identifier, one in of_type("AWS::SecretsManager::Secret").items():
        for program, given in values.items():
            if identifier.startswith("Secrets" + program):
                blank = json.loads(one["Properties"]["GenerateSecretString"]["SecretStringTemplate"])
                aws.secrets.create_secret(Name=identifier, SecretString=json.dumps(blank | given))


def passwords(aws):
    for identifier, one in of_type("AWS::SecretsManager::Secret").items():
        if identifier.startswith("DatabasePassword"):
            aws.secrets.create_secret(Name=identifier, SecretString=json.dumps({"password": uuid.uuid4().hex}))
    admin = uuid.uuid4().hex
    instance = next(iter(of_type("AWS::RDS::DBInstance")))
    aws.secrets.create_secret(Name=f"{instance}.MasterUserSecret.SecretArn", SecretString=json.dumps({"password": admin}))
    return admin


class Load:
    """Hooks without a pause, and which of them were acknowledged."""

    def __init__(self, host, pair, booking):
        self.browser, self.booking = Browser(host, 8443, pair), booking
        self.sent = self.acknowledged = 0
        self.refused = collections.Counter()
        self.ends = False
        self.thread = threading.Thread(target=self.run, daemon=True)

    def run(self):
        while not self.ends:
            self.sent += 1
            body, signed = hook(self.booking, "changed", f"&n={self.sent}")
            try:
                status, _ = self.browser.send("POST", "/webhooks/acuity", body, signed)
                if status == 200:
                    self.acknowledged += 1
                    continue
                self.refused[status] += 1
                if status not in (429, 502, 503, 504):
                    raise SystemExit(f"A hook was answered with {status}")
            except (OSError, http.client.HTTPException) as none:
                self.refused[type(none).__name__] += 1
            finally:
                time.sleep(0.05)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ends = True
        self.thread.join(60)


def stored(database):
    return int(database.ask("select count(*) from core.inbox_delivery"))


def replace_all(database, tasks, running, browser, pair, booking):
    """As ECS brings a new version: new ones beside the old, all of both at work, then the old ones told to end."""
    before = stored(database)
    with Load(browser.host, pair, booking) as load:
        wait_for("hooks", 60, lambda: load.acknowledged > 10)
        seconds = {name: tasks.second(running[name]) for name in PROGRAMS}
        for name, task in seconds.items():
            wait_for(f"the second {name}", 240, task.is_ready)
        tasks.known([FIRST, SECOND])
        TARGETS[:] = [FIRST, SECOND]
        check("two of each program are ready at once", True)
        reached = load.acknowledged
        wait_for("hooks by both", 60, lambda: load.acknowledged > reached + 50)
        # From now on whoever connects anew tries those first that are about to end, and finds that they are gone.
        tasks.known([FIRST, SECOND], beside_first=False)
        TARGETS[:] = [SECOND]
        for name in ["gateway", "webhooks", "sync", "core", "auth"]:
            reached = load.acknowledged
            check(f"the first {name} ends by itself under load", running[name].stop() in (0, 143))
            wait_for("hooks without it", 90, lambda: load.acknowledged > reached + 20)
        tasks.known([SECOND])
        for name, task in seconds.items():
            # Until then whoever had a connection to the first one kept it.
            wait_for(f"calls of {task.label}", 90, lambda: browser.send("GET", "/api/leads")[0] == 200 and task.is_called())
        check("a session outlives all that it was made with", browser.send("GET", "/api/leads")[0] == 200)
    kept = stored(database) - before
    check(f"of {load.sent} hooks {load.acknowledged} were acknowledged while all programs were replaced, {load.refused.total()} were told to come again ({dict(load.refused)}), and {kept} are stored",
          kept >= load.acknowledged > 100)
    # One that is on its way over a connection in the moment in which that is closed; a provider sends it again.
    check("hardly any was told that a part is away", load.refused.total() <= load.sent / 100)
    running.update(seconds)


def rotate_keys(database, browser, secret, booking):
    """Every key that the Keys page has, under KMS, while everybody works."""
    def proved():
        return browser.send("POST", "/auth/step-up", {"code": totp(secret)})[0] == 200

    wait_for("a code that was not used yet", 90, lambda: proved() or time.sleep(5))
    for path in ["/api/keys", "/auth/admin/keys"]:
        before = {key["purpose"]: key["id"] for key in browser.ok("GET", path)["items"]}
        for purpose in before:
            status, _ = browser.send("POST", f"{path}/{purpose}/rotate", {})
            check(f"{path}: {purpose} is rotated ({status})", status == 202)
            now = lambda: next(key for key in browser.send("GET", path)[1]["items"] if key["purpose"] == purpose)
            wait_for(f"the end of {purpose}", 120, lambda: now()["rotation"].get("finishedAt") and now()["id"] != before[purpose])
            check("and nothing was left out", now()["rotation"]["leftOut"] == 0)
    check("what was sealed before opens", booking["lastName"] in json.dumps(browser.send("GET", "/api/leads")[1], ensure_ascii=False))


def operations(aws, database, running, browser, pair, booking, erase):
    """The runbook's acts, under load; nothing that was acknowledged may be lost by any of them."""
    ready = lambda: browser.send("GET", "/readyz")[0] == 200
    before = stored(database)
    with Load(browser.host, pair, booking) as load:
        for name in ["webhooks", "sync", "auth", "core", "gateway"]:
            check(f"{name} ends by itself when told to", running[name].stop() in (0, 143))
            running[name].start()
            wait_for(f"{name} again", 180, ready)
        check("sessions outlive the programs", browser.send("GET", "/api/leads")[0] == 200)
        database.stop()
        time.sleep(2)
        database.start()
        wait_for("all of them after the database", 120, ready)
        check("the database was started anew under load", True)
        rotate(aws, database, "core", running["core"])
        wait_for("core with its new password", 180, ready)
        reached = load.acknowledged
        wait_for("hooks after all of that", 60, lambda: load.acknowledged > reached + 10)
    kept = stored(database) - before
    check(f"of {load.sent} hooks {load.acknowledged} were acknowledged, and all of these are stored ({kept})", kept >= load.acknowledged > 50)
    restore(aws, database, running, browser, booking, erase)


def rotate(aws, database, program, task):
    """As Secrets Manager's function does, and the start that follows it."""
    secret = next(name for name in of_type("AWS::SecretsManager::Secret") if name.startswith("DatabasePasswordhl" + program))
    password = uuid.uuid4().hex
    aws.secrets.put_secret_value(SecretId=secret, SecretString=json.dumps({"password": password}))
    old = task.tasks.environment(task.container)
    database.ask(f"alter role hl_{program} password '{password}'")
    check("a password changes while everything runs", old[f"HOTLEADS_DATABASE_{program.upper()}_PASSWORD"] == password)
    task.stop()
    task.start()


def restore(aws, database, running, browser, booking, erase):
    """To a moment before somebody was erased: the keys come back with it, for KMS opens them, and the one who was erased does not."""
    # Before the copy, for a proof makes the session anew.
    erase.prove(erase.first, erase.second)
    copy = database.copied()
    gone = erase()
    line = aws.s3.get_object(Bucket=aws.locked, Key="erasures/00000002")
    check("the ledger in the bucket knows who was erased, and lets nobody take it back",
          gone.encode() in line["Body"].read() and line["ObjectLockMode"] == "COMPLIANCE")
    aws.s3.delete_object(Bucket=aws.locked, Key="erasures/00000002")
    for name in ["core", "auth"]:
        running[name].stop()
    database.stop()
    database.folder.rename(database.folder.with_name("lost"))
    copy.rename(database.folder)
    database.start()
    check("the database that is put back knows nothing of it", database.ask("select count(*) from core.erasure") == "0")
    for name in ["auth", "core"]:
        running[name].start()
    wait_for("the programs on the restored database", 180, lambda: browser.send("GET", "/readyz")[0] == 200)
    check("what was sealed opens after a restore",
          booking["lastName"] in json.dumps(browser.send("GET", "/api/leads")[1], ensure_ascii=False))
    check("whoever was erased is erased again, though somebody deleted the line about them",
          database.ask("select person_id from core.erasure where state = 'done'") == gone
          and browser.send("GET", f"/api/people/{gone}/erasure")[0] == 404)


class Erase:
    """By two administrators, the second of whom is invited for it."""

    def __init__(self, browser, secret, pair, booking):
        self.first, self.booking = browser, booking
        self.secrets = {browser: secret}
        self.second = Browser(browser.host, browser.port, pair[0])
        self.prove(browser)
        status, made = browser.send(
            "POST", "/auth/admin/invites", {"email": SECOND_ADMIN, "displayName": "Second Planted", "role": "admin", "acuityCalendars": []})
        check(f"a second administrator is invited ({status})", status == 201)
        self.second.ok("POST", "/auth/invites/accept", {"token": made["link"].split("#")[1], "password": PASSWORD})
        self.second.cookies.clear()
        self.second.ok("POST", "/auth/sign-in", {"email": SECOND_ADMIN, "password": PASSWORD})
        secret = self.second.ok("POST", "/auth/set-up/totp", {})["secret"]
        codes = self.second.ok("POST", "/auth/set-up/totp/confirm", {"code": totp(secret)})["recoveryCodes"]
        self.second.ok("POST", "/auth/set-up/recovery-codes/confirm", {"number": codes[3]["number"], "code": codes[3]["code"]})
        self.secrets[self.second] = secret

    def prove(self, *browsers):
        """With the codes of the next half minute, for no code is taken twice."""
        time.sleep(31 - time.time() % 30)
        for browser in browsers:
            status, _ = browser.send("POST", "/auth/step-up", {"code": totp(self.secrets[browser])})
            check(f"it was proved again who asks ({status})", status in (200, 204))

    def __call__(self):
        person = next(one["personId"] for one in self.first.ok("GET", "/api/leads")["items"] if self.booking["lastName"] not in one["name"])
        plan = self.first.ok("GET", f"/api/people/{person}/erasure")["plan"]
        status, asked = self.first.send("POST", f"/api/people/{person}/erasure", {"plan": plan, "reason": "They asked us to"})
        check(f"one administrator asks that somebody is erased ({status})", status == 201)
        status, _ = self.second.send("POST", f"/api/erasures/{asked['id']}/approve", {"plan": plan})
        check(f"another approves it ({status})", status == 200)
        return person


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    os.chmod(WORK, 0o755)
    aws = Aws()
    database = Database(passwords(aws))
    tasks = Tasks(aws, database.certificate)

    print("migrate", flush=True)
    migrate = tasks.start("migrate")
    check("migrate ends with 0", migrate.process.wait(180) == 0)
    check("it made the roles and both schemas",
          database.ask("select count(*) from pg_roles where rolname in ('hl_owner','hl_auth','hl_core')") == "3"
          and int(database.ask("select count(*) from information_schema.tables where table_schema in ('auth','core')")) > 40)
    keys = migrate.writable / "migrate" / "keys"
    host = next(one["Value"] for one in tasks.container("gateway")["Environment"] if one["Name"] == "HOTLEADS_PUBLIC_URL").removeprefix("https://")
    pair = certificate(host)
    fill(aws, keys, pair)
    acuity = Acuity()

    print("the five programs", flush=True)
    begun = time.time()
    more = {
        "sync": {"HOTLEADS_ACUITY_BASE_URL": acuity.base},
        # The caller stands where the load balancer would.
        "gateway": {"HOTLEADS_LOAD_BALANCER": "127.0.0.0/8"},
    }
    running = {name: tasks.start(name, more.get(name)) for name in PROGRAMS}
    browser = Browser(host, 8443, pair[0])
    wait_for("the gateway", 180, lambda: browser.send("GET", "/readyz")[0] == 200)
    print(f"  ready after {time.time() - begun:.0f} s", flush=True)
    for name, task in running.items():
        check(f"{name}: its own health check says that it is alive", task.is_healthy())
        check(f"{name}: runs as nobody, without rights, and cannot write beside /tmp", task.writes_nowhere())

    print("the main journey", flush=True)
    invite = tasks.start("invite")
    token = link_of(invite).split("#")[1]
    browser.ok("POST", "/auth/invites/accept", {"token": token, "password": PASSWORD})
    browser.cookies.clear()
    check("without a session the list is refused", browser.send("GET", "/api/leads")[0] == 401)
    browser.ok("POST", "/auth/sign-in", {"email": ADMIN, "password": PASSWORD})
    check("with the password alone too", browser.send("GET", "/api/leads")[0] in (401, 403))
    secret = browser.ok("POST", "/auth/set-up/totp", {})["secret"]
    codes = browser.ok("POST", "/auth/set-up/totp/confirm", {"code": totp(secret)})["recoveryCodes"]
    browser.ok("POST", "/auth/set-up/recovery-codes/confirm", {"number": codes[3]["number"], "code": codes[3]["code"]})
    check("the link opens nothing any more", browser.send("POST", "/auth/invites/open", {"token": token})[0] == 410)
    invite.start()
    check("invite ends with 0 when there is an administrator", invite.process.wait(60) == 0)
    check("and invites nobody", said_last("invite").startswith("An administrator is there already"))
    before = browser.ok("GET", "/api/leads")
    booking = acuity.control("bookings?state=only&limit=1")[0]
    acuity.control(f"bookings/{booking['id']}/cancel", {})
    body, signed = hook(booking, "canceled")
    forged = signed | {"X-Acuity-Signature": base64.b64encode(b"0" * 32).decode()}
    check("a forged hook is refused", browser.send("POST", "/webhooks/acuity", body, forged)[0] == 401)
    check("the signed one is taken", browser.send("POST", "/webhooks/acuity", body, signed)[0] == 200)
    wait_for("the person on the list", 60, lambda: booking["lastName"] in json.dumps(browser.send("GET", "/api/leads")[1], ensure_ascii=False))
    check("the list shows whom to call, and did not before", booking["lastName"] not in json.dumps(before, ensure_ascii=False))

    print("what AWS has of it", flush=True)
    wait_for("the trail", 60, lambda: any("anchor" in line for line in aws.lines("core")) and any("anchor" in line for line in aws.lines("auth")))
    # Refusals of strangers are counted by the minute, and told then.
    acts = lambda: {line["entry"]["act"] for stream in ("auth", "core") for line in aws.lines(stream) if "entry" in line}
    wait_for("the sign-in and the refused hook in the trail", 150, lambda: {"sign-in.done", "hook.refused"} <= acts())
    check("the trail tells of the sign-in and of the refused hook", True)
    check("the keys of both are wrapped by KMS",
          {database.ask(f"select kms_key from {schema}.key_set") for schema in ("auth", "core")} == {aws.key})
    kept = lambda: [one["Key"] for one in aws.s3.list_objects_v2(Bucket=aws.locked).get("Contents", [])]
    wait_for("the day's anchors", 120, lambda: len(kept()) >= 3)
    check("the erasure ledger is begun in the locked bucket, and each trail's anchor of the day lies there",
          [key for key in kept() if re.fullmatch(r"erasures/00000001|anchors/(auth|core)/\d{4}-\d\d-\d\d", key)] == kept() and kept()[-1] == "erasures/00000001"
          and {key.split("/")[1] for key in kept()[:-1]} == {"auth", "core"})

    print("the database's own log", flush=True)
    written = database.log.read_text(errors="replace")
    planted = [ADMIN, SECOND_ADMIN, "Planted", PASSWORD, booking["lastName"], booking["firstName"], booking["email"], booking["phone"]]
    check("pgaudit tells who made what", "AUDIT: SESSION" in written and "CREATE TABLE" in written and "CREATE ROLE" in written)
    check("and tells nothing of anybody", not [one for one in planted if one and len(one) > 3 and one.lower() in written.lower()])
    check("nor a password", aws.secret({"Fn::Join": ["", [next(n for n in of_type("AWS::SecretsManager::Secret") if n.startswith("DatabasePasswordhlcore")), ":password::"]]}) not in written)
    programs = "".join((WORK / f"{name}.log").read_text(errors="replace") for name in PROGRAMS + ["invite"])
    check("nor do the programs' logs", not [one for one in planted if one and len(one) > 3 and one.lower() in programs.lower()])
    try:
        database.ask("select 1", sslmode="disable")
        check("without TLS nobody comes in", False)
    except OSError:
        check("without TLS nobody comes in", True)

    print("two of each", flush=True)
    replace_all(database, tasks, running, browser, pair[0], booking)

    print("operations", flush=True)
    operations(aws, database, running, browser, pair[0], booking, Erase(browser, secret, pair, booking))

    print("keys", flush=True)
    rotate_keys(database, browser, secret, booking)

    told = "".join((WORK / f"{name}{copy}.log").read_text(errors="replace") for name in PROGRAMS for copy in ("", ".second"))
    check("none of all this told of anybody", not [one for one in planted if one and len(one) > 3 and one.lower() in told.lower()])

    print("stopping", flush=True)
    for name in ["gateway", "webhooks", "sync", "core", "auth"]:
        check(f"{name} ends by itself when told to", running[name].stop() in (0, 143))
    print(f"{len(checks)} checks, {time.time() - begun:.0f} s since the programs were started")


if __name__ == "__main__":
    try:
        main()
    finally:
        # With all that it began: whoever runs as nobody outlives what began it.
        for way in signal.SIGTERM, signal.SIGKILL:
            for process in reversed(started):
                try:
                    os.killpg(process.pid, way)
                except ProcessLookupError:
                    pass
            time.sleep(3)

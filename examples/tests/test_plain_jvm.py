"""A JVM application without Spark shares immutable objects with Python."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import drystone
import pytest
from py4j.java_gateway import GatewayParameters, JavaGateway
from py4j.protocol import Py4JError

from main_job.places import EXAMPLES

MAIN_CLASS = "org.drystone.examples.plainjvm.PriceShop"
TARGET = EXAMPLES / "plain-jvm" / "target"


class Shop:
    """The application as a process."""

    def __init__(self, folder: Path) -> None:
        self.connection_file = folder / "connection.json"
        java = Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
        class_path = f"{TARGET / 'classes'}{os.pathsep}{(TARGET / 'classpath').read_text()}"
        self.process = subprocess.Popen(
            [str(java), "-cp", class_path, MAIN_CLASS, str(self.connection_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.url = self.line().removeprefix("ready ")

    def line(self) -> str:
        """The next line that it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def reprice(self, article: str, amount: str) -> None:
        """Tells the application a new price, and returns when it is published."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{article} {amount}\n")
        self.process.stdin.flush()
        assert self.line().startswith("published shared/prices:v")

    def token(self, user: str) -> str:
        """The token of a user, as it stands in the connection file."""
        return json.loads(self.connection_file.read_text())["users"][user]["token"]

    def connect(self, user: str) -> drystone.Hub:
        """The application's registry, for that user."""
        return drystone.connect(self.url, self.token(user))

    @contextmanager
    def gateway(self, user: str) -> Iterator[JavaGateway]:
        """The application as plain Py4J sees it."""
        port = int(self.url.rpartition(":")[2])
        gateway = JavaGateway(gateway_parameters=GatewayParameters(port=port, auth_token=self.token(user)))
        try:
            yield gateway
        finally:
            gateway.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path)
    with shop.process:
        yield shop
        assert shop.process.stdin is not None
        shop.process.stdin.close()
        assert shop.process.wait(60) == 0


def test_python_reads_what_the_application_published(shop: Shop) -> None:
    with shop.connect("alan") as hub:
        book = hub["shared/prices"]

        assert (book.currency, book.prices[0].article, book.prices[0].amount) == (
            "EUR",
            "tea",
            Decimal("3.80"),
        )


def test_a_version_that_python_holds_stays_as_it_was(shop: Shop) -> None:
    with shop.connect("alan") as hub:
        v1 = hub.describe("shared/prices")
        shop.reprice("tea", "4.00")
        v2 = hub.wait("shared/prices:v2", timeout=60)

        assert [hub[v].prices[0].amount for v in (v1, v2)] == [Decimal("3.80"), Decimal("4.00")]


def test_the_application_works_with_what_python_published(shop: Shop) -> None:
    with shop.connect("alan") as hub:
        hub["shared/discounts"] = {"tea": Decimal("0.10")}

    with shop.gateway("alan") as gateway:
        quote = gateway.entry_point.quote("tea", 3)

        assert (quote.total(), quote.bookVersion()) == (Decimal("10.26"), 1)


def test_a_sealed_user_reaches_nothing_else_of_the_jvm(shop: Shop) -> None:
    with shop.gateway("alan") as gateway, pytest.raises(Py4JError):
        gateway.jvm.java.lang.System.getProperty("user.name")


def test_a_user_with_the_right_jvm_does(shop: Shop) -> None:
    with shop.gateway("ada") as gateway:
        assert gateway.jvm.java.lang.Math.max(1, 2) == 2

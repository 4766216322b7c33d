"""What the README tells to copy and paste works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from main_job.hub_process import HubProcess
from main_job.places import EXAMPLES, HUB

ROOT = EXAMPLES.parent
README = (ROOT / "README.md").read_text("utf-8")


def examples(section: str, language: str) -> list[str]:
    """The blocks of a language in a section."""
    [text] = re.findall(rf"^### {section}\n(.*?)(?=^##)", README, re.DOTALL | re.MULTILINE)
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def output(command: list[str], environment: dict[str, str] | None = None, folder: Path | None = None) -> str:
    """What a command prints; it must end with status 0."""
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def python(program: str, environment: dict[str, str]) -> str:
    """What a Python program prints that finds its hub by these variables."""
    foreign = ("DRYSTONE_", "PYSPARK_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return output([sys.executable, "-c", program], inherited | environment)


def java(name: str) -> str:
    """A program of the JDK that runs the build."""
    return str(Path(os.environ["JAVA_HOME"]) / "bin" / name) if "JAVA_HOME" in os.environ else name


def compiled(program: str, folder: Path) -> list[str]:
    """The command that runs a Java program, with what the hub has on its class path."""
    [name] = re.findall(r"^public class (\w+)", program, re.MULTILINE)
    target = EXAMPLES / "spark-hub" / "target"
    class_path = (target / "classpath").read_text()
    source = folder / f"{name}.java"
    source.write_text(program)
    output([java("javac"), "-cp", class_path, "-d", str(folder), str(source)])
    options = f"@{target / 'java-options'}"
    return [java("java"), options, "-cp", f"{folder}{os.pathsep}{class_path}", name]


def test_the_notebook_without_spark_and_then_with_it(hub: HubProcess) -> None:
    without_spark, with_spark, unmodified = examples("From a notebook", "python")
    found = {"DRYSTONE_CONNECTION_FILE": str(hub.connection_file)}
    two_variables = {"PYSPARK_GATEWAY_PORT": str(hub.port), "PYSPARK_GATEWAY_SECRET": hub.token("ada")}

    python(without_spark, found)
    assert "carrier" in python(with_spark, found)
    assert "carrier" in python(unmodified, two_variables)


def test_the_hub_of_the_notebook_has_options_that_there_are() -> None:
    [command] = examples("From a notebook", "bash")

    assert {*re.findall(r"--[a-z-]+", command)} <= {*re.findall(r"--[a-z-]+", output([str(HUB), "--help"]))}


def test_the_spark_application(tmp_path: Path) -> None:
    [program] = examples("From a Spark application", "java")

    assert "100" in output(compiled(program, tmp_path), folder=tmp_path)


def test_the_jvm_application_and_its_python(tmp_path: Path) -> None:
    [program] = examples("From any JVM application", "java")
    [client] = examples("From any JVM application", "python")
    found = {"DRYSTONE_CONNECTION_FILE": str(tmp_path / "connection.json")}
    command = compiled(program, tmp_path)

    with subprocess.Popen(
        command, env=os.environ | found, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("ready ")
        assert "low=3, high=9" in python(client, found)
        process.communicate("\n", timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("section", ["From a Spark application", "From any JVM application"])
def test_the_dependencies_are_those_of_this_build(section: str) -> None:
    [dependency] = examples(section, "xml")
    [version] = re.findall(r"<version>(.*)</version>", dependency)
    [artifact] = re.findall(r"<artifactId>(.*)</artifactId>", dependency)

    assert f"<version>{version}</version>" in (ROOT / artifact / "pom.xml").read_text()


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target

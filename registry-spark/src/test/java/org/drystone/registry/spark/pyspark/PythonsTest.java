package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.drystone.registry.InvalidArgumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonsTest {

  @TempDir Path folder;
  private String standard;
  private String other;

  @BeforeEach
  void pythons() throws IOException {
    standard = python("standard", "3.11");
    other = python("other", "3.12");
  }

  @Test
  void the_clients_own_executable_runs_its_functions_where_it_is_found() throws IOException {
    Pythons pythons = new Pythons(standard, Map.of());
    String own = python("own", "3.11");
    assertThat(pythons.executableFor("3.11", own)).isEqualTo(own);
  }

  @Test
  void an_executable_of_another_version_than_the_client_says_is_not_used() {
    Pythons pythons = new Pythons(standard, Map.of());
    assertThat(pythons.executableFor("3.11", other)).isEqualTo(standard);
  }

  @Test
  void the_owner_of_the_hub_decides_for_a_version() {
    Pythons pythons = new Pythons(standard, Map.of()).with("3.12", "/opt/python");
    assertThat(pythons.executableFor("3.12", other)).isEqualTo("/opt/python");
    assertThat(pythons.versions()).containsExactly("3.11", "3.12");
  }

  @Test
  void the_hubs_executable_serves_a_client_from_elsewhere() {
    Pythons pythons = new Pythons(standard, Map.of());
    assertThat(pythons.executableFor("3.11", "/nowhere/python")).isEqualTo(standard);
  }

  @Test
  void another_version_is_refused_and_both_are_named() {
    Pythons pythons = new Pythons(standard, Map.of());
    assertThatThrownBy(() -> pythons.executableFor("3.12", other))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll("3.12", "3.11", "add an executable");
  }

  @Test
  void what_is_no_python_has_no_version() throws IOException {
    assertThat(PythonProbe.version("/nowhere/python")).isEmpty();
    assertThat(PythonProbe.version(python("chatty", "hello"))).isEmpty();
    assertThat(PythonProbe.version(script("failing", "exit 1"))).isEmpty();
  }

  @Test
  void a_wrong_version_is_refused_when_the_hub_starts() {
    assertThatThrownBy(() -> PySpark.on(new LocalSpark()).withPython("3", "python3"))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private String python(String name, String version) throws IOException {
    return script(name, "echo " + version);
  }

  private String script(String name, String line) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}

package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that users take: with its own Guava and ASM inside, beside whatever Guava they have. */
class PackagedJarIT {

  @Test
  void holds_nothing_outside_its_own_packages() throws Exception {
    try (JarFile jar = new JarFile(jar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("META-INF/NOTICE")
          .allMatch(
              entry ->
                  entry.startsWith("META-INF/")
                      || "org/drystone/registry/".startsWith(entry)
                      || entry.startsWith("org/drystone/registry/"));
    }
  }

  @Test
  void needs_no_asm_on_the_class_path() {
    assertThatThrownBy(() -> Class.forName("org.objectweb.asm.ClassReader"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private static Path jar() throws Exception {
    return Path.of(Hub.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

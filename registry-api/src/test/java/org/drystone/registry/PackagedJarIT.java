package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void publishes_a_generic_value_and_reads_it_as_a_supertype() {
    Key<ImmutableList<String>> key =
        Key.of("shared/carriers", new TypeRef<ImmutableList<String>>() {});
    Key<List<String>> asList = Key.of("shared/carriers", new TypeRef<List<String>>() {});
    try (Hub hub = Hub.create()) {
      hub.registry().publish(key, ImmutableList.of("AA", "UA"));

      assertThat(hub.registry().get(asList)).containsExactly("AA", "UA");
    }
  }

  private static Path jar() throws Exception {
    return Path.of(Hub.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

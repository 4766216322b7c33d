package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** What the walk reads, and what it never calls. */
class WalkRulesTest {

  /** Every method that a walk might be tempted to call ends the test. */
  static final class Hostile extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Object> iterator() {
      throw new AssertionError("iterator() was called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals() was called");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode() was called");
    }

    @Override
    public String toString() {
      throw new AssertionError("toString() was called");
    }

    @Override
    public int size() {
      throw new AssertionError("size() was called");
    }
  }

  /** Shows harmless elements and holds something else. */
  static final class Lying extends AbstractList<Object> {
    private final Object held;

    Lying(Object held) {
      this.held = held;
    }

    @Override
    public Object get(int index) {
      return "harmless";
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** A key that behaves only while a map is made of it. */
  static final class Key {
    private static boolean isMade;

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      assertThat(isMade).isFalse();
      return 1;
    }

    @Override
    public String toString() {
      throw new AssertionError("toString() was called");
    }
  }

  record Holder(Object held) {}

  static final class Weak {
    private final Map<Object, Object> map;

    Weak(Object key) {
      map = new WeakHashMap<>();
      map.put(key, 1);
    }
  }

  final class Inner {
    private final String text = "a";

    @Override
    public String toString() {
      return text + changing;
    }
  }

  private int changing;

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  @Test
  void methods_of_users_are_never_called() {
    assertThat(check(new Hostile())).startsWith("MUTABLE");
    assertThat(check(List.of(new Holder(new Hostile())))).startsWith("MUTABLE: List[0].held ");
    Map<Key, Object> map = Map.of(new Key(), new Date(0));
    Key.isMade = true;
    assertThat(check(map)).startsWith("MUTABLE: Map[value 0] is a java.util.Date");
  }

  @Test
  void a_collection_of_the_users_is_read_field_by_field() {
    assertThat(check(new Lying("a"))).startsWith("IMMUTABLE");
    assertThat(check(new Lying(new Date(0)))).contains("Lying.held is a java.util.Date");
  }

  @Test
  void empty_arrays_cannot_change() {
    assertThat(check(new Holder(new Object[0]))).startsWith("IMMUTABLE");
    assertThat(check(new Holder(new Object[0][1]))).startsWith("IMMUTABLE");
    assertThat(check(new Holder(new Object[1]))).startsWith("MUTABLE");
  }

  @Test
  void the_outer_object_is_a_part_like_others() {
    changing++;
    assertThat(check(new Inner())).startsWith("MUTABLE: WalkRulesTest.Inner.this$0 ");
  }

  @Test
  void a_map_of_weak_keys_changes_by_itself() {
    assertThat(check(new Weak("a"))).startsWith("MUTABLE: WalkRulesTest.Weak.map ");
  }

  @Test
  void a_proxy_is_what_its_handler_is() {
    assertThat(check(proxy(new Holder("a")))).startsWith("IMMUTABLE");
    assertThat(check(List.of(proxy(new Holder(new Date(0))))))
        .contains("List[0].<handler>.arg$1.held is a java.util.Date");
  }

  private static Object proxy(Holder holder) {
    return Proxy.newProxyInstance(
        WalkRulesTest.class.getClassLoader(),
        new Class<?>[] {Runnable.class},
        (self, method, arguments) -> holder.held());
  }

  @Test
  void what_the_jdk_hides_is_undecided_and_the_fix_tells_what_would_open_it() {
    assertThat(check(new X500Principal("CN=a")))
        .startsWith("UNDECIDED: X500Principal ")
        .contains("--add-opens java.base/javax.security.auth.x500=ALL-UNNAMED");
  }

  @Test
  void what_a_voucher_throws_is_undecided() {
    ImmutabilityChecker broken =
        ImmutabilityChecker.builder()
            .voucher(
                object -> {
                  throw new IllegalStateException("no engine");
                })
            .build();
    assertThat(broken.check(new Holder(1)).toString())
        .startsWith("UNDECIDED: WalkRulesTest.Holder cannot be looked at (java.lang.IllegalState");
    assertThat(broken.check("a").kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void deep_containers() {
    Object nested = new Date(0);
    for (int i = 0; i < 100_000; i++) {
      nested = i % 2 == 0 ? Optional.of(nested) : Collections.singletonList(nested);
    }
    assertThat(check(nested)).startsWith("MUTABLE: List[0].get()[0]");
  }

  @Test
  void with_the_opens_that_spark_asks_for_views_are_looked_behind() throws Exception {
    assertThat(runWith("--add-opens", "java.base/java.util=ALL-UNNAMED"))
        .containsExactly(
            "IMMUTABLE (KNOWN): List cannot change",
            "MUTABLE: Map.m is a java.util.HashMap, which is mutable. Use Map.copyOf(..), or"
                + " publish with copying()",
            "IMMUTABLE (KNOWN): WalkRulesTest.Shown cannot change");
  }

  @Test
  void without_them_they_are_undecided_but_for_the_jdks_immutable_ones() throws Exception {
    assertThat(runWith())
        .containsExactly(
            "IMMUTABLE (KNOWN): List cannot change",
            "UNDECIDED: Map is an unmodifiable view of what may still change. Use Map.copyOf(..),"
                + " or publish with copying()",
            "IMMUTABLE (KNOWN): WalkRulesTest.Shown cannot change");
  }

  private static List<String> runWith(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Path output = Files.createTempFile("verdicts", ".txt");
    Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  /** Shows a view of what only it holds. */
  static final class Shown {
    private final List<String> shown;

    Shown(String... texts) {
      List<String> own = new ArrayList<>();
      for (String text : texts) {
        own.add(text);
      }
      shown = Collections.unmodifiableList(own);
    }
  }

  /** Prints what is found of some views. */
  static final class Main {

    public static void main(String[] arguments) {
      ImmutabilityChecker checker = new ImmutabilityChecker();
      System.out.println(checker.check(Collections.unmodifiableList(List.of("a"))));
      System.out.println(checker.check(Collections.unmodifiableMap(new HashMap<>())));
      System.out.println(checker.check(new Shown("a")));
    }
  }

  private String check(Object object) {
    return checker.check(object).toString();
  }
}

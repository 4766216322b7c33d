package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.drystone.registry.Guarantee;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotImmutableException;
import org.drystone.registry.Publication;
import org.drystone.registry.Query;
import org.drystone.registry.TypeMismatchException;
import org.drystone.registry.TypeRef;
import org.drystone.registry.VersionId;
import org.drystone.registry.Versioned;
import org.drystone.registry.immutability.Verdict;
import org.drystone.registry.values.ByteString;
import org.junit.jupiter.api.Test;

/** What one publisher sees of what it published. */
abstract class PublishingContract extends Facet {

  private static final Key<String> GREETING = Key.of("ada/greeting", String.class);

  PublishingContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void a_published_object_is_read_as_the_same_object() {
    List<String> words = List.of("hello", "world");
    Key<List<String>> key = Key.of("ada/words", new TypeRef<List<String>>() {});

    ada.publish(key, words);

    assertThat(ada.get(key)).isSameAs(words);
  }

  @Test
  void the_label_tells_what_was_published_by_whom_and_when() {
    Label first = ada.publish(GREETING, "hello");
    Label label =
        ada.publish(
            GREETING,
            "goodbye",
            with -> with.describedAs("a *word*").tagged("gold").property("lang", "en"));

    assertThat(label.id()).hasToString("ada/greeting:v2");
    assertThat(label.previous()).hasValue(1);
    assertThat(label.revision()).isEqualTo(2);
    assertThat(label.publisher()).isEqualTo(ADA);
    assertThat(label.publishedAt()).isEqualTo(NOON);
    assertThat(label.type()).isEqualTo("java.lang.String");
    assertThat(label.guarantee()).isEqualTo(Guarantee.IMMUTABLE);
    assertThat(label.description()).hasValue("a *word*");
    assertThat(label.tags()).containsExactly("gold");
    assertThat(label.properties()).isEqualTo(Map.of("lang", "en"));
    assertThat(first.previous()).isEmpty();
  }

  @Test
  void each_version_stays_readable_and_described() {
    Label first = ada.publish(GREETING, "hello");
    Label second = ada.publish(GREETING, "goodbye");

    assertThat(ada.get(GREETING)).isEqualTo("goodbye");
    assertThat(ada.get(GREETING.version(1))).isEqualTo("hello");
    assertThat(ada.describe(GREETING.version(1))).isEqualTo(first);
    assertThat(ada.versions(GREETING.name())).containsExactly(first, second);
    assertThat(ada.read(GREETING)).isEqualTo(new Versioned<>("goodbye", second));
  }

  @Test
  void what_is_not_there_is_not_found() {
    ada.publish(GREETING, "hello");

    assertThat(ada.find(Key.of("ada/nothing", String.class))).isEmpty();
    assertThat(ada.find(GREETING.version(2))).isEmpty();
    assertThatThrownBy(() -> ada.get(GREETING.version(2)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("ada/greeting:v2 was not found")
        .hasMessageContaining("the latest version of ada/greeting is ada/greeting:v1");
    assertThatThrownBy(() -> ada.get(GREETING.alias("prod"))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> ada.versions(Name.parse("ada/nothing")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_supertype_can_be_asked_for_and_a_wrong_type_is_an_error_that_names_both() {
    ada.publish(GREETING, "hello");

    assertThat(ada.get(Key.of(GREETING.name(), CharSequence.class))).isEqualTo("hello");
    assertThat(ada.get(Key.of(GREETING.name(), Object.class))).isEqualTo("hello");
    assertThatThrownBy(() -> ada.get(Key.of(GREETING.name(), Integer.class)))
        .isInstanceOf(TypeMismatchException.class)
        .hasMessageContaining("java.lang.Integer")
        .hasMessageContaining("java.lang.String");
  }

  @Test
  void type_arguments_count() {
    ada.publish(Key.of("ada/words", new TypeRef<List<String>>() {}), List.of("a"));

    assertThat(ada.get(Key.of("ada/words", new TypeRef<List<? extends CharSequence>>() {})))
        .containsExactly("a");
    assertThatThrownBy(() -> ada.get(Key.of("ada/words", new TypeRef<List<Integer>>() {})))
        .isInstanceOf(TypeMismatchException.class);
  }

  @Test
  void a_primitive_class_stands_for_its_box() {
    ada.publish(Key.of("ada/count", int.class), 3);

    assertThat(ada.get(Key.of("ada/count", int.class))).isEqualTo(3);
    assertThat(ada.get(Key.of("ada/count", Integer.class))).isEqualTo(3);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void a_value_that_is_not_of_the_type_of_the_key_is_refused() {
    assertThatThrownBy(() -> ada.publish((Key) GREETING, 3))
        .isInstanceOf(TypeMismatchException.class)
        .hasMessageContaining("java.lang.Integer");
    assertThat(ada.position().revision()).isZero();
  }

  @Test
  @SuppressWarnings("NullAway") // the compiler of a careless caller says nothing
  void null_is_refused() {
    assertThatThrownBy(() -> ada.publish(GREETING, null))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void a_mutable_object_is_refused_with_path_and_fix() {
    record Report(List<int[]> days) {}
    Report report = new Report(List.of(new int[1]));

    assertThatThrownBy(() -> ada.publish(Key.of("ada/report", Report.class), report))
        .isInstanceOfSatisfying(
            NotImmutableException.class,
            e -> {
              assertThat(e.verdict().kind()).isEqualTo(Verdict.Kind.MUTABLE);
              assertThat(e.verdict().path()).endsWith("Report.days[0]");
              assertThat(e).hasMessageContaining("int[]");
              assertThat(e.remedy()).isNotBlank();
            });
    assertThat(ada.list(Query.all()).labels()).isEmpty();
  }

  @Test
  void a_mutable_object_can_be_vouched_for_and_says_so_for_ever() {
    Key<int[]> key = Key.of("ada/day", int[].class);

    Label label =
        ada.publish(key, new int[1], with -> with.evenIfMutable("an old interface needs it"));

    assertThat(label.guarantee()).isEqualTo(Guarantee.MUTABLE);
    assertThat(label.evidence()).contains("an old interface needs it");
  }

  @Test
  void collections_can_be_copied_on_the_way() {
    List<Object> words = new ArrayList<>();
    words.add("one");
    words.add(null);
    Key<Object> key = Key.of("ada/words", Object.class);

    ada.publish(key, words, Publication::copying);
    words.add("three");

    assertThat((List<?>) ada.get(key)).hasSize(2);
    assertThat((Object) ada.get(Key.of("ada/words", List.class))).isEqualTo(words.subList(0, 2));
  }

  @Test
  void a_copied_collection_has_the_type_of_the_key() {
    Key<Map<String, Integer>> key = Key.of("ada/sizes", new TypeRef<Map<String, Integer>>() {});

    ada.publish(key, new HashMap<>(Map.of("one", 1)), Publication::copying);

    assertThat(ada.get(key)).isEqualTo(Map.of("one", 1));
    Key<Set<Integer>> set = Key.of("ada/numbers", new TypeRef<Set<Integer>>() {});
    ada.publish(set, new HashSet<>(Set.of(1)), Publication::copying);
    assertThat(ada.get(set)).containsExactly(1);
  }

  @Test
  void a_copied_set_or_map_of_no_declared_type_tells_no_class_of_its_own() {
    Key<Object> key = Key.of("ada/any", Object.class);

    assertThat(ada.publish(key, new TreeSet<>(Set.of(1)), Publication::copying).type())
        .isEqualTo("java.util.Set<java.lang.Object>");
    assertThat(ada.publish(key, new TreeMap<>(Map.of(1, 2)), Publication::copying).type())
        .isEqualTo("java.util.Map<java.lang.Object, java.lang.Object>");
    assertThat(ada.publish(key, ByteString.of(new byte[1]), Publication::copying).type())
        .isEqualTo(ByteString.class.getName());
  }

  @Test
  void a_copy_that_is_not_of_the_type_of_the_key_is_refused() {
    Key<TreeSet<Integer>> key = Key.of("ada/sorted", new TypeRef<TreeSet<Integer>>() {});
    TreeSet<Integer> value = new TreeSet<>(Set.of(1));

    assertThatThrownBy(() -> ada.publish(key, value, Publication::copying))
        .isInstanceOf(TypeMismatchException.class)
        .hasMessageContaining("TreeSet");
  }

  @Test
  void an_option_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> ada.publish(GREETING, "x", with -> with.option("cache", "memory")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("cache");
  }

  @Test
  void parents_are_recorded_and_must_exist() {
    Label parent = ada.publish(GREETING, "hello");

    Label child =
        ada.publish(
            Key.of("ada/shout", String.class), "HELLO", with -> with.derivedFrom(parent.id()));

    assertThat(child.parents()).containsExactly(parent.id());
    VersionId missing = new VersionId(GREETING.name(), 9);
    assertThatThrownBy(() -> ada.publish(GREETING, "x", with -> with.derivedFrom(missing)))
        .isInstanceOf(NotFoundException.class);
  }
}

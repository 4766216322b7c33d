package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb, by callers of every right, however they came to it. */
class AccessMatrixTest {

  private static final Verbs.Names NAMES = names("ada/there", "ada/gone1");
  private static final Verbs.Names NEVER = names("ada/never", "ada/never2");
  private static final Principal TEAM = Principal.group("team");

  private final Hub hub =
      Hub.builder().host(Principal.user("host")).adapter(new BoxAdapter()).open();
  private final Registry ada = Users.ada(hub);
  private final Registry grace =
      hub.as(Caller.of(Users.GRACE).inGroups(Set.of(TEAM, Principal.group("other"))));

  /** How a right is given to grace. */
  enum Way {
    TO_HER_ON_THE_NAMES,
    TO_HER_GROUP_ON_THE_NAMESPACE
  }

  @BeforeEach
  void publish() {
    for (Name name : List.of(NAMES.present(), NAMES.gone())) {
      for (String content : List.of("1", "2", "3")) {
        ada.publish(Key.of(name, Box.class), new Box(content), with -> with.tagged("gold"));
      }
    }
    ada.unpublish(NAMES.version(2));
    ada.aliases().set(NAMES.prod(), NAMES.version(3));
    ada.aliases().set(NAMES.prod(), NAMES.version(1));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  static Stream<Verbs.Row> verbs() {
    return Verbs.all().stream();
  }

  static Stream<Arguments> verbsAndRights() {
    return verbs()
        .flatMap(
            row ->
                Arrays.stream(Right.values())
                    .flatMap(
                        right ->
                            Arrays.stream(Way.values()).map(way -> Arguments.of(row, right, way))));
  }

  @Test
  void every_verb_has_a_row() {
    List<String> declared = new ArrayList<>();
    collect(Registry.class, declared);
    collect(Snapshot.class, declared);

    assertThat(Verbs.all())
        .extracting(Verbs.Row::verb)
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest(name = "{0} with {1} {2}")
  @MethodSource("verbsAndRights")
  void a_verb_works_with_its_right_and_with_no_lower_one(Verbs.Row row, Right right, Way way) {
    give(right, way);
    ada.unpublish(NAMES.gone());

    String outcome = outcome(row, grace, NAMES);

    if (row.needed().map(right::includes).orElse(true)) {
      assertThat(outcome).startsWith("answered");
    } else if (row.hidden() == Verbs.Hidden.NOT_TOLD) {
      assertThat(outcome).startsWith("answered").doesNotContain(NAMES.gone().toString());
    } else {
      assertThat(outcome).startsWith("NOT_PERMITTED");
    }
    if (row.hidden() == Verbs.Hidden.NOT_TOLD && row.needed().map(right::includes).orElse(true)) {
      assertThat(outcome).containsAnyOf(NAMES.present().toString(), NAMES.gone().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void without_a_right_what_is_there_looks_like_what_never_was(Verbs.Row row) {
    ada.unpublish(NAMES.gone());

    String hidden = outcome(row, grace, NAMES);

    assertThat(hidden.replace("there", "never").replace("gone1", "never2"))
        .isEqualTo(outcome(row, grace, NEVER));
    switch (row.hidden()) {
      case NOT_FOUND -> assertThat(hidden).startsWith("NOT_FOUND");
      case NOT_PERMITTED -> assertThat(hidden).startsWith("NOT_PERMITTED");
      default -> assertThat(hidden).startsWith("answered").doesNotContain("ada/");
    }
  }

  private void give(Right right, Way way) {
    if (way == Way.TO_HER_GROUP_ON_THE_NAMESPACE) {
      ada.access().grant(Namespace.of("ada"), TEAM, right);
      return;
    }
    ada.access().grant(NAMES.present(), Users.GRACE, right);
    ada.access().grant(NAMES.gone(), Users.GRACE, right);
  }

  private static String outcome(Verbs.Row row, Registry registry, Verbs.Names names) {
    try {
      Object answer = row.call().on(registry, names);
      return "answered " + (answer instanceof Position ? "where it stands" : answer);
    } catch (RegistryException e) {
      return e.getMessage();
    } catch (Exception e) {
      throw new AssertionError(row + " fails with " + e, e);
    }
  }

  /** The verbs of the registry and of its facets: of each interface of ours that a verb gives. */
  private static void collect(Class<?> facet, List<String> verbs) {
    Arrays.stream(facet.getMethods())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(
            method -> {
              if (isFacet(method)) {
                collect(method.getReturnType(), verbs);
              } else {
                verbs.add(Verbs.signature(facet, method));
              }
            });
  }

  private static boolean isFacet(Method method) {
    Class<?> type = method.getReturnType();
    return method.getDeclaringClass().isAssignableFrom(Registry.class)
        && method.getParameterCount() == 0
        && type.isInterface()
        && type.getPackage() == Registry.class.getPackage();
  }

  private static Verbs.Names names(String present, String gone) {
    return new Verbs.Names(Name.parse(present), Name.parse(gone));
  }
}

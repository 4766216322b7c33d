package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged checker, with a relocated Guava inside, and the collections of the user's Guava. */
class UsersGuavaIT {

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  static List<Object> collections() {
    return List.of(
        ImmutableList.of("a", "b"),
        ImmutableSet.of("a", "b", "c"),
        ImmutableMap.of("a", ImmutableList.of(1)),
        ImmutableSortedMap.of("a", 1),
        ImmutableListMultimap.of("a", 1),
        ImmutableTable.of(1, 2, 3));
  }

  @ParameterizedTest
  @MethodSource("collections")
  void the_users_collections_are_known(Object collection) {
    Verdict verdict = checker.check(collection);
    assertThat(verdict.toString()).startsWith("IMMUTABLE (KNOWN)");
  }

  @Test
  void their_elements_count() {
    assertThat(checker.check(ImmutableMap.of("when", new Date(0))).toString())
        .contains("[\"when\"] is a java.util.Date");
  }

  @Test
  void this_is_the_packaged_checker() {
    assertThat(ImmutabilityChecker.class.getProtectionDomain().getCodeSource().getLocation())
        .satisfies(location -> assertThat(location.getPath()).endsWith(".jar"));
  }
}

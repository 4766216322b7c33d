package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Ref;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The changes as docs/protocol.md has them. */
class ChangeJsonTest {

  private static final Name NAME = Name.parse("ada/x");
  private static final Principal GRACE = Principal.user("grace");

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(
            new Change.Removed(
                NAME, List.of(1L, 2L), OptionalLong.of(3), Optional.of("old"), Optional.empty()),
            "{'kind':'removed','name':'ada/x','versions':[1,2],'latest':3,'reason':'old',"
                + "'restorableUntil':null}"),
        arguments(
            new Change.Restored(NAME, List.of(1L), 3),
            "{'kind':'restored','name':'ada/x','versions':[1],'latest':3}"),
        arguments(
            new Change.Kept(NAME, List.of(1L)), "{'kind':'kept','name':'ada/x','versions':[1]}"),
        arguments(
            new Change.AliasMoved(NAME, Alias.of("prod"), OptionalLong.empty(), OptionalLong.of(2)),
            "{'kind':'alias','name':'ada/x','alias':'prod','before':null,'after':2}"),
        arguments(
            new Change.AliasProtected(NAME, Alias.of("prod"), Optional.of(Set.of(GRACE))),
            "{'kind':'aliasProtected','name':'ada/x','alias':'prod','movers':['grace']}"),
        arguments(
            new Change.DeprecationChanged(
                Ref.parse("ada/x:v1"),
                Optional.of(
                    new Deprecation(
                        "wrong", Optional.of(Ref.parse("ada/y")), GRACE, Instant.EPOCH))),
            "{'kind':'deprecation','name':'ada/x','ref':'ada/x:v1','reason':'wrong',"
                + "'instead':'ada/y'}"),
        arguments(
            new Change.AccessAsked(NAME, GRACE, Right.READ, "to see"),
            "{'kind':'asked','scope':'ada/x','principal':'grace','right':'READ',"
                + "'reason':'to see'}"),
        arguments(
            new Change.AccessDeclined(NAME, GRACE, Right.READ),
            "{'kind':'declined','scope':'ada/x','principal':'grace','right':'READ'}"),
        arguments(
            new Change.RetentionChanged(
                Namespace.of("ada"),
                Optional.of(Retention.keepingLast(3).andYoungerThan(Duration.ofDays(7)))),
            "{'kind':'rule','scope':'ada/','rule':{'last':3,'age':'PT168H'}}"),
        arguments(
            new Change.RetentionChanged(NAME, Optional.empty()),
            "{'kind':'rule','scope':'ada/x','rule':null}"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_has_its_kind_and_all_that_it_tells(Change change, String json) {
    assertThat(ChangeJson.of(change)).hasToString(json.replace('\'', '"'));
  }
}

package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitTest {

  private static final Key<Box> BOX = Key.of("shared/box", Box.class);
  private static final Key<Box> GRACES = Key.of("shared/of grace", Box.class);

  private final List<String> refusals = new ArrayList<>();
  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub =
      Hub.builder()
          .adapter(boxes)
          .limits(
              UserLimits.none().atMostVersions(3).atMostBytes(10).atMostFreezes(1).atMostClaims(2))
          .limits(Users.GRACE, UserLimits.none())
          .listener(
              new RegistryListener() {
                @Override
                public void refused(Caller caller, LimitException refusal) {
                  refusals.add(caller.user() + ": " + refusal.reason());
                }
              })
          .open();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_user_keeps_so_many_versions_and_no_more() {
    for (int i = 0; i < 3; i++) {
      ada.publish(BOX, new Box("x"));
    }

    assertThatThrownBy(() -> ada.publish(BOX, new Box("x")))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("ada keeps 3 versions, of 3 allowed");
    assertThat(refusals).containsExactly("ada: ada keeps 3 versions, of 3 allowed");

    ada.unpublish(new VersionId(BOX.name(), 1));
    ada.publish(BOX, new Box("x"));
  }

  @Test
  void what_is_unchanged_reaches_no_limit_of_what_is_kept() {
    boxes.contentIds = true;
    ada.publish(BOX, new Box("x"));
    ada.publish(BOX, new Box("y"));
    Label third = ada.publish(BOX, new Box("12345678"));

    assertThat(ada.publish(BOX, new Box("12345678"), Publication::onlyIfChanged)).isEqualTo(third);
    assertThatThrownBy(() -> ada.publish(BOX, new Box("z"), Publication::onlyIfChanged))
        .isInstanceOf(LimitException.class);
    assertThat(refusals).hasSize(1);
  }

  @Test
  void a_user_keeps_so_many_bytes_and_no_more_and_what_was_frozen_is_freed() {
    ada.publish(BOX, new Box("12345678"));

    assertThatThrownBy(() -> ada.publish(BOX, new Box("123")))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("ada keeps 8 bytes, of 10 allowed, and this has 3");
    assertThat(boxes.released).containsExactly("123");
    ada.publish(BOX, new Box("12"));
  }

  @Test
  void the_refusal_names_the_largest_owners_of_what_the_user_may_see() {
    for (int i = 0; i < 5; i++) {
      grace.publish(GRACES, new Box("x"));
      grace.publish(Key.of("grace/secret" + i, Box.class), new Box("x"));
    }
    for (int i = 0; i < 3; i++) {
      ada.publish(BOX, new Box("x"));
    }

    assertThatThrownBy(() -> ada.publish(BOX, new Box("x")))
        .hasMessageContaining("the most is kept by grace (5 versions), ada (3 versions).");
    grace.access().share(Namespace.of("grace"), Set.of(Users.ADA));
    assertThatThrownBy(() -> ada.publish(BOX, new Box("x")))
        .hasMessageContaining("the most is kept by grace (10 versions), ada (3 versions).");
  }

  @Test
  void a_user_has_so_many_publications_at_work() {
    List<RuntimeException> refused = new ArrayList<>();
    boxes.whileFreezing =
        context -> {
          boxes.whileFreezing = nothing -> {};
          for (int i = 0; i < 2; i++) {
            try {
              ada.publish(Key.of("shared/other", Box.class), new Box("x"));
            } catch (LimitException e) {
              refused.add(e);
            }
          }
          grace.publish(GRACES, new Box("x"));
        };

    ada.publish(BOX, new Box("x"));

    assertThat(refused)
        .hasSize(2)
        .extracting(Throwable::getMessage)
        .allSatisfy(why -> assertThat(why).contains("ada publishes 1 values now, of 1 allowed"));
    ada.publish(BOX, new Box("y"));
  }

  @Test
  void a_user_has_so_many_claims() {
    ada.claims().claim(Key.of("shared/1", Box.class));
    Claim<Box> second = ada.claims().claim(Key.of("shared/2", Box.class));

    assertThatThrownBy(() -> ada.claims().claim(Key.of("shared/3", Box.class)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("ada holds 2 claims, of 2 allowed");
    assertThat(refusals).containsExactly("ada: ada holds 2 claims, of 2 allowed");
    assertThat(grace.claims().claim(Key.of("shared/3", Box.class)))
        .as("nothing was claimed")
        .isInstanceOf(Claim.Granted.class);

    ((Claim.Granted<Box>) second).close();
    assertThat(ada.claims().claim(Key.of("shared/4", Box.class))).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void a_limit_is_not_negative_and_of_a_user() {
    assertThat(UserLimits.none().atMostVersions(0).atMostBytes(0).atMostFreezes(0).atMostClaims(0))
        .isEqualTo(new UserLimits(0, 0, 0, 0));
    assertThatThrownBy(() -> UserLimits.none().atMostBytes(-1))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Hub.builder().limits(Principal.group("g"), UserLimits.none()))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void a_failing_listener_harms_nobody() {
    try (Hub fragile =
        Hub.builder()
            .listener(
                new RegistryListener() {
                  @Override
                  public void committed(Commit commit) {
                    throw new IllegalStateException("listener");
                  }
                })
            .open()) {
      Label label = Users.ada(fragile).publish(Key.of("ada/x", String.class), "x");

      assertThat(Users.ada(fragile).describe(label.id().ref())).isEqualTo(label);
    }
  }
}

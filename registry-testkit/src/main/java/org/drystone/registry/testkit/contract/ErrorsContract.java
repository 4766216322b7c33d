package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drystone.registry.Caller;
import org.drystone.registry.Claim;
import org.drystone.registry.ErrorCode;
import org.drystone.registry.Hold;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.RegistryException;
import org.drystone.registry.Removal;
import org.drystone.registry.SessionId;
import org.drystone.registry.UserLimits;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each mistake its stable code, and a message of problem, reason and remedy. */
abstract class ErrorsContract extends Facet {

  private static final Key<String> THERE = Key.of("shared/there", String.class);
  private static final Key<String> NEVER = Key.of("shared/never", String.class);
  private static final Key<String> HERS = Key.of("ada/hers", String.class);
  private static final Principal FULL = Principal.user("mary");
  private static final int KEPT = 5;

  private interface Mistake {
    void make(ErrorsContract test) throws Exception;
  }

  private record Row(ErrorCode code, Mistake mistake) {
    @Override
    public String toString() {
      return code.toString();
    }
  }

  /** One mistake for each code to which callers alone can bring a registry without an engine. */
  private static final List<Row> MISTAKES =
      List.of(
          new Row(ErrorCode.NOT_FOUND, test -> test.ada.get(NEVER)),
          new Row(
              ErrorCode.TYPE_MISMATCH, test -> test.ada.get(Key.of(THERE.name(), Integer.class))),
          new Row(
              ErrorCode.NOT_IMMUTABLE,
              test -> test.ada.publish(Key.of(NEVER.name(), int[].class), new int[1])),
          new Row(
              ErrorCode.CONFLICT, test -> test.ada.publish(THERE, "x", with -> with.ifAbsent())),
          new Row(ErrorCode.IN_USE, test -> test.ada.unpublish(THERE.version(1).id())),
          new Row(ErrorCode.INVALID_NAME, test -> Key.of("a/b/c", String.class)),
          new Row(ErrorCode.INVALID_ARGUMENT, test -> test.ada.at(new Position("elsewhere", 0))),
          new Row(ErrorCode.NOT_PERMITTED, test -> test.grace.publish(HERS, "x")),
          new Row(ErrorCode.LIMIT, test -> test.hub.as(Caller.of(FULL)).publish(NEVER, "too much")),
          new Row(ErrorCode.COMPACTED, test -> test.ada.at(new Position(test.hub.id(), 0))),
          new Row(ErrorCode.UNAVAILABLE, ErrorsContract::useWhatWasFreed),
          new Row(ErrorCode.CANCELLED, ErrorsContract::claimAfterTheSession),
          new Row(ErrorCode.COMPUTATION_FAILED, ErrorsContract::waitForWhatFails),
          new Row(ErrorCode.CLOSED, ErrorsContract::goOnAfterTheEnd));

  ErrorsContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(KEPT).limits(FULL, UserLimits.none().atMostVersions(0)));
  }

  @BeforeEach
  void publish() {
    for (int i = 0; i <= KEPT; i++) {
      ada.publish(HERS, "version " + i);
    }
    ada.publish(THERE, "first", with -> with.alias("prod"));
  }

  static Stream<Row> mistakes() {
    return MISTAKES.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void tells_its_code_a_problem_a_reason_and_a_remedy(Row row) {
    RegistryException error =
        catchThrowableOfType(RegistryException.class, () -> row.mistake().make(this));

    assertThat(error.code()).isEqualTo(row.code());
    assertThat(error)
        .hasMessage("%s: %s: %s. %s.", row.code(), error.problem(), error.reason(), error.remedy());
    for (String sentence : new String[] {error.problem(), error.reason(), error.remedy()}) {
      assertThat(sentence).isNotBlank().doesNotEndWith(".");
    }
  }

  private static void useWhatWasFreed(ErrorsContract test) {
    try (Hold<String> hold = test.ada.hold(HERS)) {
      test.ada.unpublish(HERS.name(), Removal::now);
      hold.value();
    }
  }

  private static void claimAfterTheSession(ErrorsContract test) {
    SessionId session = new SessionId("ada.1");
    Registry client = test.hub.as(Caller.of(ADA).inSession(session));
    test.hub.endSession(session);
    client.claims().claim(NEVER);
  }

  private static void waitForWhatFails(ErrorsContract test) throws Exception {
    try (Claim.Granted<String> claim = (Claim.Granted<String>) test.ada.claims().claim(NEVER)) {
      Waiter waiting = Waiter.start(() -> test.grace.claims().claim(NEVER, LONG));
      claim.fail(new IllegalStateException("no data"));
      throw (Exception) waiting.failure();
    }
  }

  private static void goOnAfterTheEnd(ErrorsContract test) throws Exception {
    try (Watch watch = test.ada.changes().fromNow()) {
      test.hub.close();
      watch.next(LONG);
    }
  }
}

package org.drystone.registry.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Principal;
import org.drystone.registry.UserLimits;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.LimitTable;
import org.drystone.registry.internal.core.Listeners;
import org.drystone.registry.spi.Journal;
import org.drystone.registry.spi.RegistryListener;
import org.drystone.registry.spi.ValueAdapter;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a hub. */
final class HubBuilder implements Hub.Builder {

  private static final int COMMITS_KEPT = 100_000;

  private final List<ValueAdapter<?, ?>> adapters = new ArrayList<>();
  private final Map<Class<?>, String> trusted = new HashMap<>();
  private final List<RegistryListener> listeners = new ArrayList<>();
  private final Map<Principal, UserLimits> ownLimits = new HashMap<>();
  private UserLimits limits = UserLimits.none();
  private @Nullable Principal host;
  private Clock clock = Clock.systemUTC();
  private Journal journal = Journal.none();
  private int commitsKept = COMMITS_KEPT;
  private Optional<Fingerprints> fingerprints = Optional.empty();
  private Duration trashTime = Duration.ofDays(1);

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder adapter(ValueAdapter<?, ?> adapter) {
    adapters.add(Objects.requireNonNull(adapter, "adapter"));
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder host(Principal user) {
    host = Caller.of(user).user();
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder journal(Journal journal) {
    this.journal = Objects.requireNonNull(journal, "journal");
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder commitsKept(int commits) {
    if (commits < 1) {
      throw new InvalidArgumentException(
          "A hub cannot keep " + commits + " commits", "it keeps at least one", "Keep more");
    }
    commitsKept = commits;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder trust(Class<?> exact, String reason) {
    try {
      ImmutabilityChecker.builder().trust(exact, reason);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(
          "A hub cannot trust " + exact.getTypeName(),
          String.valueOf(e.getMessage()),
          "Trust the exact class of what is published, and say why");
    }
    trusted.put(exact, reason);
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder fingerprints(Fingerprints settings) {
    fingerprints = Optional.of(settings);
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder listener(RegistryListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder trashTime(Duration time) {
    if (time.isNegative()) {
      throw new InvalidArgumentException(
          "A hub cannot keep what was removed for " + time,
          "that is less than no time",
          "Use zero or more");
    }
    trashTime = time;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder limits(UserLimits forEachUser) {
    limits = Objects.requireNonNull(forEachUser, "forEachUser");
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public Hub.Builder limits(Principal user, UserLimits own) {
    ownLimits.put(Caller.of(user).user(), Objects.requireNonNull(own, "own"));
    return this;
  }

  @Override
  public Hub open() {
    Principal owner = host == null ? Principal.user(System.getProperty("user.name")) : host;
    return new DefaultHub(
        new Core(
            new Core.Settings(
                owner,
                clock,
                journal,
                commitsKept,
                trashTime,
                List.copyOf(adapters),
                Map.copyOf(trusted),
                fingerprints,
                new LimitTable(limits, ownLimits),
                new Listeners(listeners))));
  }
}

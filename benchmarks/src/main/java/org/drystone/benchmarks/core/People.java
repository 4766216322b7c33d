package org.drystone.benchmarks.core;

import java.util.List;
import java.util.stream.IntStream;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;

/** Who uses the registry in these benchmarks, and the names they use. */
final class People {

  private static final Principal ADA = Principal.user("ada");
  private static final Principal GRACE = Principal.user("grace");

  private People() {}

  /** The owner of the namespace of all names. */
  static Registry owner(Hub hub) {
    return hub.as(Caller.of(ADA));
  }

  /** A user who may read only what she was granted. */
  static Registry grantee(Hub hub) {
    return hub.as(Caller.of(GRACE));
  }

  /** That many keys, of the owner's namespace. */
  static List<Key<String>> keys(int count) {
    return keys(count, String.class);
  }

  static <T> List<Key<T>> keys(int count, Class<T> type) {
    return IntStream.range(0, count).mapToObj(i -> Key.of("ada/n" + i, type)).toList();
  }
}

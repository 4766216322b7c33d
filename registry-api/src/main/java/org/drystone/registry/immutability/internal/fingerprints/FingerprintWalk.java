package org.drystone.registry.immutability.internal.fingerprints;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.immutability.Fingerprint;
import org.drystone.registry.immutability.NoFingerprintException;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.frames.FieldsFrame;
import org.drystone.registry.immutability.internal.frames.Frame;
import org.drystone.registry.immutability.internal.frames.Frames;
import org.drystone.registry.immutability.internal.frames.LimitReachedException;
import org.drystone.registry.immutability.internal.frames.Sieve;
import org.drystone.registry.immutability.internal.frames.SinglePartFrame;
import org.drystone.registry.immutability.internal.judging.ClassJudge;
import org.drystone.registry.immutability.internal.judging.Vouchers;
import org.drystone.registry.immutability.internal.types.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * Sums up everything reachable from one object, from the leaves to the root. What leads back to an
 * object that is being summed up counts by the distance to it; an object from which nothing leads
 * back is summed up once, however often it is met. So the result does not depend on the order in
 * which a hash table shows its elements.
 */
public final class FingerprintWalk implements Sieve {

  private static final long NULL = 1;
  private static final long BACK = 2;
  private static final int PRIMITIVES_IN_A_PART = 64;

  private final String rootName;
  private final Vouchers vouchers;
  private final long limit;
  private final Deque<FingerprintNode> path = new ArrayDeque<>();
  private final IdentityHashMap<Object, Integer> underway = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Long> done = new IdentityHashMap<>();
  private long parts;

  private FingerprintWalk(String rootName, Vouchers vouchers, long limit) {
    this.rootName = rootName;
    this.vouchers = vouchers;
    this.limit = limit;
  }

  public static Fingerprint of(Object root, Vouchers vouchers, long limit)
      throws NoFingerprintException {
    FingerprintWalk walk = new FingerprintWalk(ShortName.ofRoot(root.getClass()), vouchers, limit);
    try {
      return new Fingerprint(walk.run(root));
    } catch (LimitReachedException e) {
      throw new NoFingerprintException(walk.rootName + " " + e.limit());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw walk.obstacle("cannot be read to the end (" + e.getClass().getName() + ")");
    }
  }

  private long run(Object root)
      throws NoFingerprintException, ReflectiveOperationException, LimitReachedException {
    FingerprintNode aboveRoot = new FingerprintNode(new SinglePartFrame(this, "", root));
    path.addLast(aboveRoot);
    while (true) {
      FingerprintNode node = path.getLast();
      Object part = node.frame().next(this);
      if (part != null) {
        enter(part);
      } else if (node == aboveRoot) {
        return node.result();
      } else {
        leave(node);
      }
    }
  }

  private void enter(Object part) throws NoFingerprintException, ReflectiveOperationException {
    Frame frame = open(part);
    underway.put(part, path.size());
    path.addLast(new FingerprintNode(frame));
  }

  private void leave(FingerprintNode node) {
    Object object = node.frame().object();
    path.removeLast();
    underway.remove(object);
    FingerprintNode above = path.getLast();
    if (node.inCycle()) {
      above.markInCycle();
    } else {
      done.put(object, node.result());
    }
    above.add(node.result());
  }

  @Override
  public boolean passes(@Nullable Object part) throws LimitReachedException {
    count(1);
    FingerprintNode above = path.getLast();
    if (part == null) {
      above.add(NULL);
      return true;
    }
    Integer depth = underway.get(part);
    if (depth != null) {
      above.markInCycle();
      above.add(Mix.ordered(BACK, path.size() - depth));
      return true;
    }
    Long known = done.get(part);
    Long hash = known != null ? known : hashWithoutParts(part);
    if (hash != null) {
      above.add(hash);
    }
    return hash != null;
  }

  /** Null for what has parts. */
  private @Nullable Long hashWithoutParts(Object object) throws LimitReachedException {
    return switch (FingerprintPlan.of(object.getClass()).way()) {
      case IMMUTABLE_VALUE -> ValueHash.ofImmutable(object);
      case MUTABLE_VALUE -> ValueHash.ofMutable(object);
      case PRIMITIVES -> {
        count(Array.getLength(object) / PRIMITIVES_IN_A_PART);
        yield ValueHash.ofPrimitives(object);
      }
      default ->
          vouchers.vouch(object).isPresent() ? Mix.of(System.identityHashCode(object)) : null;
    };
  }

  private Frame open(Object object) throws NoFingerprintException, ReflectiveOperationException {
    FingerprintPlan plan = FingerprintPlan.of(object.getClass());
    return switch (plan.way()) {
      case CONTAINER -> Frames.openOwned(object, Custody.SHARED);
      case KNOWN -> Frames.open(object, ClassJudge.of(object.getClass()));
      case REFERENCE -> new SinglePartFrame(object, ".get()", ((AtomicReference<?>) object).get());
      case FIELDS -> new FieldsFrame(object, plan.fields());
      default -> throw obstacle(plan.obstacle());
    };
  }

  private void count(long more) throws LimitReachedException {
    parts += more;
    if (parts > limit) {
      throw new LimitReachedException("has more than " + limit + " parts", "");
    }
  }

  private NoFingerprintException obstacle(String obstacle) {
    StringBuilder text = new StringBuilder(rootName);
    path.forEach(node -> node.frame().appendStep(text));
    return new NoFingerprintException(text.append(' ').append(obstacle).toString());
  }
}

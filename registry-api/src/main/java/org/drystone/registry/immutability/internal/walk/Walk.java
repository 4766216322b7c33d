package org.drystone.registry.immutability.internal.walk;

import java.lang.reflect.Array;
import java.util.Optional;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.HandleVoucher.Handle;
import org.drystone.registry.immutability.Verdict;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.frames.Frame;
import org.drystone.registry.immutability.internal.frames.Frames;
import org.drystone.registry.immutability.internal.frames.LimitReachedException;
import org.drystone.registry.immutability.internal.frames.NotShownException;
import org.drystone.registry.immutability.internal.types.Ownable;
import org.drystone.registry.immutability.internal.types.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything reachable from one object. The frames of the {@link Trail} are the path:
 * nothing is kept for an error that seldom comes, and depth costs no Java stack.
 *
 * <p>A walk remembers nothing at first, which is many times faster. If that leads too far, because
 * there are cycles or because much is shared, it starts again and remembers.
 */
public final class Walk {

  private final Terms terms;
  private final Tally tally;
  private final Trail trail;

  private Walk(String rootName, Terms terms, Memory memory) {
    this.terms = terms;
    this.tally = new Tally(terms, memory.nodes(terms.budget()));
    this.trail = new Trail(rootName, memory, terms.budget().depth());
  }

  /** Walks an object that is no leaf. */
  public static Verdict from(Object root, ClassJudgement judgement, Terms terms) {
    String rootName = judgement.rootName();
    try {
      return new Walk(rootName, terms, Memory.NONE).run(root, judgement);
    } catch (LimitReachedException e) {
      Walk thorough = new Walk(rootName, terms, new Memory.Seen());
      try {
        return thorough.run(root, judgement);
      } catch (LimitReachedException beyond) {
        return thorough.refuse(Verdict.Kind.UNDECIDED, beyond.limit(), beyond.fix());
      }
    }
  }

  private Verdict run(Object root, ClassJudgement judgement) throws LimitReachedException {
    Verdict refusal = enter(root, judgement, null);
    for (Frame last = trail.last(); refusal == null && last != null; last = trail.last()) {
      refusal = step(last);
    }
    return refusal != null ? refusal : tally.immutable(trail.rootName());
  }

  private @Nullable Verdict step(Frame innermost) throws LimitReachedException {
    Object part;
    try {
      part = innermost.next(tally);
    } catch (ReflectiveOperationException
        | RuntimeException
        | LinkageError
        | StackOverflowError e) {
      trail.pop(innermost);
      return unreadable(e);
    }
    if (part == null) {
      trail.pop(innermost);
      return null;
    }
    return visit(part, innermost);
  }

  private @Nullable Verdict visit(Object object, Frame finder) throws LimitReachedException {
    ClassJudgement judgement = tally.notPassed();
    if (terms.vouchers().isEmpty()) {
      return enter(object, judgement, finder);
    }
    Optional<Handle> handle = terms.vouchers().vouch(object);
    return handle.isPresent() ? nested(handle.get()) : enter(object, judgement, finder);
  }

  private @Nullable Verdict enter(Object object, ClassJudgement judgement, @Nullable Frame finder)
      throws LimitReachedException {
    Custody custody = finder == null ? Custody.SHARED : finder.custody();
    boolean owned = custody.isOwned() && Ownable.is(object);
    boolean conditional = judgement.finding() == Finding.CONDITIONAL && !owned;
    if (!conditional && object.getClass().isArray() && Array.getLength(object) == 0) {
      return null;
    }
    if (!conditional && !owned) {
      return refuse(judgement);
    }
    if (trail.isNew(object)) {
      try {
        trail.push(
            owned
                ? Frames.openOwned(object, custody.ofElements())
                : Frames.open(object, judgement));
        tally.add(judgement);
      } catch (NotShownException e) {
        return refuse(judgement);
      } catch (ReflectiveOperationException
          | RuntimeException
          | LinkageError
          | StackOverflowError e) {
        return unreadable(e);
      }
    }
    return null;
  }

  private Verdict nested(Handle handle) {
    return refuse(
        Verdict.Kind.UNDECIDED,
        "is " + ShortName.withArticle(handle.description()) + " inside of another value",
        "Publish it under a name of its own and keep that name here");
  }

  private Verdict refuse(ClassJudgement judgement) {
    return refuse(
        judgement.finding() == Finding.MUTABLE ? Verdict.Kind.MUTABLE : Verdict.Kind.UNDECIDED,
        judgement.reason(),
        judgement.fix());
  }

  private Verdict unreadable(Throwable e) {
    return refuse(
        Verdict.Kind.UNDECIDED,
        "cannot be read to the end (" + e.getClass().getName() + ")",
        "Copy it into a type of the JDK's: List.copyOf(..)");
  }

  private Verdict refuse(Verdict.Kind kind, String reason, String fix) {
    return Verdict.of(kind, trail.path(), reason, fix);
  }
}

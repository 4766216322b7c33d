package org.drystone.registry.immutability;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything reachable from one object. The frames on the stack are the path: nothing is
 * kept for an error that seldom comes, and depth costs no Java stack.
 */
final class Walk {

  private final String rootName;
  private final Vouchers vouchers;
  private final Progress progress;
  private final Deque<Frame> path = new ArrayDeque<>();
  private Evidence weakest = Evidence.PROVEN;
  private @Nullable Class<?> lastLeaf;

  private Walk(String rootName, Vouchers vouchers, Limits limits) {
    this.rootName = rootName;
    this.vouchers = vouchers;
    this.progress = new Progress(limits);
  }

  /** Walks an object. */
  static Verdict from(Object root, Vouchers vouchers, Limits limits) throws LimitReachedException {
    Walk walk = new Walk(ShortName.ofRoot(root), vouchers, limits);
    Verdict refusal = walk.visit(root, Custody.SHARED);
    return refusal != null ? refusal : walk.run();
  }

  /** Walks what lies behind a handle. */
  static Verdict behind(Object handle, List<Object> contents, Vouchers vouchers, Limits limits)
      throws LimitReachedException {
    Walk walk = new Walk(ShortName.ofRoot(handle), vouchers, limits);
    walk.path.addLast(new ElementsFrame(contents));
    return walk.run();
  }

  private Verdict run() throws LimitReachedException {
    Verdict refusal = null;
    while (refusal == null && !path.isEmpty()) {
      refusal = step(path.getLast());
    }
    return refusal != null ? refusal : Verdict.immutable(weakest, rootName, "cannot change");
  }

  private @Nullable Verdict step(Frame innermost) throws LimitReachedException {
    try {
      if (!innermost.advance()) {
        path.removeLast();
        return null;
      }
    } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
      path.removeLast();
      return unreadable(e);
    }
    Object part = innermost.part();
    return part == null ? null : visit(part, innermost.custody());
  }

  private @Nullable Verdict visit(Object object, Custody custody) throws LimitReachedException {
    progress.step();
    Class<?> type = object.getClass();
    if (type == lastLeaf) {
      return null;
    }
    ClassJudgement judgement = ClassJudge.of(type);
    if (judgement.finding() == Finding.IMMUTABLE) {
      weakest = weakest.orWeaker(judgement.evidence());
      lastLeaf = type;
      return null;
    }
    Optional<HandleVoucher.Handle> handle = vouchers.vouch(object);
    return handle.isPresent() ? nested(handle.get()) : enter(object, judgement, custody);
  }

  private @Nullable Verdict enter(Object object, ClassJudgement judgement, Custody custody)
      throws LimitReachedException {
    boolean conditional = judgement.finding() == Finding.CONDITIONAL;
    if (!conditional && object.getClass().isArray() && Array.getLength(object) == 0) {
      return null;
    }
    if (!conditional && !(custody == Custody.OWNED && Frames.isOwnable(object))) {
      return refuse(judgement);
    }
    if (progress.isNew(object, path.size())) {
      try {
        path.addLast(conditional ? Frames.open(object, judgement) : Frames.openOwned(object));
        weakest = weakest.orWeaker(judgement.evidence());
      } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
        return unreadable(e);
      }
    }
    return null;
  }

  private Verdict nested(HandleVoucher.Handle handle) {
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
    StringBuilder text = new StringBuilder(rootName);
    path.forEach(frame -> frame.appendStep(text));
    return Verdict.of(kind, text.toString(), reason, fix);
  }
}

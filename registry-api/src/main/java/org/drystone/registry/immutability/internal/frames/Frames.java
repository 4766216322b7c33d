package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.known.ViewProbe;
import org.jspecify.annotations.Nullable;

/** Opens objects for the walk. */
public final class Frames {

  private static final Object[] NO_OBJECTS = {};

  private Frames() {}

  /** A frame for the parts of an object whose class leaves the decision to them. */
  public static Frame open(Object object, ClassJudgement judgement)
      throws ReflectiveOperationException {
    return switch (judgement.reading()) {
      case FIELDS -> new FieldsFrame(object, judgement);
      case ELEMENTS -> withAnswers(new ElementsFrame((Iterable<?>) object), object, judgement);
      case ENTRIES -> withAnswers(new EntriesFrame((Map<?, ?>) object), object, judgement);
      case ANSWERS -> new AnswersFrame(object, judgement);
      case LISTS -> new ListsFrame(object, judgement);
      case ITERATION -> withAnswers(new IterationFrame(object), object, judgement);
      case FORCED -> openForced(object, judgement);
      case SHOWN -> openView(object);
      case OPTIONAL -> new SinglePartFrame(object, ".get()", ((Optional<?>) object).orElse(null));
      case HANDLER -> new SinglePartFrame(object, ".<handler>", Proxy.getInvocationHandler(object));
      case NOTHING -> new SinglePartFrame(object, "", null);
    };
  }

  private static Frame openForced(Object lazy, ClassJudgement judgement)
      throws ReflectiveOperationException {
    Method isForced = (Method) judgement.members()[0];
    if (!isForced.invoke(lazy).equals(true)) {
      throw new NotShownException();
    }
    return new IterationFrame(lazy);
  }

  private static Frame openView(Object view) throws NotShownException {
    if (!ViewProbe.findsImmutable(view)) {
      throw new NotShownException();
    }
    return view instanceof Map<?, ?> map
        ? new EntriesFrame(map)
        : new ElementsFrame((Iterable<?>) view);
  }

  /**
   * A frame for what an array or JDK collection holds that only its owner can reach.
   *
   * @param elements the custody of its elements, or of the values of a map
   */
  public static Frame openOwned(Object owned, Custody elements) {
    if (owned instanceof Map<?, ?> map) {
      Frame entries = new EntriesFrame(map, elements);
      return map instanceof SortedMap<?, ?> sorted
          ? sortedBy(sorted.comparator(), entries)
          : entries;
    }
    if (owned instanceof Collection<?> collection) {
      Frame content = new ElementsFrame(collection, elements);
      return collection instanceof SortedSet<?> sorted
          ? sortedBy(sorted.comparator(), content)
          : collection instanceof PriorityQueue<?> queue
              ? sortedBy(queue.comparator(), content)
              : content;
    }
    return new ArrayFrame(owned, owned instanceof Object[] array ? array : NO_OBJECTS, elements);
  }

  /** The order, too, decides what is found. */
  private static Frame sortedBy(@Nullable Comparator<?> order, Frame content) {
    return new FrameSequence(
        content, new SinglePartFrame(content.object(), ".comparator()", order));
  }

  private static Frame withAnswers(Frame first, Object object, ClassJudgement judgement) {
    return judgement.members().length == 0
        ? first
        : new FrameSequence(first, new AnswersFrame(object, judgement));
  }
}

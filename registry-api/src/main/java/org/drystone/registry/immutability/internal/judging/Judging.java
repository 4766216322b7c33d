package org.drystone.registry.immutability.internal.judging;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;

/**
 * The judgement of one class along with those that it leads to; of one thread.
 *
 * <p>Where classes lead back to each other, one of them has to be told "not known yet" of another.
 * As soon as more is known of that one, those that were told so are judged again, until nothing new
 * is learnt. Since a judgement only gets better when more is known, that ends; and always with the
 * same judgements, whichever class was asked for first and however many threads do the same.
 */
final class Judging {

  /** How many classes may wait for each other on the Java stack; others wait in line. */
  private static final int DEPTH = 32;

  private final DeclaredTypes declared = new DeclaredTypes(this::of);
  private final Map<Class<?>, ClassJudgement> found = new LinkedHashMap<>();
  private final Map<Class<?>, Set<Class<?>>> told = new HashMap<>();
  private final Deque<Class<?>> underway = new ArrayDeque<>();
  private final Deque<Class<?>> inLine = new ArrayDeque<>();

  private Judging() {}

  /** Judges the class, and all that this takes. */
  static Map<Class<?>, ClassJudgement> judge(Class<?> type) {
    Judging judging = new Judging();
    judging.judgeNow(type);
    while (!judging.inLine.isEmpty()) {
      judging.judgeNow(judging.inLine.remove());
    }
    return judging.found;
  }

  /** What is known of a class by now, for the one that is underway. */
  ClassJudgement of(Class<?> type) {
    ClassJudgement settled = ClassJudge.settled(type);
    if (settled != null) {
      return settled;
    }
    if (!found.containsKey(type)) {
      begin(type);
    }
    told.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(underway.getLast());
    return found.getOrDefault(type, ClassJudgement.NOT_YET);
  }

  private void begin(Class<?> type) {
    if (underway.size() < DEPTH) {
      judgeNow(type);
    } else {
      found.put(type, ClassJudgement.NOT_YET);
      inLine.add(type);
    }
  }

  private void judgeNow(Class<?> type) {
    ClassJudgement before = found.getOrDefault(type, ClassJudgement.NOT_YET);
    found.put(type, before);
    underway.addLast(type);
    ClassJudgement now = ClassJudge.judge(type, declared);
    underway.removeLast();
    found.put(type, now);
    if (now.finding() != before.finding() || now.evidence() != before.evidence()) {
      inLine.addAll(withoutWaiting(told.getOrDefault(type, Set.of())));
    }
  }

  private Collection<Class<?>> withoutWaiting(Set<Class<?>> classes) {
    Set<Class<?>> others = new LinkedHashSet<>(classes);
    others.removeAll(inLine);
    return others;
  }
}

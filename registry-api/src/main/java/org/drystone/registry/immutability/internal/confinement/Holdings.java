package org.drystone.registry.immutability.internal.confinement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.confinement.Part.Age;

/**
 * What parts hold, which of them others can reach, and which were changed. Only ever grows.
 *
 * <p>Of a part that others can reach, they can reach at once what is in fields that are not
 * private. What is in private ones only the code can reach that shares them: such a field is
 * exposed, and what it holds may be met in any object of its class.
 */
final class Holdings {

  private final Map<Part, Map<Place, Held>> contents = new HashMap<>();
  private final Map<Place, Held> exposed = new LinkedHashMap<>();
  private final Set<Part> reached = new LinkedHashSet<>();
  private final Set<Part> early = new LinkedHashSet<>();
  private final Set<Part> changed = new HashSet<>();
  private final Place subject;
  private long size;

  /** Looks at one field, of which all writes are followed. */
  Holdings(Place subject) {
    this.subject = subject;
    expose(subject, Held.NOTHING);
  }

  /** Differs as soon as anything was added. */
  long size() {
    return size;
  }

  /** What may be read from there. */
  Held load(Held holder, Place place) {
    Held found = Held.NULL;
    for (Part part : holder.parts().toList()) {
      Held held = content(part, place);
      found = found.or(part.age() == Age.OLD ? held.old() : held);
    }
    if (!holder.isOutside()) {
      return found;
    }
    return place.equals(subject)
        ? found.or(exposed(place))
        : found.or(exposed(place)).or(Held.OUTSIDE);
  }

  private Held content(Part part, Place place) {
    Held held = inside(part, place);
    if (!isReached(part)) {
      return held;
    }
    return place.isPrivate() ? held.or(exposed(place)) : held.or(Held.OUTSIDE);
  }

  /** Whether others reach it by now. */
  private boolean isReached(Part part) {
    return part.age() == Age.OLD ? reached.contains(part.ageless()) : early.contains(part);
  }

  /** What was stored in a part. */
  Held inside(Part part, Place place) {
    return contents.getOrDefault(part.ageless(), Map.of()).getOrDefault(place, Held.NOTHING);
  }

  /** What an exposed field may hold. */
  Held exposed(Place place) {
    return exposed.getOrDefault(place, Held.NOTHING);
  }

  /** The exposed fields. */
  List<Place> exposed() {
    return List.copyOf(exposed.keySet());
  }

  void store(Held holder, Place place, Held value) {
    holder.parts().forEach(part -> keep(part.ageless(), place, value));
    if (holder.isOutside()) {
      show(place, value);
    }
  }

  private void keep(Part part, Place place, Held value) {
    Map<Place, Held> fields = contents.computeIfAbsent(part, p -> new HashMap<>());
    Held before = fields.getOrDefault(place, Held.NOTHING);
    Held after = before.or(value);
    if (!after.equals(before)) {
      fields.put(place, after);
      size++;
    }
  }

  /** A copy holds the same. */
  void copy(Part from, Part to) {
    fields(from).forEach((place, held) -> keep(to.ageless(), place, load(Held.of(from), place)));
  }

  /** Others can reach that field of what they can reach already. */
  private void show(Place place, Held value) {
    if (!place.isPrivate()) {
      leak(value);
    } else if (value.hasParts() || exposed.containsKey(place)) {
      expose(place, value);
    }
  }

  private void showLater(Place place, Held value) {
    if (place.isPrivate()) {
      show(place, value);
    } else {
      reach(value);
    }
  }

  /** From now on the field is looked at, in whatever object it is. */
  void expose(Place place, Held value) {
    Held before = exposed.get(place);
    Held after = exposed(place).or(value.old());
    if (!after.equals(before)) {
      exposed.put(place, after);
      size++;
    }
  }

  /** Others can reach it once the run is over. */
  void reach(Held value) {
    value.parts().map(Part::ageless).filter(reached::add).forEach(part -> size++);
  }

  /** Others can reach it from now on. */
  void leak(Held value) {
    reach(value);
    value.parts().map(Part::ageless).filter(early::add).forEach(part -> size++);
  }

  /** Finds all that others can reach through what they reach. */
  void follow() {
    long before;
    do {
      before = size;
      for (Part part : List.copyOf(early)) {
        fields(part).forEach(this::show);
      }
      for (Part part : List.copyOf(reached)) {
        fields(part).forEach(this::showLater);
      }
    } while (size > before);
  }

  /** Notes a change of a part that others may see, or know. */
  void change(Part part) {
    if (changed.add(part.ageless())) {
      size++;
    }
  }

  /** Whether nobody but its holder reaches a part, or changes it when others may see it. */
  boolean isConfined(Part part) {
    return !reached.contains(part.ageless()) && !changed.contains(part.ageless());
  }

  /** Whether a part has the field that is looked at. */
  boolean isHolder(Part part) {
    return subject.owner().isAssignableFrom(part.type());
  }

  /** Whether others may know a part. */
  boolean isKnown(Part part) {
    return part.age() == Age.OLD || early.contains(part);
  }

  /** The new parts in a value, and all that they lead to. */
  Set<Part> allIn(Held value) {
    Set<Part> all = new HashSet<>();
    Deque<Held> pending = new ArrayDeque<>(List.of(value));
    while (!pending.isEmpty()) {
      pending
          .remove()
          .parts()
          .filter(part -> part.age() == Age.NEW)
          .filter(all::add)
          .forEach(part -> pending.addAll(fields(part).values()));
    }
    return all;
  }

  static Set<Part> union(Set<Part> some, Set<Part> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<Part> all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  /** What a part may hold, and where. */
  Map<Place, Held> fields(Part part) {
    return Map.copyOf(contents.getOrDefault(part.ageless(), Map.of()));
  }
}

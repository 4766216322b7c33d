package org.drystone.registry.immutability.internal.confinement;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Lookups;
import org.drystone.registry.immutability.internal.reach.Updaters;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.objectweb.asm.Type;

/**
 * Proves that the object in a private field, of whatever class, and all that it is made of, belong
 * to their holder alone and are never changed once others can see the holder.
 *
 * <p>All ways are followed by which others may reach the field: the methods that use it, with what
 * they are given taken to be anything. What they make is a part. A part that is given to code that
 * cannot be followed, or back to whoever called, is reached by others; then its private fields are
 * followed in the same way, and all else that is in it is reached, too. So a view, or an iterator,
 * may be handed out as long as none of its methods changes what lies behind it.
 */
public final class Confinement {

  /** How many arrays may lie around parts. */
  private static final int MOST_DEPTH = 4;

  private final Class<?> exact;
  private final Predicate<Class<?>> containers;
  private final Place field;
  private final LoadedCode loaded = new LoadedCode();
  private final Entrances entrances = new Entrances(loaded);
  private final Holdings holdings;
  private final ConfinedCalls calls;
  private final Map<Place, List<Code>> known = new HashMap<>();

  private Confinement(Field field, Class<?> exact, Predicate<Class<?>> containers) {
    this.exact = exact;
    this.containers = containers;
    this.field = Place.of(field.getDeclaringClass(), field.getName(), field.getModifiers());
    this.holdings = new Holdings(this.field);
    this.calls = new ConfinedCalls(loaded, holdings);
  }

  /**
   * Asks about a private field that is never written again.
   *
   * @param exact the exact class of the holders
   * @param containers the classes of which it is enough to know what their objects contain
   */
  public static Confined of(Field field, Class<?> exact, Predicate<Class<?>> containers) {
    try {
      return new Confinement(field, exact, containers).prove();
    } catch (LinkageError | RuntimeException e) {
      return Confined.NOT; // What cannot be understood proves nothing.
    }
  }

  private Confined prove() {
    long before;
    do {
      before = holdings.size() + calls.size();
      calls.nextRound();
      if (!isFollowed()) {
        return Confined.NOT;
      }
    } while (holdings.size() + calls.size() > before);
    Set<Part> parts = reachable();
    return parts.stream().allMatch(holdings::isConfined) ? plan(parts) : Confined.NOT;
  }

  /** False as soon as the field may hold what was not made for it. */
  private boolean isFollowed() {
    for (Place place : holdings.exposed()) {
      for (Code entrance : known.computeIfAbsent(place, this::entrances)) {
        enter(entrance);
        holdings.follow();
        if (holdings.exposed(field).isOutside()
            || !reachable().stream().allMatch(holdings::isConfined)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Code> entrances(Place place) {
    Family family =
        Family.of(place.owner())
            .orElseThrow(() -> new UnprovableException(place.owner().getName()));
    FieldId id = family.field(place.name());
    if (Lookups.mayRead(family, id) || Updaters.mayReach(family, id)) {
      throw new UnprovableException(place.owner().getName());
    }
    return entrances.to(place);
  }

  private void enter(Code entrance) {
    List<Held> arguments = new ArrayList<>();
    if (!entrance.isStatic()) {
      arguments.add(entrance.isConstructor() ? Held.of(made(entrance)) : Held.OUTSIDE);
    }
    for (Type type : Type.getArgumentTypes(entrance.method().desc)) {
      arguments.add(Held.outside(type));
    }
    calls.enter(entrance, arguments);
    if (entrance.isConstructor()) {
      holdings.reach(arguments.get(0));
    }
  }

  private Part made(Code constructor) {
    Class<?> type = constructor.type() == field.owner() ? exact : constructor.type();
    return Part.constructed(constructor, type);
  }

  /** The parts that only the field leads to. */
  private Set<Part> reachable() {
    Set<Part> parts = new LinkedHashSet<>();
    Deque<Held> pending = new ArrayDeque<>();
    pending.add(holdings.exposed(field));
    while (!pending.isEmpty()) {
      Held next = pending.remove();
      if (isConfined(next)) {
        next.parts()
            .map(Part::ageless)
            .filter(parts::add)
            .forEach(part -> pending.addAll(holdings.fields(part).values()));
      }
    }
    return parts;
  }

  /** Whether it is nothing but parts; the holder itself is none. */
  private boolean isConfined(Held held) {
    return held.isParts() && held.parts().noneMatch(holdings::isHolder);
  }

  private Confined plan(Set<Part> parts) {
    Map<Class<?>, List<Part>> byType =
        parts.stream().collect(Collectors.groupingBy(Part::type, Collectors.toList()));
    Map<Class<?>, Map<Field, Integer>> plan = new HashMap<>();
    for (Map.Entry<Class<?>, List<Part>> entry : byType.entrySet()) {
      Class<?> type = entry.getKey();
      if (Jdk.defines(type) && !type.isArray() && !containers.test(type)) {
        continue; // It is looked at where it lies in a container, or not at all.
      }
      Optional<Map<Field, Integer>> fields = plan(type, entry.getValue());
      if (fields.isEmpty()) {
        return Confined.NOT;
      }
      plan.put(type, fields.get());
    }
    return new Confined(depth(holdings.exposed(field)), plan);
  }

  private Optional<Map<Field, Integer>> plan(Class<?> type, List<Part> parts) {
    Map<Field, Integer> fields = new LinkedHashMap<>();
    boolean isRead = !type.isArray() && !containers.test(type);
    for (Class<?> part = type; part != null && isRead; part = part.getSuperclass()) {
      for (Field each : part.getDeclaredFields()) {
        if (!Modifier.isStatic(each.getModifiers()) && !each.getType().isPrimitive()) {
          try {
            each.setAccessible(true);
          } catch (InaccessibleObjectException | SecurityException e) {
            return Optional.empty();
          }
          fields.put(each, depth(held(each, parts)));
        }
      }
    }
    return Optional.of(fields);
  }

  private Held held(Field each, List<Part> parts) {
    Held all = Held.NOTHING;
    for (Part part : parts) {
      for (Map.Entry<Place, Held> field : holdings.fields(part).entrySet()) {
        if (field.getKey().owner() == each.getDeclaringClass()
            && field.getKey().name().equals(each.getName())) {
          all = all.or(field.getValue());
        }
      }
    }
    return all;
  }

  private int depth(Held held) {
    int depth = 0;
    for (Held next = held; isConfined(next) && depth < MOST_DEPTH; next = elements(next)) {
      depth++;
    }
    return depth;
  }

  /** Nothing if it may be more than arrays. */
  private Held elements(Held arrays) {
    Held all = Held.NOTHING;
    for (Part part : arrays.parts().toList()) {
      if (!part.type().isArray()) {
        return Held.NOTHING;
      }
      all = all.or(holdings.inside(part, Place.elements(part.type())));
    }
    return all;
  }
}

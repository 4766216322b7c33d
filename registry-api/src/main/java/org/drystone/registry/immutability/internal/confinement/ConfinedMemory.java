package org.drystone.registry.immutability.internal.confinement;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.drystone.registry.immutability.internal.confinement.Part.Age;
import org.drystone.registry.immutability.internal.confinement.Source.Known;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What one run of a method makes, reads and stores, and what others may have seen of it. */
final class ConfinedMemory {

  private final Code code;
  private final Code entrance;
  private final LoadedCode loaded;
  private final Holdings holdings;
  private final Held self;
  private Set<Part> seen;
  private Set<Part> everSeen;

  /**
   * A run of a method that others entered elsewhere.
   *
   * @param alreadySeen the new parts that others have seen before
   */
  ConfinedMemory(
      Code code,
      Code entrance,
      List<Held> arguments,
      Set<Part> alreadySeen,
      LoadedCode loaded,
      Holdings holdings) {
    this.code = code;
    this.entrance = entrance;
    this.loaded = loaded;
    this.holdings = holdings;
    this.self = code.isStatic() ? Held.NOTHING : arguments.get(0);
    this.seen = alreadySeen;
    this.everSeen = alreadySeen;
  }

  Code code() {
    return code;
  }

  Code entrance() {
    return entrance;
  }

  /** Whether it is the object whose method this is. */
  boolean isSelf(Held value) {
    return value.equals(self);
  }

  /** Goes on where others have seen these new parts. */
  void begin(Set<Part> alreadySeen) {
    seen = alreadySeen;
  }

  /** The new parts that others may have seen by now. */
  Set<Part> seen() {
    return seen;
  }

  /** The new parts that others may have seen after the run. */
  Set<Part> everSeen() {
    return everSeen;
  }

  /** Others may have seen what is new in a value, and all that it leads to. */
  void show(Held value) {
    show(holdings.allIn(value));
  }

  /** Others may have seen these parts. */
  void show(Set<Part> parts) {
    seen = Holdings.union(seen, parts);
    everSeen = Holdings.union(everSeen, parts);
  }

  /** Lets others reach a value; nothing comes of it. */
  @Nullable Held leak(Held value) {
    holdings.leak(value);
    show(value);
    return null;
  }

  /** Whether it is surely of that type. */
  boolean fits(Part part, String type) {
    return loaded.find(type, code.type()).filter(t -> t.isAssignableFrom(part.type())).isPresent();
  }

  /** Whether it may be of that type. */
  boolean mayFit(Part part, String type) {
    return part.isOpen() || fits(part, type);
  }

  /** What an instruction makes. */
  Held make(AbstractInsnNode site, String type) {
    return loaded
        .find(type, code.type())
        .filter(ConfinedMemory::isWorthFollowing)
        .map(found -> Held.of(new Part(entrance, site, found, Age.NEW)))
        .orElse(Held.OUTSIDE);
  }

  /** Others change what is behind references that are not strong. */
  private static boolean isWorthFollowing(Class<?> type) {
    return !Throwable.class.isAssignableFrom(type)
        && !Reference.class.isAssignableFrom(type)
        && !type.getName().startsWith("java.lang.");
  }

  /** Nobody else sees the constants of a class before it is initialized. */
  @Nullable Held publish(FieldInsnNode constant, Held value) {
    boolean isInitializing =
        code.method().name.equals("<clinit>") && constant.owner.equals(code.owner().name);
    if (isInitializing) {
      holdings.reach(value);
      return null;
    }
    return leak(value);
  }

  /** 1 or 0, if that is known, for what is asked for a type. */
  Held isOf(Held value, String type) {
    if (value.isOutside()) {
      return Held.OUTSIDE;
    }
    boolean some = value.parts().anyMatch(part -> mayFit(part, type));
    boolean others =
        value.sources().contains(Known.NULL) || value.parts().anyMatch(part -> !fits(part, type));
    return some == others ? Held.OUTSIDE : Held.of(some ? Known.ONE : Known.ZERO);
  }

  /** What a field may hold. */
  Held read(FieldInsnNode field, Held holder) {
    Type type = Type.getType(field.desc);
    return type.getSort() < Type.ARRAY
        ? Held.outside(type)
        : holdings.load(holder, loaded.place(field, code.type()));
  }

  /** What is left of what is cast. */
  Held fitting(Held value, String type) {
    return value.where(part -> mayFit(part, type), known -> true);
  }

  /** What an array may hold. */
  Held elements(Held array) {
    Held found = array.isOutside() ? Held.OUTSIDE : Held.NULL;
    for (Part part : array.parts().toList()) {
      found = found.or(holdings.load(Held.of(part), Place.elements(part.type())));
    }
    return found;
  }

  /** Notes what is stored in a field. */
  void store(Held holder, FieldInsnNode field, Held value) {
    store(holder, loaded.place(field, code.type()), value);
  }

  private void store(Held holder, Place place, Held value) {
    holdings.store(holder, place, value);
    boolean isSeen =
        holder.isOutside()
            || holder.parts().anyMatch(part -> seen.contains(part) || holdings.isKnown(part));
    if (isSeen) {
      show(value);
    }
  }

  /** Notes that such elements are stored in an array. */
  void storeElements(Held array, Held value) {
    array.parts().forEach(part -> store(Held.of(part), Place.elements(part.type()), value));
    if (array.isOutside()) {
      leak(value);
    }
  }

  /** What the run did not make, or others have seen, must not change. */
  void change(Held value) {
    value
        .parts()
        .filter(part -> part.age() == Age.OLD || seen.contains(part))
        .forEach(holdings::change);
  }

  /** A copy that this instruction makes of each part, or of what is of this very class. */
  Held copy(AbstractInsnNode site, Held original) {
    boolean isOwn = original.isOutside() && isOfThisClass(site);
    Held copies = isOwn ? copyOfOutside(site) : original.where(part -> false, known -> true);
    for (Part part : original.parts().toList()) {
      Part made = new Part(entrance, site, part.type(), Age.NEW);
      holdings.copy(part, made);
      copies = copies.or(Held.of(made));
    }
    return copies;
  }

  private boolean isOfThisClass(AbstractInsnNode site) {
    return site.getOpcode() == Opcodes.INVOKESPECIAL
        && Modifier.isFinal(code.type().getModifiers());
  }

  private Held copyOfOutside(AbstractInsnNode site) {
    Held made = Held.of(new Part(entrance, site, code.type(), Age.NEW));
    for (Class<?> part = code.type(); part != null; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (!field.getType().isPrimitive()) {
          Place place = Place.of(part, field.getName(), field.getModifiers());
          holdings.store(made, place, holdings.load(Held.OUTSIDE, place));
        }
      }
    }
    return made;
  }
}

package org.drystone.registry.immutability.internal.ownership;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;

/** What was found of a value that was followed back to where it was made. */
final class Sources {

  private final Set<Alias> made = new LinkedHashSet<>();
  private final Set<Use> frozen = new LinkedHashSet<>();
  private final Set<MethodFlow> makers = new HashSet<>();
  private final Set<FieldId> holders = new HashSet<>();
  private boolean handedOn;
  private boolean bare;
  private boolean foreign;

  /** What was made where. */
  Set<Alias> made() {
    return made;
  }

  /** The calls that gave what cannot change, but for its elements. */
  Set<Use> frozen() {
    return frozen;
  }

  /** The helpers that return what they made. */
  Set<MethodFlow> makers() {
    return makers;
  }

  /** Other fields from which the container comes and through which it could be changed. */
  Set<FieldId> holders() {
    return holders;
  }

  /** Whether one object hands what is in the field on to another. */
  boolean isHandedOn() {
    return handedOn;
  }

  /** Whether the value may be something that can be changed through it. */
  boolean isBare() {
    return bare;
  }

  /** Whether it may be an object of a class that is judged by itself. */
  boolean isForeign() {
    return foreign;
  }

  void noteHandedOn() {
    handedOn = true;
  }

  void noteBare() {
    bare = true;
  }

  void noteForeign() {
    foreign = true;
  }

  /** Takes over what does not depend on how the value is seen. */
  void take(Sources behind) {
    made.addAll(behind.made);
    frozen.addAll(behind.frozen);
    makers.addAll(behind.makers);
    holders.addAll(behind.holders);
    handedOn |= behind.handedOn;
  }

  /** Takes over whether it is a class's that is judged by itself. */
  void takeForeign(Sources behind) {
    foreign |= behind.foreign;
  }
}

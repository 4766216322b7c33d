package org.drystone.registry.immutability;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.drystone.registry.immutability.internal.explain.ExplanationText;

/**
 * Why objects of a class can or cannot change. Made for people: {@link #text()} shows all of it.
 *
 * @param type the class
 * @param finding what holds of objects of exactly this class; of an interface or abstract class,
 *     and of a final field that is bound to hold something changeable, it tells what is to be
 *     expected: an object in which such a field holds nothing (null, an empty array) can still pass
 *     {@link ImmutabilityChecker#check}
 * @param evidence the weakest evidence that the finding rests on; empty where it is {@link
 *     Finding#MUTABLE} or {@link Finding#UNKNOWN}, and where only the class of an object can tell
 * @param summary the finding in one sentence, without a full stop
 * @param note what else there is to know of the class as a whole, as sentences; may be empty
 * @param parts one for each instance field, the class's own first, then those of its superclasses;
 *     of a sealed interface, one for each permitted class; none where the class is known as a whole
 * @param fix what to use instead of the class; empty where the parts tell, or nothing need be done
 */
public record Explanation(
    Class<?> type,
    Finding finding,
    Optional<Evidence> evidence,
    String summary,
    String note,
    List<Part> parts,
    String fix) {

  /** Copies the list. */
  public Explanation {
    Objects.requireNonNull(type, "type");
    parts = List.copyOf(parts);
  }

  /**
   * What is found of one field, or of one permitted class.
   *
   * @param owner the class that declares it
   * @param name the field's name, or the permitted class's
   * @param type the field's type as declared, without packages; of a permitted class its kind
   * @param finding what holds of what it can hold
   * @param evidence why that is believed; empty where it is {@link Finding#MUTABLE} or {@link
   *     Finding#UNKNOWN}
   * @param reason the same in words, as a clause: {@code final, and a String cannot change}
   * @param fix what to do about it; empty if nothing need be done
   */
  public record Part(
      Class<?> owner,
      String name,
      String type,
      Finding finding,
      Optional<Evidence> evidence,
      String reason,
      String fix) {}

  /** A few aligned lines for people: summary, part by part, and the fix. Ends with a line feed. */
  public String text() {
    return ExplanationText.of(this);
  }

  /** The same as {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}

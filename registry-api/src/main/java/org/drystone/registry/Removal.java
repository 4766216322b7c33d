package org.drystone.registry;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * How to remove. Immutable; each method returns a changed copy. Used as {@code
 * registry.unpublish(name, how -> how.because("counted twice").now())}.
 */
@Value.Immutable
@HouseStyle
public abstract class Removal {

  Removal() {}

  /** When the data of what was removed is freed. */
  public enum Freeing {
    /** After the trash time, when no hold is left. Until then it can be restored. */
    AFTER_TRASH_TIME,
    /** At once, whoever reads it. It cannot be restored. */
    AT_ONCE
  }

  /** Without a word; restorable for the trash time. */
  public static Removal plain() {
    return ImmutableRemoval.builder().build();
  }

  /** See {@link #because}. */
  public abstract Optional<String> reason();

  /** See {@link #now}. */
  @Value.Default
  public Freeing freeing() {
    return Freeing.AFTER_TRASH_TIME;
  }

  /**
   * Say why; those who could read it are told.
   *
   * @throws InvalidArgumentException if the reason is blank or longer than 1000 characters
   */
  public Removal because(String reason) {
    return ImmutableRemoval.copyOf(this).withReason(LabelText.REASON.checked(reason));
  }

  /**
   * Free the data at once. Holds on it, and readers that still have it, get {@link
   * UnavailableException} with the author of the removal; it cannot be restored.
   */
  public Removal now() {
    return ImmutableRemoval.copyOf(this).withFreeing(Freeing.AT_ONCE);
  }
}

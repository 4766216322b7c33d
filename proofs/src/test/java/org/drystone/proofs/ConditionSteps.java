package org.drystone.proofs;

import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Publications of one name, with conditions and without: few steps, so that they meet. */
@Param(name = "version", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public abstract class ConditionSteps extends Steps {

  private static final Name NAME = Name.parse("ada/1");
  private static final Principal ADA = Principal.user("ada");

  ConditionSteps(Verbs verbs) {
    super(verbs);
  }

  @Operation
  public String publish(@Param(name = "value") int value) {
    return verbs().publish(ADA, NAME, value);
  }

  @Operation
  public String publishIfAbsent(@Param(name = "value") int value) {
    return verbs().publishIfAbsent(ADA, NAME, value);
  }

  @Operation
  public String replace(@Param(name = "version") int version, @Param(name = "value") int value) {
    return verbs().replace(ADA, NAME, version, value);
  }

  @Operation
  public String read() {
    return verbs().get(ADA, NAME);
  }
}

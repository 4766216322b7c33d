package org.drystone.proofs;

import java.util.List;
import org.drystone.registry.ErrorCode;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What two users may do with two names, in any order. */
@Param(name = "name", gen = IntGen.class, conf = "0:1")
@Param(name = "version", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public abstract class EverydaySteps extends Steps {

  private static final List<Name> NAMES = List.of(Name.parse("ada/1"), Name.parse("ada/2"));
  private static final Principal ADA = Principal.user("ada");
  private static final Principal GRACE = Principal.user("grace");
  private static final String PROD = "prod";

  private static final String CONFLICT = ErrorCode.CONFLICT.name();

  EverydaySteps(Verbs verbs) {
    super(verbs);
  }

  /**
   * Publishes again if all that was there was removed meanwhile: that is a conflict, as promised,
   * which no single step explains. At most as often as the other thread can have removed it.
   */
  @Operation
  public String publish(@Param(name = "name") int name, @Param(name = "value") int value) {
    String answer = verbs().publish(ADA, NAMES.get(name), value);
    for (int removed = 0;
        answer.equals(CONFLICT) && removed < LinearizabilityTest.STEPS;
        removed++) {
      answer = verbs().publish(ADA, NAMES.get(name), value);
    }
    return answer;
  }

  @Operation
  public String publishIfAbsent(@Param(name = "name") int name, @Param(name = "value") int value) {
    return verbs().publishIfAbsent(ADA, NAMES.get(name), value);
  }

  @Operation
  public String replace(
      @Param(name = "name") int name,
      @Param(name = "version") int version,
      @Param(name = "value") int value) {
    return verbs().replace(ADA, NAMES.get(name), version, value);
  }

  @Operation
  public String publishAsGrace(@Param(name = "name") int name, @Param(name = "value") int value) {
    return verbs().publish(GRACE, NAMES.get(name), value);
  }

  @Operation
  public String read(@Param(name = "name") int name) {
    return verbs().get(ADA, NAMES.get(name));
  }

  @Operation
  public String readAsGrace(@Param(name = "name") int name) {
    return verbs().get(GRACE, NAMES.get(name));
  }

  @Operation
  public String point(@Param(name = "name") int name, @Param(name = "version") int version) {
    return verbs().setAlias(ADA, NAMES.get(name), PROD, version);
  }

  @Operation
  public String readWherePointed(@Param(name = "name") int name) {
    return verbs().get(ADA, NAMES.get(name), PROD);
  }

  @Operation
  public String unpublish(@Param(name = "name") int name) {
    return verbs().unpublish(ADA, NAMES.get(name));
  }

  @Operation
  public String list() {
    return verbs().list(ADA);
  }

  @Operation
  public String listAsGrace() {
    return verbs().list(GRACE);
  }

  @Operation
  public String share() {
    return verbs().grant(ADA, NAMES.get(0).namespace(), GRACE, Right.READ);
  }

  @Operation
  public String unshare() {
    return verbs().revoke(ADA, NAMES.get(0).namespace(), GRACE);
  }
}

package org.drystone.registry.immutability.internal.judging;

import com.google.common.base.Suppliers;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.classfiles.ClassFiles;
import org.drystone.registry.immutability.internal.classfiles.FinalFields;
import org.drystone.registry.immutability.internal.findings.Constancy;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.findings.FieldFinding;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.findings.Slot;
import org.drystone.registry.immutability.internal.proofs.ClassFacts;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.drystone.registry.immutability.internal.types.Ownable;
import org.objectweb.asm.tree.ClassNode;

/** Judges the instance fields that one class declares, in objects of one exact class. */
final class FieldJudge {

  /** Read only where needed: most fields are final and hold what cannot change. */
  private final Supplier<Optional<ClassFacts>> facts;

  private final Supplier<Optional<ClassNode>> file;
  private final DeclaredTypes declared;

  FieldJudge(Class<?> owner, Class<?> exact, DeclaredTypes declared) {
    this.declared = declared;
    this.file =
        Suppliers.memoize(() -> Jdk.defines(owner) ? Optional.empty() : ClassFiles.read(owner));
    this.facts = Suppliers.memoize(() -> ClassFacts.of(owner, exact, declared));
  }

  FieldFinding judge(Field field) {
    if (Modifier.isFinal(field.getModifiers()) && !isRewritten(field)) {
      return whereFixed(field, Constancy.FINAL);
    }
    return facts.get().map(known -> judge(field, known)).orElseGet(() -> unknown(field));
  }

  /** Few class files give reason to ask; where there is none to read, the JVM's word counts. */
  private boolean isRewritten(Field field) {
    return file.get().filter(own -> FinalFields.mayBeRewritten(own, field.getName())).isPresent()
        && facts.get().map(known -> known.isRewritten(field)).orElse(true);
  }

  private FieldFinding judge(Field field, ClassFacts known) {
    return switch (known.stability(field)) {
      case FIXED -> whereFixed(field, Constancy.NEVER_WRITTEN);
      case CACHE -> whereFixed(field, Constancy.CACHE);
      case CHANGING ->
          isWaived(field, known) ? whereFixed(field, Constancy.WAIVED) : changing(field, known);
    };
  }

  /** The word of the class's author counts, but not against a field that anybody can set. */
  private static boolean isWaived(Field field, ClassFacts known) {
    return DeclaredImmutable.isDeclared(known)
        && !Modifier.isPublic(field.getModifiers())
        && !known.isSet(field);
  }

  private static FieldFinding unknown(Field field) {
    return new FieldFinding.Refused(
        field,
        Finding.UNKNOWN,
        "is not final, in a class that cannot be read",
        "Make the field final, or use another type");
  }

  private static FieldFinding changing(Field field, ClassFacts known) {
    return new FieldFinding.Refused(
        field,
        Finding.MUTABLE,
        known.writer(field).map(by -> "can be changed by " + by).orElse("is not final"),
        "Make the field final, or use another type");
  }

  private FieldFinding whereFixed(Field field, Constancy constancy) {
    Evidence evidence = constancy.evidence();
    Optional<Evidence> promise = declared.promise(field.getType());
    if (promise.isPresent()) {
      return new FieldFinding.Harmless(constancy, Findings.weaker(evidence, promise.get()));
    }
    if (!Ownable.fits(field.getType()) || facts.get().isEmpty()) {
      return decisive(new Slot(field, Custody.SHARED), constancy, evidence);
    }
    ClassFacts known = facts.get().get();
    if (known.isTable(field)) {
      return new FieldFinding.Harmless(Constancy.TABLE, Constancy.TABLE.evidence());
    }
    Custody custody = known.custody(field);
    if (custody.isOwned()) {
      return decisive(new Slot(field, custody), constancy, evidence);
    }
    return Ownable.fitsContainer(field.getType())
            && DeclaredImmutable.isDeclared(known)
            && known.onlyReads(field)
        ? decisive(
            new Slot(field, Custody.OWNED), constancy, Findings.weaker(evidence, Evidence.DECLARED))
        : decisive(new Slot(field, Custody.SHARED), constancy, evidence);
  }

  private static FieldFinding decisive(Slot slot, Constancy constancy, Evidence evidence) {
    try {
      slot.field().setAccessible(true);
      return new FieldFinding.Decisive(slot, constancy, evidence);
    } catch (InaccessibleObjectException | SecurityException e) {
      return unreadable(slot.field());
    }
  }

  private static FieldFinding unreadable(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return new FieldFinding.Refused(
        field,
        Finding.UNKNOWN,
        "cannot be read",
        "Use a type that is known to be immutable, or start Java with --add-opens "
            + owner.getModule().getName()
            + "/"
            + owner.getPackageName()
            + "=ALL-UNNAMED");
  }
}

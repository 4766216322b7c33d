package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Private members that class files name where no compiler of Java does: by constants that are
 * method handles, and by bootstrap methods, which get the right to look up all of them.
 */
class NamedMembersTest implements Opcodes {

  private static final String HANDLE = "Ljava/lang/invoke/MethodHandle;";
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
          + "Ljava/lang/Class;)Ljava/lang/Object;";
  private static final String CALL_SITE =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
          + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";

  @Test
  void a_handle_to_another_method_does_no_harm() {
    assertThat(given(new Handle(H_INVOKEVIRTUAL, "Cell", "hashCode", "()I", false)))
        .isEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_handle_writes_the_field() {
    assertThat(given(new Handle(H_PUTFIELD, "Cell", "n", "I", false)))
        .isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_handle_calls_the_helper_that_writes() {
    assertThat(given(helper())).isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_constant_is_computed_by_the_jdk_of_nothing() {
    assertThat(given(computed("java/lang/invoke/ConstantBootstraps", "nullConstant")))
        .isEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_constant_is_computed_by_somebody() {
    assertThat(given(computed("Other", "compute"))).isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_constant_is_a_handle_to_the_field() {
    assertThat(given(computed("java/lang/invoke/ConstantBootstraps", "fieldVarHandle")))
        .isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_constant_is_computed_of_a_handle_to_the_helper() {
    assertThat(given(computed("java/lang/invoke/ConstantBootstraps", "invoke", helper())))
        .isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_call_is_linked_by_somebody() {
    ClassWriter type = type();
    MethodVisitor code = type.visitMethod(ACC_PUBLIC | ACC_STATIC, "link", "()V", null, null);
    code.visitInvokeDynamicInsn(
        "run", "()V", new Handle(H_INVOKESTATIC, "Other", "link", CALL_SITE, false));
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    assertThat(find(type)).isNotEqualTo(Finding.IMMUTABLE);
  }

  private static Handle helper() {
    return new Handle(H_INVOKEVIRTUAL, "Cell", "fill", "(I)V", false);
  }

  private static ConstantDynamic computed(String owner, String maker, Object... arguments) {
    return new ConstantDynamic(
        "made",
        "Ljava/lang/Object;",
        new Handle(H_INVOKESTATIC, owner, maker, BOOTSTRAP, false),
        arguments);
  }

  /** A class that gives everybody a constant. */
  private static Finding given(Object constant) {
    ClassWriter type = type();
    String result = constant instanceof Handle ? HANDLE : "Ljava/lang/Object;";
    MethodVisitor code =
        type.visitMethod(ACC_PUBLIC | ACC_STATIC, "give", "()" + result, null, null);
    code.visitLdcInsn(constant);
    code.visitInsn(ARETURN);
    code.visitMaxs(0, 0);
    return find(type);
  }

  /** Its constructor writes the private field through a private helper. */
  private static ClassWriter type() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(V17, ACC_PUBLIC | ACC_FINAL, "Cell", null, "java/lang/Object", null);
    type.visitField(ACC_PRIVATE, "n", "I", null, null);
    MethodVisitor fill = type.visitMethod(ACC_PRIVATE, "fill", "(I)V", null, null);
    fill.visitVarInsn(ALOAD, 0);
    fill.visitVarInsn(ILOAD, 1);
    fill.visitFieldInsn(PUTFIELD, "Cell", "n", "I");
    fill.visitInsn(RETURN);
    fill.visitMaxs(0, 0);
    MethodVisitor code = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitVarInsn(ALOAD, 0);
    code.visitInsn(ICONST_1);
    code.visitMethodInsn(INVOKEVIRTUAL, "Cell", "fill", "(I)V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    return type;
  }

  private static Finding find(ClassWriter type) {
    type.visitEnd();
    byte[] file = type.toByteArray();
    Class<?> defined = new Showing(Map.of("Cell.class", file)).define(file);
    return new ImmutabilityChecker().explain(defined).finding();
  }
}

package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Classes whose private methods each call the next one twice, so that more ways lead from the first
 * to the last than anybody could follow one by one. A proof that did would meet the tests' limit.
 */
class ProofCostTest implements Opcodes {

  private static final int METHODS = 30;
  private static final int MORE_THAN_IS_WORTH_IT = 3_000;
  private static final int LOCALS = 200;

  @Test
  void a_field_that_only_the_constructor_reaches_cannot_change() throws Exception {
    assertThat(find(writing(METHODS))).isEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_field_that_others_reach_from_the_far_end_can() throws Exception {
    ClassWriter type = writing(METHODS);
    method(type, ACC_PUBLIC, "change", "()V", code -> call(code, "step0", "()V"));
    assertThat(find(type)).isEqualTo(Finding.MUTABLE);
  }

  @Test
  void methods_that_call_each_other_in_a_circle_add_nothing() throws Exception {
    ClassWriter type = type("I", code -> call(code, "step0", "()V"));
    addSteps(type, METHODS, "()V", ProofCostTest::writeAndStartAgain);
    assertThat(find(type)).isEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void an_array_that_is_filled_at_the_far_end_before_it_is_kept_cannot_change() throws Exception {
    assertThat(find(keeping(ProofCostTest::fill))).isEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void an_array_that_is_shown_to_others_at_the_far_end_can() throws Exception {
    assertThat(find(keeping(ProofCostTest::show))).isNotEqualTo(Finding.IMMUTABLE);
  }

  @Test
  void a_proof_that_takes_too_long_is_none() throws Exception {
    assertThat(find(branching(METHODS))).isEqualTo(Finding.IMMUTABLE);
    assertThat(find(branching(MORE_THAN_IS_WORTH_IT))).isEqualTo(Finding.MUTABLE);
  }

  /** No object is made, for the constructors would take as long as the proofs must not. */
  private static Finding find(ClassWriter type) throws Exception {
    type.visitEnd();
    byte[] file = type.toByteArray();
    Class<?> defined = new Showing(Map.of("Cell.class", file)).define(file);
    return new ImmutabilityChecker().explain(defined).finding();
  }

  /** The constructor calls the first method, and the last one writes the field. */
  private static ClassWriter writing(int methods) {
    ClassWriter type = type("I", code -> call(code, "step0", "()V"));
    addSteps(type, methods, "()V", ProofCostTest::write);
    return type;
  }

  /** The constructor writes the field after many branches, of which each sets a local variable. */
  private static ClassWriter branching(int branches) {
    return type("I", code -> branch(code, branches));
  }

  private static void branch(MethodVisitor code, int branches) {
    for (int i = 0; i < branches; i++) {
      Label rest = new Label();
      code.visitVarInsn(ALOAD, 0);
      code.visitJumpInsn(IFNULL, rest);
      code.visitInsn(ICONST_1);
      code.visitVarInsn(ISTORE, 1 + i % LOCALS);
      code.visitLabel(rest);
    }
    write(code);
  }

  /** The constructor gives a new array to the first method, then keeps it in the field. */
  private static ClassWriter keeping(Consumer<MethodVisitor> last) {
    ClassWriter type = type("[I", ProofCostTest::makeAndKeep);
    type.visitField(ACC_STATIC, "shown", "[I", null, null);
    addSteps(type, METHODS, "([I)V", last);
    return type;
  }

  private static ClassWriter type(String content, Consumer<MethodVisitor> constructor) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(V1_6, ACC_PUBLIC | ACC_SUPER, "Cell", null, "java/lang/Object", null);
    type.visitField(ACC_PRIVATE, "content", content, null, null);
    method(type, ACC_PUBLIC, "<init>", "()V", code -> construct(code, constructor));
    return type;
  }

  private static void construct(MethodVisitor code, Consumer<MethodVisitor> rest) {
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    rest.accept(code);
  }

  private static void addSteps(
      ClassWriter type, int methods, String desc, Consumer<MethodVisitor> last) {
    for (int step = 1; step < methods; step++) {
      String next = "step" + step;
      method(type, ACC_PRIVATE, "step" + (step - 1), desc, code -> callTwice(code, next, desc));
    }
    method(type, ACC_PRIVATE, "step" + (methods - 1), desc, last);
  }

  private static void method(
      ClassWriter type, int access, String name, String desc, Consumer<MethodVisitor> body) {
    MethodVisitor code = type.visitMethod(access, name, desc, null, null);
    code.visitCode();
    body.accept(code);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void callTwice(MethodVisitor code, String name, String desc) {
    call(code, name, desc);
    call(code, name, desc);
  }

  /** With what the method was given itself. */
  private static void call(MethodVisitor code, String name, String desc) {
    code.visitVarInsn(ALOAD, 0);
    if (!desc.startsWith("()")) {
      code.visitVarInsn(ALOAD, 1);
    }
    code.visitMethodInsn(INVOKESPECIAL, "Cell", name, desc, false);
  }

  private static void write(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 0);
    code.visitInsn(ICONST_1);
    code.visitFieldInsn(PUTFIELD, "Cell", "content", "I");
  }

  private static void writeAndStartAgain(MethodVisitor code) {
    write(code);
    call(code, "step0", "()V");
  }

  private static void makeAndKeep(MethodVisitor code) {
    code.visitInsn(ICONST_1);
    code.visitIntInsn(NEWARRAY, T_INT);
    code.visitVarInsn(ASTORE, 1);
    call(code, "step0", "([I)V");
    code.visitVarInsn(ALOAD, 0);
    code.visitVarInsn(ALOAD, 1);
    code.visitFieldInsn(PUTFIELD, "Cell", "content", "[I");
  }

  private static void fill(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 1);
    code.visitInsn(ICONST_0);
    code.visitInsn(ICONST_1);
    code.visitInsn(IASTORE);
  }

  private static void show(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 1);
    code.visitFieldInsn(PUTSTATIC, "Cell", "shown", "[I");
  }
}

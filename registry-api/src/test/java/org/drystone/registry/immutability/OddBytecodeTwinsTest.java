package org.drystone.registry.immutability;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Class files that the JVM runs though no compiler of today makes them. */
class OddBytecodeTwinsTest extends ReleasedTwins implements Opcodes {

  private static final String MAKE =
      "package lib; public class Make { public static Object make() { return new T(); } }\n";
  private static final String CELL =
      MAKE
          + "package lib; public class T { private int n; public static int k = 1;"
          + " public T() { n = 1; } MEMBER }\n";

  private static Object cell(String member, Consumer<ClassNode> change) {
    return released.patched(change, CELL.replace("MEMBER", member));
  }

  /** Makes a field final that is written where the compiler would not have it. */
  private static Consumer<ClassNode> fix(String name, int version) {
    return file -> {
      file.version = version;
      file.fields.stream()
          .filter(field -> field.name.equals(name))
          .forEach(field -> field.access |= ACC_FINAL);
    };
  }

  @TestFactory
  Stream<DynamicTest> finalFields() {
    String next = "public int next() { int m = n + 1; WRITE return m; }";
    String other = "public T(T other) { n = 1; WRITE }";
    String hash =
        "private int h; public int hashCode() { if (h == 0) { h = k | 1; } return h; }"
            + " public static void set(int v) { WRITE }";
    return Stream.of(
            Twins.differ(
                "a field that a method writes",
                cell(next.replace("WRITE", ""), fix("n", V1_8)),
                cell(next.replace("WRITE", "n = m;"), fix("n", V1_8))),
            Twins.differ(
                "a field of another object",
                cell(other.replace("WRITE", "k = 2;"), fix("n", V17)),
                cell(other.replace("WRITE", "other.n = 2;"), fix("n", V17))),
            Twins.differ(
                "a constant",
                cell(hash.replace("WRITE", ""), fix("k", V1_8)),
                cell(hash.replace("WRITE", "k = v;"), fix("k", V1_8))))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> subroutines() {
    String of =
        "public static T last; public static T of() { T t = new T(); Thread.yield();"
            + " t.n = 2; return t; }";
    return Twins.differ(
        "a subroutine that shows the object",
        cell(of, file -> file.version = V1_5),
        cell(of, OddBytecodeTwinsTest::showInSubroutine));
  }

  /** Puts {@code last = t} into a subroutine that is called instead of {@code yield()}. */
  private static void showInSubroutine(ClassNode file) {
    file.version = V1_5;
    for (MethodNode method : file.methods) {
      if (method.name.equals("of")) {
        LabelNode subroutine = new LabelNode();
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction instanceof MethodInsnNode call && call.name.equals("yield")) {
            method.instructions.set(call, new JumpInsnNode(JSR, subroutine));
          }
        }
        method.instructions.add(subroutine);
        method.instructions.add(new VarInsnNode(ASTORE, 1));
        method.instructions.add(new VarInsnNode(ALOAD, 0));
        method.instructions.add(new FieldInsnNode(PUTSTATIC, "lib/T", "last", "Llib/T;"));
        method.instructions.add(new VarInsnNode(RET, 1));
        method.maxLocals = 2;
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> superclasses() {
    String sources =
        MAKE
            + "package lib; import java.util.*; public class T extends P {"
            + " private final List<String> l = new ArrayList<>();"
            + " public void hit() { super.of(l); } }\n"
            + "package lib; import java.util.*; public class P extends G {"
            + " public void of(List<String> l) { IN_P } }\n"
            + "package lib; import java.util.*; public class G {"
            + " public void of(List<String> l) { l.size(); } }\n";
    return Twins.differ(
        "a super call by another name",
        released.patched(file -> {}, sources.replace("IN_P", "l.size();")),
        released.patched(
            file -> nameSuperclass("lib/G", file), sources.replace("IN_P", "l.clear();")));
  }

  private static void nameSuperclass(String owner, ClassNode file) {
    file.methods.stream()
        .filter(method -> method.name.equals("hit"))
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(instruction -> instruction.getOpcode() == INVOKESPECIAL)
        .forEach(instruction -> ((MethodInsnNode) instruction).owner = owner);
  }

  @TestFactory
  Stream<DynamicTest> privateMethods() {
    String sources =
        MAKE
            + "package lib; public class T extends D { public int compute2() { return 1; } }\n"
            + "package lib; public class D { private int h;"
            + " public int hashCode() { if (h == 0) { h = compute(); } return h; }"
            + " public int compute() { return IN_D; } }\n";
    return Stream.of(ACC_PRIVATE, ACC_PUBLIC | ACC_STATIC)
        .flatMap(
            access ->
                Twins.differ(
                    "a method that overrides nothing",
                    released.patched(
                        file -> rename(ACC_PUBLIC, file), sources.replace("IN_D", "2")),
                    released.patched(
                        file -> rename(access, file),
                        sources.replace("IN_D", "(int) System.nanoTime() | 1"))));
  }

  private static void rename(int access, ClassNode file) {
    for (MethodNode method : file.methods) {
      if (method.name.equals("compute2")) {
        method.name = "compute";
        method.access = access;
        if ((access & ACC_STATIC) != 0) {
          method.instructions = new InsnList();
          method.instructions.add(new InsnNode(ICONST_1));
          method.instructions.add(new InsnNode(IRETURN));
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> innerClasses() {
    String sources =
        "package lib; public class Make { public static Object make() { return new T(new S()); } }\n"
            + "package lib; public class T { private final Leaf leaf; T(Leaf l) { leaf = l; } }\n"
            + "package lib; public class Leaf {}\n"
            + "package lib; public class S extends Leaf { FIELD }\n";
    Consumer<ClassNode> lie =
        file -> {
          if (file.name.equals("lib/Leaf")) {
            file.innerClasses.add(new InnerClassNode(file.name, null, "Leaf", ACC_FINAL));
          }
        };
    return Twins.differ(
        "a class that says it is final",
        released.patched(lie, sources.replace("FIELD", "")),
        released.patched(lie, sources.replace("FIELD", "public int n;")));
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfOneName() {
    String sources =
        MAKE
            + "package lib; import java.util.*; public class T {"
            + " private final int[] a = {1}; private final String[] b = {\"b\"};"
            + " public int a() { return a[0]; } public void set() { b[0] = \"c\"; } }\n";
    return Twins.differ(
        "two fields of one name",
        released.patched(file -> {}, sources.replace("b[0] = \"c\"", "b.hashCode()")),
        released.patched(OddBytecodeTwinsTest::nameAlike, sources));
  }

  private static void nameAlike(ClassNode file) {
    file.fields.forEach(field -> field.name = "a");
    file.methods.stream()
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(FieldInsnNode.class::isInstance)
        .forEach(use -> ((FieldInsnNode) use).name = "a");
  }
}

package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Private members that a class names by a subclass of its own, which no compiler does: the JVM
 * finds them all the same. Where the subclass has such a member itself, that one is meant.
 */
class SubclassNamesTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      public class Cell {
        public static int all;
        private int n;
        private final List<String> list = new ArrayList<>();
        public Cell() { set(1); put(this, 1); read(); }
        private void set(int value) { n = value; }
        private static void put(Cell cell, int value) { cell.n = value; }
        private int read() { return list.size(); }
        private List<String> list() { return list; }
        public int size() { return list().size(); }
        public int n() { return n; }
        public static void hit(Cell cell) { HIT }
      }
      package lib;
      public class Cell$Sub extends Cell {
        IN_SUB
      }
      package lib;
      public class Other extends Cell {
        IN_SUB
      }
      package lib;
      public class Make {
        public static Object make() { return new Cell(); }
      }
      """;

  private static Object library(String hit, String inSub, String subclass) {
    return released.patched(
        file -> nameBy(subclass, file), LIBRARY.replace("HIT", hit).replace("IN_SUB", inSub));
  }

  /** Lets the method name all members of its cell by the subclass. */
  private static void nameBy(String subclass, ClassNode file) {
    for (MethodNode method : file.methods) {
      if (method.name.equals("hit")) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction.getOpcode() == Opcodes.ALOAD) {
            method.instructions.insert(instruction, new TypeInsnNode(Opcodes.CHECKCAST, subclass));
          } else if (instruction instanceof FieldInsnNode use) {
            use.owner = subclass;
          } else if (instruction instanceof MethodInsnNode call && call.owner.equals("lib/Cell")) {
            call.owner = subclass;
          }
        }
      }
    }
  }

  private static Stream<DynamicTest> differ(String because, String harmless, String writing) {
    return Stream.of("lib/Cell$Sub", "lib/Other")
        .flatMap(
            subclass ->
                Twins.differ(
                    because + " by " + subclass,
                    library(harmless, "", subclass),
                    library(writing, "", subclass)));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            differ("a field", "all = 7;", "cell.n = 7;"),
            differ("the field that holds a list", "all = 7;", "cell.list.clear();"),
            differ("a method", "cell.size();", "cell.set(7);"),
            differ("a static method", "cell.size();", "put(cell, 7);"),
            differ("a method that gives a list", "cell.size();", "cell.list().clear();"),
            Twins.differ(
                "a field that hides it",
                library("cell.n = 7;", "public int n;", "lib/Other"),
                library("cell.n = 7;", "public long n;", "lib/Other")))
        .flatMap(tests -> tests);
  }
}

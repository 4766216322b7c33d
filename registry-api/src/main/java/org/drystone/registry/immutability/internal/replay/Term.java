package org.drystone.registry.immutability.internal.replay;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.analysis.Value;

/** What is known of a value while a method runs. Equal terms are the same value, if certain. */
public sealed interface Term extends Value {

  /** The types of numbers that an instruction may cut. */
  Set<String> NARROW = Set.of("Z", "B", "C", "S");

  /** Another than every text or number. */
  enum Nothing {
    NULL
  }

  /** The object whose method runs. */
  record Self() implements Term {

    @Override
    public int getSize() {
      return 1;
    }
  }

  /** A number, a text, or null. */
  record Constant(Object value, int size) implements Term {

    static final Term NULL = new Constant(Nothing.NULL, 1);

    static Constant of(int value) {
      return new Constant(value, 1);
    }

    /** Whether two of them are the same if, and only if, they are equal. */
    boolean isComparable() {
      return value instanceof Integer || value instanceof Long || value == Nothing.NULL;
    }

    @Override
    public int getSize() {
      return size;
    }
  }

  /** What was made in one place, the last time that the run came there. */
  record Symbol(Object origin, String type, int size) implements Term {

    boolean isBoolean() {
      return type.equals("Z");
    }

    @Override
    public int getSize() {
      return size;
    }
  }

  /** A number in an object of the JDK's, of which nobody may ask which one it is. */
  record Boxed(String owner, Term content) implements Term {

    @Override
    public boolean isCertain() {
      return content.isCertain();
    }

    @Override
    public Term map(UnaryOperator<Term> change) {
      return new Boxed(owner, content.map(change));
    }

    @Override
    public int getSize() {
      return 1;
    }
  }

  /** How two long numbers compare: zero if they are the same. */
  record Comparison(Term one, Term other) implements Term {

    @Override
    public boolean isCertain() {
      return one.isCertain() && other.isCertain();
    }

    @Override
    public Term map(UnaryOperator<Term> change) {
      return new Comparison(one.map(change), other.map(change));
    }

    @Override
    public int getSize() {
      return 1;
    }
  }

  /** Any value; another one each time. */
  record Blurred(int size) implements Term {

    /** What a local variable holds that was not set yet. */
    static final Term UNSET = new Blurred(1);

    @Override
    public boolean isCertain() {
      return false;
    }

    @Override
    public int getSize() {
      return size;
    }
  }

  default boolean isCertain() {
    return true;
  }

  /** The term with each value in it replaced. */
  default Term map(UnaryOperator<Term> change) {
    return change.apply(this);
  }

  /** Whether a cast to that class certainly succeeds. */
  static boolean isOf(Term value, String className) {
    return value.equals(Constant.NULL)
        || (value instanceof Boxed box && box.owner().equals(className))
        || (value instanceof Symbol made && made.type().equals("L" + className + ";"));
  }

  /** Whether the value stays what it is if it is stored as that type. */
  static boolean fits(Term value, String type) {
    if (value instanceof Symbol symbol) {
      return symbol.type().equals(type) || !NARROW.contains(type);
    }
    return !(value instanceof Constant constant && constant.value() instanceof Integer number)
        || switch (type) {
          case "Z" -> number >> 1 == 0;
          case "B" -> number == number.byteValue();
          case "C" -> number >> Character.SIZE == 0;
          case "S" -> number == number.shortValue();
          default -> true;
        };
  }
}

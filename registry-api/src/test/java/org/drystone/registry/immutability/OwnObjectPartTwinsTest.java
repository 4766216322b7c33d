package org.drystone.registry.immutability;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an object that is kept to itself is made of, and what iterates over it. */
class OwnObjectPartTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("an iterator", new Walked("a", "b"), new Eaten("a", "b")),
            Twins.differ("what is in it", new Walked("a", "b"), new Walked("a", new Date(0))),
            Twins.differ(
                "a part that is given, too", new Walked("a"), new Walked(new Chain("a", null))),
            Twins.differ("a list in it", new Names("a"), new OpenNames("a")),
            Twins.differ("a copy that shares", new DeepCopy(1), new FlatCopy(1)),
            Twins.differ("while it is written", new Written(1), new WrittenWhole(1)),
            Twins.differ("what the collector changes", new Walked("a"), new Weak("a")))
        .flatMap(tests -> tests);
  }

  static final class Chain {
    Object value;
    Chain next;

    Chain(Object value, Chain next) {
      this.value = value;
      this.next = next;
    }
  }

  static class Bag {
    Chain[] chains = new Chain[4];
    int size;

    void add(Object value) {
      int place = value.hashCode() & 3;
      chains[place] = new Chain(value, chains[place]);
      size++;
    }

    boolean contains(Object value) {
      for (Chain link = chains[value.hashCode() & 3]; link != null; link = link.next) {
        if (link.value.equals(value)) {
          return true;
        }
      }
      return false;
    }
  }

  static class Links implements Iterator<Object> {
    private final Bag bag;
    private int place;
    private Chain link;

    Links(Bag bag) {
      this.bag = bag;
    }

    @Override
    public boolean hasNext() {
      while (link == null && place < bag.chains.length) {
        link = bag.chains[place++];
      }
      return link != null;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object value = link.value;
      link = link.next;
      return value;
    }
  }

  static final class EatingLinks extends Links {
    private final Bag eaten;

    EatingLinks(Bag bag) {
      super(bag);
      eaten = bag;
    }

    @Override
    public void remove() {
      eaten.size--;
    }
  }

  static final class Walked {
    private final Bag bag = new Bag();

    Walked(Object... values) {
      for (Object value : values) {
        bag.add(value);
      }
    }

    boolean contains(Object value) {
      return bag.contains(value);
    }

    Iterator<Object> iterator() {
      return new Links(bag);
    }
  }

  static final class Eaten {
    private final Bag bag = new Bag();

    Eaten(Object... values) {
      for (Object value : values) {
        bag.add(value);
      }
    }

    Iterator<Object> iterator() {
      return new EatingLinks(bag);
    }
  }

  static final class Cell {
    int value;

    Cell(int value) {
      this.value = value;
    }
  }

  static final class Register {
    private final List<String> names = new ArrayList<>();

    void add(String name) {
      names.add(name);
    }

    String get(int index) {
      return names.get(index);
    }

    List<String> all() {
      return names;
    }
  }

  static final class Names {
    private final Register register = new Register();

    Names(String name) {
      register.add(name);
    }

    String get(int index) {
      return register.get(index);
    }
  }

  static final class OpenNames {
    private final Register register = new Register();

    OpenNames(String name) {
      register.add(name);
    }

    List<String> all() {
      return register.all();
    }
  }

  static final class Deep implements Cloneable {
    int[] values;

    Deep(int value) {
      values = new int[] {value};
    }

    Deep copy() {
      return new Deep(values[0]);
    }

    Deep flatCopy() {
      try {
        return (Deep) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static final class DeepCopy {
    private final Deep deep;

    DeepCopy(int value) {
      deep = new Deep(value);
    }

    Deep copy() {
      return deep.copy();
    }
  }

  static final class FlatCopy {
    private final Deep deep;

    FlatCopy(int value) {
      deep = new Deep(value);
    }

    Deep copy() {
      return deep.flatCopy();
    }
  }

  static final class Written implements Serializable {
    private static final long serialVersionUID = 1L;
    private final transient Cell cell;

    Written(int value) {
      cell = new Cell(value);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeInt(cell.value);
    }
  }

  static final class WrittenWhole implements Serializable {
    private static final long serialVersionUID = 1L;
    private final transient Cell cell;

    WrittenWhole(int value) {
      cell = new Cell(value);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeObject(cell);
    }
  }

  static final class Forgetful extends WeakReference<Object> {
    int reads;

    Forgetful(Object value) {
      super(value);
    }
  }

  static final class Weak {
    private final Forgetful value;

    Weak(Object value) {
      this.value = new Forgetful(value);
    }

    Object get() {
      return value.get();
    }
  }
}

package exp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Classes around collections of their own; what differs within a pair is one view or word. */
public final class OwnCollections {

  private OwnCollections() {}

  /** Shows its keys as they are. */
  public static final class Keys {
    private final Map<String, Integer> map;

    public Keys(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    public Set<String> keys() {
      return map.keySet();
    }
  }

  /** Shows its keys to be read. */
  public static final class ReadKeys {
    private final Map<String, Integer> map;

    public ReadKeys(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    public Set<String> keys() {
      return Collections.unmodifiableSet(map.keySet());
    }
  }

  /** Can be iterated, and emptied by the iterator. */
  public static final class Iterated implements Iterable<String> {
    private final List<String> list;

    public Iterated(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    @Override
    public Iterator<String> iterator() {
      return list.iterator();
    }
  }

  /** Can be iterated. */
  public static final class ReadIterated implements Iterable<String> {
    private final List<String> list;

    public ReadIterated(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    @Override
    public Iterator<String> iterator() {
      return Collections.unmodifiableList(list).iterator();
    }
  }

  /** Hands its list to a visitor. */
  public static final class Visited {
    private final List<String> list;

    public Visited(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    public void accept(Consumer<List<String>> visitor) {
      visitor.accept(list);
    }
  }

  /** Hands each element to a visitor. */
  public static final class ElementVisited {
    private final List<String> list;

    public ElementVisited(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    public void accept(Consumer<String> visitor) {
      for (String element : list) {
        visitor.accept(element);
      }
    }
  }

  /** Streams. */
  public static final class Streamed {
    private final List<String> list;

    public Streamed(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    public Stream<String> stream() {
      return list.stream();
    }
  }

  /** Lends a part. */
  public static final class Part {
    private final List<String> list;

    public Part(Collection<String> list) {
      this.list = new ArrayList<>(list);
    }

    public List<String> part() {
      return list.subList(0, 1);
    }
  }

  /** Its subclass may add. */
  public static class Base {
    protected final List<String> list = new ArrayList<>();

    public int size() {
      return list.size();
    }
  }

  /** Adds. */
  public static final class Adding extends Base {
    public void add(String element) {
      list.add(element);
    }
  }

  /** Asks its bits. */
  public static final class Bits {
    private final BitSet bits;

    public Bits(BitSet bits) {
      this.bits = (BitSet) bits.clone();
    }

    public boolean has(int index) {
      return bits.get(index);
    }
  }

  /** Sets its bits on demand. */
  public static final class SetBits {
    private final BitSet bits;

    public SetBits(BitSet bits) {
      this.bits = (BitSet) bits.clone();
    }

    public boolean flip(int index) {
      bits.flip(index);
      return bits.get(index);
    }
  }

  /** Built by a builder that makes a list for each. */
  public static final class Built {
    private final List<String> list;

    private Built(List<String> list) {
      this.list = list;
    }

    public String get(int index) {
      return list.get(index);
    }

    public static final class Builder {
      private final List<String> list = new ArrayList<>();

      public Builder add(String element) {
        list.add(element);
        return this;
      }

      public Built build() {
        return new Built(new ArrayList<>(list));
      }
    }
  }

  /** Built by a builder that goes on with the list it has handed over. */
  public static final class LeakyBuilt {
    private final List<String> list;

    private LeakyBuilt(List<String> list) {
      this.list = list;
    }

    public String get(int index) {
      return list.get(index);
    }

    public static final class Builder {
      private final List<String> list = new ArrayList<>();

      public Builder add(String element) {
        list.add(element);
        return this;
      }

      public LeakyBuilt build() {
        return new LeakyBuilt(list);
      }
    }
  }

  /** A map of lists of its own. */
  public static final class Grouped {
    private final Map<String, List<String>> groups = new HashMap<>();

    public Grouped(Collection<String> words) {
      for (String word : words) {
        groups.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>()).add(word);
      }
    }

    public int count(String first) {
      List<String> group = groups.get(first);
      return group == null ? 0 : group.size();
    }
  }

  /** A map of lists that it lends. */
  public static final class LentGroups {
    private final Map<String, List<String>> groups = new HashMap<>();

    public LentGroups(Collection<String> words) {
      for (String word : words) {
        groups.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>()).add(word);
      }
    }

    public List<String> group(String first) {
      return groups.get(first);
    }
  }
}

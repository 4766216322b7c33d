package org.drystone.checkers;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a corpus: a class with a static list {@code ALL} of entries that have the fields {@code
 * id}, {@code expr}, {@code truth} ({@code immutable} or another word), {@code contested} and
 * {@code s}, whose method {@code get()} makes the object. Contested entries, and objects that
 * cannot be made, are left out.
 */
final class Corpus {

  private Corpus() {}

  static List<Sample> read(Class<?> corpus) throws ReflectiveOperationException {
    List<Sample> samples = new ArrayList<>();
    for (Object entry : (List<?>) corpus.getField("ALL").get(null)) {
      if (!(Boolean) field(entry, "contested")) {
        addSample(entry, samples);
      }
    }
    return samples;
  }

  private static void addSample(Object entry, List<Sample> samples)
      throws ReflectiveOperationException {
    Object maker = field(entry, "s");
    Method get = maker.getClass().getMethod("get");
    get.setAccessible(true);
    try {
      samples.add(
          new Sample(
              (Integer) field(entry, "id"),
              (String) field(entry, "expr"),
              field(entry, "truth").equals("immutable"),
              get.invoke(maker)));
    } catch (InvocationTargetException e) {
      System.err.println("Left out, since it cannot be made: " + field(entry, "expr"));
    }
  }

  private static Object field(Object entry, String name) throws ReflectiveOperationException {
    Field field = entry.getClass().getField(name);
    field.setAccessible(true);
    return field.get(entry);
  }
}

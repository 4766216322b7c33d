package org.drystone.registry.spark.compat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.$colon$colon;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;

/** Scala's collections, whose methods differ between Scala 2.12 and 2.13. */
public final class ScalaCollections {

  private ScalaCollections() {}

  /** The elements of a Scala collection, in a new list. */
  @SuppressWarnings("unchecked") // the caller knows the element type
  public static <T> List<T> toJava(Object collection) {
    List<T> list = new ArrayList<>();
    Iterator<T> elements = ((scala.collection.Iterable<T>) collection).iterator();
    while (elements.hasNext()) {
      list.add(elements.next());
    }
    return list;
  }

  /** An immutable Scala list, which is a sequence to every version. */
  @SuppressWarnings("unchecked") // the empty list is a list of anything
  public static <T> scala.collection.immutable.List<T> toScala(List<T> elements) {
    scala.collection.immutable.List<T> list = (scala.collection.immutable.List<T>) Nil$.MODULE$;
    for (int i = elements.size() - 1; i >= 0; i--) {
      list = new $colon$colon<>(elements.get(i), list);
    }
    return list;
  }

  /** An immutable Scala map. */
  static Object toScala(Map<String, String> entries) {
    Object map = Reflection.call(Map$.MODULE$, "empty");
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      map =
          Reflection.invoke(
              Reflection.method(
                  scala.collection.immutable.Map.class,
                  "$plus",
                  plus ->
                      plus.getParameterTypes().length == 1
                          && plus.getParameterTypes()[0] == Tuple2.class),
              map,
              new Tuple2<>(entry.getKey(), entry.getValue()));
    }
    return map;
  }
}

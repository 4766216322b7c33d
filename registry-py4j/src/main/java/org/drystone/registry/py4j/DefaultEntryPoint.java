package org.drystone.registry.py4j;

import org.drystone.registry.Key;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.RegistryException;

/**
 * The entry point of a session where the host gives none: the registry for plain Py4J, as in {@code
 * entry_point.getDataFrame("my DataFrame").select("my_column").toDF()}. A host that has an entry
 * point of its own can hand calls on to it. Safe for use by several threads.
 */
public final class DefaultEntryPoint {

  private final Registry registry;
  private final RunningCommands commands;

  DefaultEntryPoint(Session session) {
    this.registry = session.client().registry();
    this.commands = session.commands();
  }

  /**
   * What is published under that reference: a name, {@code name:v3} or {@code name@alias}.
   *
   * @throws RegistryException as {@link Registry#get}
   */
  public Object getDataFrame(String reference) {
    return registry.get(Ref.parse(reference));
  }

  /**
   * Publishes a new version under that name; collections are copied.
   *
   * @return the reference of the version, as {@code shared/my DataFrame:v1}
   * @throws RegistryException as {@link Registry#publish}
   */
  public String saveDataFrame(String name, Object value) throws Exception {
    Key<Object> key = Key.of(name, Object.class);
    return commands.interruptibly(
        Interruption.Kind.WORK,
        () -> registry.publish(key, value, with -> with.copying()).id().toString());
  }
}

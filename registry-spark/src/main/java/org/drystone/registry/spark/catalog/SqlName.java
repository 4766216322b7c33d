package org.drystone.registry.spark.catalog;

import java.util.Optional;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.drystone.registry.InvalidNameException;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;

/** How a name of the registry is written in SQL. */
public final class SqlName {

  private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]*";

  private SqlName() {}

  /** Such as {@code hub.ada.sales}, quoted where SQL needs it. */
  public static String of(Name name) {
    return HubCatalog.NAME
        + "."
        + quoted(name.namespace().toString())
        + "."
        + quoted(name.simpleName());
  }

  /** The name that an identifier stands for; empty if there can be none. */
  static Optional<Name> parse(Identifier identifier) {
    if (identifier.namespace().length != 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(Name.of(Namespace.of(identifier.namespace()[0]), identifier.name()));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static String quoted(String part) {
    return part.matches(PLAIN) ? part : "`" + part.replace("`", "``") + "`";
  }
}

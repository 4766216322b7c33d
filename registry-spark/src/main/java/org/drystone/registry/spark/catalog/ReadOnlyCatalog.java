package org.drystone.registry.spark.catalog;

import java.util.Map;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.InvalidArgumentException;

/** Every verb of SQL that would change something, each with what to do instead. */
abstract class ReadOnlyCatalog implements TableCatalog, SupportsNamespaces {

  @Override
  @SuppressWarnings("deprecation") // Spark 3.5 calls this one, and 4 ends here too
  public Table createTable(
      Identifier identifier,
      StructType schema,
      Transform[] partitions,
      Map<String, String> properties) {
    throw readOnly("be created", identifier);
  }

  @Override
  public Table alterTable(Identifier identifier, TableChange... changes) {
    throw readOnly("be altered", identifier);
  }

  @Override
  public boolean dropTable(Identifier identifier) {
    throw readOnly("be dropped", identifier);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly("be renamed", from);
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw namespace("be created", namespace);
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw namespace("be altered", namespace);
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    throw namespace("be dropped", namespace);
  }

  static InvalidArgumentException readOnly(String verb, Identifier identifier) {
    return readOnly(verb, SqlName.parse(identifier).map(SqlName::of).orElse(identifier.toString()));
  }

  static InvalidArgumentException readOnly(String verb, String name) {
    return new InvalidArgumentException(
        name + " cannot " + verb + " in SQL",
        "what is published never changes, and SQL only reads it",
        "Publish a new version: registry.publish(key, dataset), or hub.publish(name, df) in Python");
  }

  private static InvalidArgumentException namespace(String verb, String[] namespace) {
    return new InvalidArgumentException(
        "The namespace " + String.join(".", namespace) + " cannot " + verb,
        "a namespace is there as soon as something is published in it",
        "Publish under the name that you want");
  }
}

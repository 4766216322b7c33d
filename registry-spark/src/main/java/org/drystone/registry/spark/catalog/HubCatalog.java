package org.drystone.registry.spark.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableWritePrivilege;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;

/**
 * The names of the registry in SQL: {@code hub.<namespace>.<name>}, as the caller of the asking
 * session may see them. It can be read only; see {@link ReadOnlyCatalog} for what is refused.
 */
public final class HubCatalog extends ReadOnlyCatalog implements TableCatalog, SupportsNamespaces {

  /** The name of the catalog. */
  public static final String NAME = "hub";

  /** Made by Spark, once for each session. */
  public HubCatalog() {}

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Table loadTable(Identifier identifier) throws NoSuchTableException {
    try {
      return load(identifier, key -> key);
    } catch (NotFoundException e) {
      throw new NoSuchTableException(identifier);
    }
  }

  /** {@code VERSION AS OF 2}, or {@code VERSION AS OF 'prod'} for an alias. */
  @Override
  public Table loadTable(Identifier identifier, String version) throws NoSuchTableException {
    return load(
        identifier,
        key ->
            version.matches("[1-9][0-9]{0,17}")
                ? key.version(Long.parseLong(version))
                : key.alias(version));
  }

  @Override
  public Table loadTable(Identifier identifier, Set<TableWritePrivilege> privileges)
      throws NoSuchTableException {
    throw readOnly("be written", identifier);
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
    return labels(Query.all().in(namespace[0])).stream()
        .filter(label -> label.type().equals(SharedTable.ROWS.toString()))
        .map(label -> Identifier.of(namespace, label.name().simpleName()))
        .toArray(Identifier[]::new);
  }

  @Override
  public String[][] listNamespaces() {
    return namespaces().stream().map(name -> new String[] {name}).toArray(String[][]::new);
  }

  @Override
  public String[][] listNamespaces(String[] parent) throws NoSuchNamespaceException {
    if (parent.length == 0) {
      return listNamespaces();
    } else if (!namespaceExists(parent)) {
      throw new NoSuchNamespaceException(parent);
    }
    return new String[0][];
  }

  @Override
  public boolean namespaceExists(String[] namespace) {
    return namespace.length == 1 && namespaces().contains(namespace[0]);
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    if (!namespaceExists(namespace)) {
      throw new NoSuchNamespaceException(namespace);
    }
    return Map.of();
  }

  private static Table load(
      Identifier identifier, Function<Key<Dataset<Row>>, Ref<Dataset<Row>>> which)
      throws NoSuchTableException {
    Key<Dataset<Row>> key =
        SqlName.parse(identifier)
            .map(name -> Key.of(name, SharedTable.ROWS))
            .orElseThrow(() -> new NoSuchTableException(identifier));
    return new SharedTable(registry().read(which.apply(key)));
  }

  /** Those that hold something, the shared one, and the caller's own. */
  private static Set<String> namespaces() {
    Set<String> namespaces =
        new TreeSet<>(Arrays.asList("shared", registry().caller().user().name()));
    labels(Query.all()).forEach(label -> namespaces.add(label.name().namespace().toString()));
    return namespaces;
  }

  private static List<Label> labels(Query query) {
    List<Label> labels = new ArrayList<>();
    Optional<Query> page = Optional.of(query);
    while (page.isPresent()) {
      var listing = registry().list(page.get());
      labels.addAll(listing.labels());
      page = listing.next();
    }
    return labels;
  }

  /** Spark makes the asking session the active one before it asks a catalog. */
  private static Registry registry() {
    return Registries.get(SparkSession.active());
  }
}

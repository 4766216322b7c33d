package org.drystone.registry.spark.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TruncatableTable;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.TypeRef;
import org.drystone.registry.Versioned;

/** One version of a table, as Spark's SQL sees it. */
final class SharedTable implements SupportsRead, TruncatableTable {

  static final TypeRef<Dataset<Row>> ROWS = new TypeRef<>() {};

  private final Label label;
  private final StructType schema;

  SharedTable(Versioned<Dataset<Row>> version) {
    this.label = version.label();
    this.schema = version.value().schema();
  }

  /**
   * The rows for a session, if its caller may read them.
   *
   * @throws org.drystone.registry.NotFoundException otherwise
   */
  Dataset<Row> open(SparkSession session) {
    return Registries.get(session).get(Key.of(label.name(), ROWS).version(label.version()));
  }

  @Override
  public String name() {
    return SqlName.of(label.name());
  }

  @Override
  @SuppressWarnings("deprecation") // Spark 3.5 knows nothing else, and 4 derives the columns
  public StructType schema() {
    return schema;
  }

  /** What DESCRIBE TABLE EXTENDED shows. */
  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>(label.properties());
    label.description().ifPresent(text -> properties.put("comment", text));
    properties.put("owner", label.publisher().toString());
    properties.put("drystone.version", Long.toString(label.version()));
    properties.put("drystone.revision", Long.toString(label.revision()));
    return properties;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public boolean truncateTable() {
    throw ReadOnlyCatalog.readOnly("be truncated", name());
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new SharedScan(this, schema);
  }
}

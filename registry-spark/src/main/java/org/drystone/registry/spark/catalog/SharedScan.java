package org.drystone.registry.spark.catalog;

import java.util.Arrays;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.V1Scan;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.TableScan;
import org.apache.spark.sql.types.StructType;

/**
 * Reads a table in a session that has not {@link ResolveSharedTables}, because it was made before
 * the hub was opened. The rows are the same; filters are not pushed down.
 */
final class SharedScan implements ScanBuilder, SupportsPushDownRequiredColumns, V1Scan {

  private final SharedTable table;
  private StructType wanted;

  SharedScan(SharedTable table, StructType schema) {
    this.table = table;
    this.wanted = schema;
  }

  @Override
  public void pruneColumns(StructType required) {
    wanted = required;
  }

  @Override
  public Scan build() {
    return this;
  }

  @Override
  public StructType readSchema() {
    return wanted;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Spark's
  public <T extends BaseRelation & TableScan> T toV1TableScan(SQLContext context) {
    return (T) new Rows(table, wanted, context);
  }

  private static final class Rows extends BaseRelation implements TableScan {

    private final SharedTable table;
    private final StructType wanted;
    private final SQLContext context;

    Rows(SharedTable table, StructType wanted, SQLContext context) {
      this.table = table;
      this.wanted = wanted;
      this.context = context;
    }

    @Override
    public SQLContext sqlContext() {
      return context;
    }

    @Override
    public StructType schema() {
      return wanted;
    }

    @Override
    public boolean needConversion() {
      return false; // the rows are in Spark's own form already
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // Spark's own way to pass internal rows
    public RDD<Row> buildScan() {
      Dataset<Row> rows = table.open(context.sparkSession());
      Column[] columns =
          Arrays.stream(wanted.fieldNames())
              .map(name -> rows.col("`" + name.replace("`", "``") + "`"))
              .toArray(Column[]::new);
      return (RDD) rows.select(columns).queryExecution().toRdd();
    }
  }
}

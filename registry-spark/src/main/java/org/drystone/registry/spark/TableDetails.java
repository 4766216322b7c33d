package org.drystone.registry.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.spark.plan.FrozenPlan;

/** What the label of a table tells of it. */
final class TableDetails {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TableDetails() {}

  static Map<String, String> of(
      StructType schema,
      FrozenPlan plan,
      long rows,
      List<FileStatus> files,
      FreezeOptions options) {
    Map<String, String> details = new TreeMap<>();
    details.put("columns", columns(schema));
    details.put("rows", Long.toString(rows));
    details.put("bytes", Long.toString(bytes(files)));
    details.put("files", Integer.toString(files.size()));
    details.put("format", "parquet");
    details.put(FreezeOptions.CACHE, options.caching().name().toLowerCase(Locale.ROOT));
    plan.sortedBy().ifPresent(order -> details.put("sortedBy", order));
    return details;
  }

  static long bytes(List<FileStatus> files) {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  /** Spark's own JSON of the fields: name, type, nullable and metadata of each. */
  private static String columns(StructType schema) {
    try {
      return JSON.readTree(schema.json()).get("fields").toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Spark's JSON of a schema cannot be read", e);
    }
  }
}

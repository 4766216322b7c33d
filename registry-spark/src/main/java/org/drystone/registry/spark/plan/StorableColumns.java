package org.drystone.registry.spark.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.InvalidArgumentException;

/** Tells whether all columns can be written to the files of a snapshot, before anything is. */
public final class StorableColumns {

  private final FileFormat format;

  /** What that format can hold. */
  public StorableColumns(FileFormat format) {
    this.format = format;
  }

  /**
   * Checks the columns of a DataFrame.
   *
   * @throws InvalidArgumentException with the path of the first column that cannot be stored
   */
  public void check(StructType schema) {
    if (schema.isEmpty()) {
      throw new InvalidArgumentException(
          "The DataFrame cannot be frozen", "it has no columns", "Select at least one column");
    }
    for (StructField field : schema.fields()) {
      check(field.name(), field.dataType());
    }
  }

  private void check(String path, DataType type) {
    if (type instanceof StructType struct) {
      checkStruct(path, struct);
    } else if (type instanceof ArrayType array) {
      check(path + "[]", array.elementType());
    } else if (type instanceof MapType map) {
      check(path + "{key}", map.keyType());
      check(path + "{value}", map.valueType());
    } else if (!format.supportDataType(type)) {
      throw refused(path, "has the type " + type.catalogString(), "Cast it, or leave it out");
    }
  }

  private void checkStruct(String path, StructType struct) {
    if (struct.isEmpty()) {
      throw refused(path, "is a struct without fields", "Leave it out");
    }
    Set<String> names = new HashSet<>();
    for (StructField field : struct.fields()) {
      String inner = path + "." + field.name();
      if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
        throw refused(inner, "has a name that occurs twice in its struct", "Rename one of them");
      }
      check(inner, field.dataType());
    }
  }

  private static InvalidArgumentException refused(String path, String reason, String remedy) {
    return new InvalidArgumentException(
        "The column " + path + " cannot be frozen",
        "it " + reason + ", which a Parquet file cannot hold",
        remedy);
  }
}

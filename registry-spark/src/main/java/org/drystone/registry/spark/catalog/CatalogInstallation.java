package org.drystone.registry.spark.catalog;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Registry;
import org.drystone.registry.spark.compat.SparkInternals;

/** Brings the catalog into a Spark application that runs already, and takes it out again. */
public final class CatalogInstallation implements AutoCloseable {

  private static final String SETTING = "spark.sql.catalog." + HubCatalog.NAME;

  private static final Set<SparkSessionExtensions> EXTENDED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final SparkSession host;

  private CatalogInstallation(SparkSession host) {
    this.host = host;
  }

  /**
   * Installs the catalog for that session and for all that are made from now on with {@code
   * newSession}.
   *
   * @param registries the registry as the caller of a session sees it
   * @throws InvalidArgumentException if there is another catalog of that name, or another hub
   */
  public static CatalogInstallation of(
      SparkSession host, Function<SparkSession, Registry> registries) {
    requireFree(host);
    Registries.add(host.sparkContext(), registries);
    boolean installed = false;
    try {
      install(host);
      installed = true;
    } finally {
      if (!installed) {
        Registries.remove(host.sparkContext());
      }
    }
    return new CatalogInstallation(host);
  }

  private static void install(SparkSession host) {
    host.sparkContext().conf().set(SETTING, HubCatalog.class.getName());
    host.conf().set(SETTING, HubCatalog.class.getName());
    SparkSessionExtensions extensions = SparkInternals.extensions(host);
    if (EXTENDED.add(extensions)) {
      new HubExtensions().apply(extensions);
    }
    SparkInternals.addResolutionRule(host, new ResolveSharedTables(host));
  }

  private static void requireFree(SparkSession host) {
    String present = host.conf().get(SETTING, HubCatalog.class.getName());
    if (!present.equals(HubCatalog.class.getName())) {
      throw new InvalidArgumentException(
          "The catalog " + HubCatalog.NAME + " cannot be installed",
          "the application has one of that name, a " + present,
          "Configure that one under another name than " + SETTING);
    }
  }

  /** After this, names of the catalog lead to an error that says so. */
  @Override
  public void close() {
    Registries.remove(host.sparkContext());
  }
}

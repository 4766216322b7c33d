package org.drystone.registry.spark.pyspark;

import java.lang.reflect.Field;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CacheManager;
import org.apache.spark.sql.execution.CachedData;
import org.apache.spark.sql.internal.SharedState;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;

/** Puts an {@link OwnedCache} where Spark, which has no setting for it, keeps its cache. */
final class CacheInstaller {

  private CacheInstaller() {}

  /**
   * The application's cache with owners, installed now if it is not there yet. What is cached
   * already stays, and belongs to the application.
   *
   * @throws IllegalStateException if this version of Spark keeps its cache elsewhere
   */
  static synchronized OwnedCache install(SparkSession host) {
    CacheManager present = host.sharedState().cacheManager();
    if (present instanceof OwnedCache owned) {
      return owned;
    }
    OwnedCache owned = new OwnedCache(host);
    try {
      Field entries = accessible(CacheManager.class, "cachedData");
      synchronized (present) {
        IndexedSeq<?> cached = (IndexedSeq<?>) entries.get(present);
        inherit(owned, cached.iterator());
        entries.set(owned, cached);
        accessible(SharedState.class, "cacheManager").set(host.sharedState(), owned);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This version of Spark keeps its cache where Drystone does not find it", e);
    }
    return owned;
  }

  private static void inherit(OwnedCache owned, Iterator<?> cached) {
    while (cached.hasNext()) {
      owned.inherit(((CachedData) cached.next()).plan());
    }
  }

  private static Field accessible(Class<?> holder, String name) throws NoSuchFieldException {
    Field field = holder.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}

package org.drystone.registry.spark.cache;

import java.lang.reflect.Field;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.CacheManager;
import org.apache.spark.sql.execution.CachedData;
import org.apache.spark.sql.internal.SharedState;
import scala.collection.Iterator;
import scala.collection.immutable.IndexedSeq;

/**
 * The cache of a Spark application in which each cached plan has owners. Whoever drops a plan, in
 * whichever way ({@code clearCache}, {@code unpersist} of an equal DataFrame, SQL), gives up only
 * its own share; the plan goes with its last owner. What belongs to nobody else is the
 * application's. Safe for use by several threads.
 */
public final class SharedCache {

  private final OwnedCache cache;

  private SharedCache(OwnedCache cache) {
    this.cache = cache;
  }

  /**
   * The cache of that session's application. Spark has no setting for it, so the first call puts it
   * where Spark keeps its cache; what is cached already stays, and is the application's.
   *
   * @throws IllegalStateException if this version of Spark keeps its cache elsewhere
   */
  public static synchronized SharedCache of(SparkSession session) {
    org.apache.spark.sql.classic.SparkSession host =
        (org.apache.spark.sql.classic.SparkSession) session;
    CacheManager present = host.sharedState().cacheManager();
    return new SharedCache(present instanceof OwnedCache owned ? owned : replace(present, host));
  }

  /** What that session caches or drops from now on is this owner's doing. */
  public void own(SparkSession session, CacheOwner owner) {
    cache.own((org.apache.spark.sql.classic.SparkSession) session, owner);
  }

  /** Gives up all that this owner cached, without telling it. */
  public void release(CacheOwner owner) {
    cache.release(owner);
  }

  private static OwnedCache replace(
      CacheManager present, org.apache.spark.sql.classic.SparkSession host) {
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

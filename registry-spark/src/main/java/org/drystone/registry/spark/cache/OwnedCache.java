package org.drystone.registry.spark.cache;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CacheManager;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Spark's one cache of all sessions, but each cached plan has owners: whoever drops a plan, in
 * whichever way, gives up only its own share, and the plan goes with its last owner.
 *
 * <p>The owner of a call is the one of the session that it names; if that session has none, the one
 * of the thread's active session; otherwise the application itself.
 */
class OwnedCache extends CacheManager {

  private static final boolean ALONE = false;
  private static final boolean IN_BACKGROUND = false;

  private final SparkSession host;
  private final CacheOwner application = () -> {};
  private final CacheShares shares = new CacheShares();
  private final Map<SparkSession, CacheOwner> owners =
      Collections.synchronizedMap(new WeakHashMap<>());

  OwnedCache(SparkSession host) {
    this.host = host;
  }

  /** What that session caches belongs to that owner from now on. */
  void own(SparkSession session, CacheOwner owner) {
    owners.put(session, owner);
  }

  /** The application owns that plan, which was cached before anyone asked who owns it. */
  void inherit(LogicalPlan plan) {
    shares.take(application, plan);
  }

  @Override
  public void cacheQuery(Dataset<?> query, Option<String> table, StorageLevel level) {
    take(query.sparkSession(), query.queryExecution().normalized(), level);
    super.cacheQuery(query, table, level);
  }

  @Override
  public void cacheQuery(
      SparkSession session, LogicalPlan plan, Option<String> table, StorageLevel level) {
    take(session, normalized(session, plan), level);
    super.cacheQuery(session, plan, table, level);
  }

  @Override
  public void uncacheQuery(Dataset<?> query, boolean cascade, boolean blocking) {
    giveUp(
        ownerOf(query.sparkSession()),
        matching(query.queryExecution().normalized(), cascade),
        blocking);
  }

  @Override
  public void uncacheQuery(
      SparkSession session, LogicalPlan plan, boolean cascade, boolean blocking) {
    giveUp(ownerOf(session), matching(normalized(session, plan), cascade), blocking);
  }

  /** Gives up all that the owner of the active session cached, and nothing of anyone else. */
  @Override
  // Spark's clears its list at once; here plans go one by one, each under Spark's own lock.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void clearCache() {
    giveUp(ownerOfActive(), plan -> true, IN_BACKGROUND);
  }

  /**
   * Called when a table or view is dropped or replaced. A name of one part is a temporary view of
   * that session: others may have one of the same name, and keep what they cached of theirs. Every
   * other name means the same to all, so what anyone cached of it is out of date.
   */
  @Override
  public void uncacheTableOrView(
      SparkSession session, Seq<String> name, boolean cascade, boolean blocking) {
    if (name.length() == 1) {
      dropOwn(ownerOf(session), TemporaryView.in(session, name.head()).match(cascade), blocking);
    } else {
      super.uncacheTableOrView(session, name, cascade, blocking);
    }
  }

  /** Gives up all that this owner cached, without telling it. */
  void release(CacheOwner owner) {
    dropOwn(owner, plan -> true, IN_BACKGROUND);
  }

  private void take(SparkSession session, LogicalPlan plan, StorageLevel level) {
    if (!level.equals(StorageLevel.NONE())) {
      shares.take(ownerOf(session), plan);
    }
  }

  private void giveUp(CacheOwner owner, Predicate<LogicalPlan> which, boolean blocking) {
    dropOwn(owner, which, blocking);
    if (shares.isNeeded(which)) {
      owner.keptForOthers();
    }
  }

  private void dropOwn(CacheOwner owner, Predicate<LogicalPlan> which, boolean blocking) {
    shares.of(owner, which).forEach(plan -> drop(owner, plan, blocking));
  }

  private void drop(CacheOwner owner, LogicalPlan plan, boolean blocking) {
    if (!shares.giveUp(owner, plan)) {
      super.uncacheQuery(host, plan, ALONE, blocking);
    }
  }

  private CacheOwner ownerOf(SparkSession session) {
    CacheOwner owner = owners.get(session);
    return owner == null ? ownerOfActive() : owner;
  }

  private CacheOwner ownerOfActive() {
    Option<SparkSession> active = SparkSession.getActiveSession();
    return active.isEmpty() ? application : owners.getOrDefault(active.get(), application);
  }

  /** The plan alone, or every plan that is built on it. */
  private static Predicate<LogicalPlan> matching(LogicalPlan plan, boolean cascade) {
    return cascade ? other -> other.exists(plan::sameResult) : plan::sameResult;
  }

  private static LogicalPlan normalized(SparkSession session, LogicalPlan plan) {
    return QueryExecution.normalize(session, plan, Option.empty());
  }
}

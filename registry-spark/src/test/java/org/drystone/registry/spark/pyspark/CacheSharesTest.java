package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheSharesTest {

  private static long plans;

  private final LocalSpark spark = new LocalSpark();
  private final SparkSession host = spark.host();
  private final PySpark pyspark = PySpark.on(spark);
  private final Program ada = new Program(pyspark, FakeClient.of("ada"));
  private final Program grace = new Program(pyspark, FakeClient.of("grace"));
  // A plan that no other test caches.
  private final long rows = 1000 + ++plans;

  @AfterEach
  void close() {
    ada.close();
    grace.close();
    host.sharedState().cacheManager().clearCache();
  }

  @Test
  void clearing_the_cache_drops_ones_own_plans_only() throws Exception {
    cache(host, rows);
    ada.run(() -> cache(ada.spark(), rows + 1_000_000));

    ada.run(() -> clear(ada.spark()));

    assertThat(isCached(rows)).isTrue();
    assertThat(isCached(rows + 1_000_000)).isFalse();
  }

  @Test
  void clearing_the_cache_in_sql_is_no_other_way() throws Exception {
    cache(host, rows);
    ada.run(() -> ada.spark().sql("CLEAR CACHE"));
    assertThat(isCached(rows)).isTrue();
    assertThat(ada.client.log).singleElement().asString().contains("others still use");
  }

  @Test
  void a_plan_that_two_asked_for_goes_with_the_last() throws Exception {
    ada.run(() -> cache(ada.spark(), rows));
    grace.run(() -> cache(grace.spark(), rows));

    ada.run(() -> ada.spark().range(rows).unpersist());
    assertThat(isCached(rows)).isTrue();

    grace.run(() -> grace.spark().range(rows).unpersist());
    assertThat(isCached(rows)).isFalse();
  }

  @Test
  void an_equal_plan_of_another_is_not_dropped() throws Exception {
    ada.run(() -> cache(ada.spark(), rows));
    grace.run(() -> grace.spark().range(rows).unpersist());
    assertThat(isCached(rows)).isTrue();
    assertThat(grace.client.log).hasSize(1);
    assertThat(ada.client.log).isEmpty();
  }

  @Test
  void uncaching_a_table_leaves_what_others_built_on_it() throws Exception {
    Dataset<?> shared = host.range(rows).toDF();
    shared.createOrReplaceGlobalTempView("base" + rows);
    String name = "global_temp.base" + rows;
    grace.run(() -> grace.spark().table(name).selectExpr("id * 3").cache());

    ada.run(
        () -> {
          ada.spark().catalog().cacheTable(name);
          ada.spark().catalog().uncacheTable(name);
          return null;
        });

    assertThat(grace.run(() -> grace.spark().table(name).selectExpr("id * 3").storageLevel()))
        .isNotEqualTo(StorageLevel.NONE());
    assertThat(ada.run(() -> ada.spark().catalog().isCached(name))).isFalse();
  }

  @Test
  void the_application_gives_up_its_own_plans_only_too() throws Exception {
    ada.run(() -> cache(ada.spark(), rows));
    clear(host);
    assertThat(isCached(rows)).isTrue();
  }

  @Test
  void the_end_of_a_program_ends_its_share() throws Exception {
    ada.run(() -> cache(ada.spark(), rows));
    grace.run(() -> cache(grace.spark(), rows));
    ada.close();
    assertThat(isCached(rows)).isTrue();
    grace.close();
    assertThat(isCached(rows)).isFalse();
  }

  @Test
  void a_plan_of_a_foreign_session_belongs_to_who_cached_it() throws Exception {
    Dataset<?> dataset = host.range(rows).toDF();
    ada.run(dataset::cache);
    ada.run(dataset::unpersist);
    assertThat(isCached(rows)).isFalse();
  }

  private static Object cache(SparkSession session, long rows) {
    return session.range(rows).cache().count();
  }

  private static Object clear(SparkSession session) {
    session.catalog().clearCache();
    return "cleared";
  }

  private boolean isCached(long rows) {
    return !host.range(rows).storageLevel().equals(StorageLevel.NONE());
  }
}

package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"DROP VIEW x", "CREATE OR REPLACE TEMPORARY VIEW x AS SELECT 2 AS mine"})
  void a_temporary_view_of_the_same_name_is_another_view(String change) throws Exception {
    String create = "CREATE TEMPORARY VIEW x AS SELECT id * 5 FROM range(" + rows + ")";
    ada.run(() -> ada.spark().sql(create));
    ada.run(() -> ada.spark().sql("CACHE TABLE x"));
    grace.run(() -> grace.spark().sql("CREATE TEMPORARY VIEW x AS SELECT 1 AS mine"));
    grace.run(() -> grace.spark().sql("CACHE TABLE x"));
    Dataset<?> adas = ada.run(() -> ada.spark().table("x"));
    Dataset<?> graces = grace.run(() -> grace.spark().table("x"));

    grace.run(() -> grace.spark().sql(change));
    assertThat(isCached(graces)).isFalse();
    assertThat(isCached(adas)).isTrue();
    assertThat(grace.client.log).isEmpty();

    ada.run(() -> ada.spark().sql(change));
    assertThat(isCached(adas)).isFalse();
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
    return isCached(host.range(rows));
  }

  private static boolean isCached(Dataset<?> dataset) {
    return !dataset.storageLevel().equals(StorageLevel.NONE());
  }
}

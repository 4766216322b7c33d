package org.drystone.registry.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The test kit is a user like others, and nothing that goes into production knows it. */
@AnalyzeClasses(packages = "org.drystone.registry", importOptions = DoNotIncludeTests.class)
class TestkitHouseTest {

  private static final String TESTKIT = "org.drystone.registry.testkit..";

  @ArchTest
  static final ArchRule the_test_kit_needs_only_the_public_faces_and_what_tests_are_written_with =
      classes()
          .that()
          .resideInAPackage(TESTKIT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              TESTKIT,
              "java..",
              "org.assertj.core..",
              "org.junit.jupiter..",
              "org.jspecify..",
              "com.google.errorprone.annotations..",
              "org.drystone.registry",
              "org.drystone.registry.immutability",
              "org.drystone.registry.spi",
              "org.drystone.registry.values");

  @ArchTest
  static final ArchRule production_knows_neither_it_nor_assertj =
      noClasses()
          .that()
          .resideOutsideOfPackage(TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TESTKIT, "org.assertj..", "org.junit..");
}

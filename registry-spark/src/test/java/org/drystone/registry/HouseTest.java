package org.drystone.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows of the house point one way: spark, py4j, api. It stands in the uppermost module, which
 * sees all three; below it the modules are jars, so it sees them as users do.
 */
@AnalyzeClasses(
    packages = "org.drystone.registry",
    importOptions = {DoNotIncludeTests.class, WithoutShaded.class})
class HouseTest {

  private static final String IMMUTABILITY = "org.drystone.registry.immutability..";
  private static final String INTERNAL = "org.drystone.registry.internal..";
  private static final String CHECKER = "org.drystone.registry.immutability.internal..";
  private static final String SHADED = "org.drystone.registry.shaded..";
  private static final String GATEWAY = "org.drystone.registry.py4j..";
  private static final String SPARK = "org.drystone.registry.spark..";
  private static final String PYSPARK = "org.drystone.registry.spark.pyspark";

  @ArchTest
  static final ArchRule the_api_knows_neither_the_gateway_nor_spark =
      noClasses()
          .that()
          .resideOutsideOfPackages(GATEWAY, SPARK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(GATEWAY, SPARK, "py4j..", "org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule the_gateway_does_not_know_spark =
      noClasses()
          .that()
          .resideInAPackage(GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK, "org.apache.spark..", "scala..");

  @ArchTest
  static final ArchRule spark_without_python_needs_no_gateway =
      noClasses()
          .that()
          .resideInAPackage(SPARK)
          .and()
          .resideOutsideOfPackage(PYSPARK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(GATEWAY, PYSPARK, "py4j..");

  @ArchTest
  static final ArchRule only_the_hub_opens_what_is_behind_the_faces =
      noClasses()
          .that()
          .resideOutsideOfPackage(INTERNAL)
          .and()
          .doNotHaveFullyQualifiedName(Hub.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INTERNAL);

  @ArchTest
  static final ArchRule only_the_checker_opens_what_is_behind_it =
      noClasses()
          .that()
          .resideOutsideOfPackage(IMMUTABILITY)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CHECKER);

  @ArchTest
  static final ArchRule the_immutability_checker_is_usable_alone =
      noClasses()
          .that()
          .resideInAPackage(IMMUTABILITY)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.drystone..")
                  .and(JavaClass.Predicates.resideOutsideOfPackages(IMMUTABILITY, SHADED)));

  @ArchTest
  static final ArchRule only_the_api_uses_what_its_jar_relocates =
      noClasses()
          .that()
          .resideInAnyPackage(GATEWAY, SPARK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.common..", "org.objectweb.asm..", SHADED);

  @ArchTest
  static final ArchRule public_signatures_show_nothing_that_is_hidden =
      classes()
          .that(PublicSignatures.ARE_PUBLIC_FACES)
          .should(PublicSignatures.SHOW_ONLY_OPEN_TYPES);
}

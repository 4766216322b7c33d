package org.drystone.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What people copy must work outside this repository. */
@AnalyzeClasses(packages = "org.drystone.examples")
class ExamplesTest {

  @ArchTest
  static final ArchRule examples_use_public_packages_only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.drystone.registry..internal..", "org.drystone.registry..shaded..");
}

package org.drystone.registry.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.drystone.registry.Hub;
import org.drystone.registry.immutability.Explanation;
import org.drystone.registry.immutability.ImmutabilityChecker;

/** What is behind the faces: packages in layers, which nobody else knows. */
@AnalyzeClasses(packages = "org.drystone.registry", importOptions = DoNotIncludeTests.class)
class InternalPackagesTest {

  private static final String INTERNAL = "org.drystone.registry.internal";
  private static final String CHECKER = "org.drystone.registry.immutability.internal";

  /** Each internal package of the registry and of the checker, the uppermost included. */
  private static final SliceAssignment INTERNAL_PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          String name = type.getPackageName();
          return (name + ".").startsWith(INTERNAL + ".") || name.startsWith(CHECKER + ".")
              ? SliceIdentifier.of(name)
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "internal packages";
        }
      };

  @ArchTest
  static final ArchRule they_stand_on_each_other_without_circles =
      slices().assignedFrom(INTERNAL_PACKAGES).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_hub_opens_them =
      noClasses()
          .that()
          .resideOutsideOfPackage(INTERNAL + "..")
          .and()
          .doNotHaveFullyQualifiedName(Hub.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INTERNAL + "..");

  @ArchTest
  static final ArchRule only_the_checker_and_its_explanations_open_those_of_immutability =
      noClasses()
          .that()
          .resideOutsideOfPackage(CHECKER + "..")
          .and()
          .doNotBelongToAnyOf(ImmutabilityChecker.class, Explanation.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CHECKER + "..");
}

package org.drystone.checkers;

import org.mutabilitydetector.AnalysisSession;
import org.mutabilitydetector.ConfigurationBuilder;
import org.mutabilitydetector.Configurations;
import org.mutabilitydetector.DefaultCachingAnalysisSession;
import org.mutabilitydetector.IsImmutable;
import org.mutabilitydetector.config.HardcodedResultsUsage;
import org.mutabilitydetector.locations.Dotted;

/**
 * Looks at the bytecode of the object's class. Its two words for immutable both count, and so do
 * the lists of immutable types that it ships.
 */
final class MutabilityDetectorChecker implements Checker {

  private final AnalysisSession session =
      DefaultCachingAnalysisSession.createWithCurrentClassPath(
          new ConfigurationBuilder() {
            @Override
            public void configure() {
              merge(Configurations.OUT_OF_THE_BOX_CONFIGURATION);
              setHowToUseHardcodedResults(HardcodedResultsUsage.DIRECTLY_IN_ASSERTION);
            }
          }.build());

  @Override
  public String name() {
    return "MutabilityDetector";
  }

  @Override
  public boolean accepts(Sample sample) {
    IsImmutable found = session.resultFor(Dotted.fromClass(sample.value().getClass())).isImmutable;
    return found == IsImmutable.IMMUTABLE || found == IsImmutable.EFFECTIVELY_IMMUTABLE;
  }
}

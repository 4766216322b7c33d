package org.drystone.checkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The comparison runs, here on a few objects; what it says of many stands in the docs. */
class ComparisonTest {

  private static final Path SOURCE =
      Path.of("src/test/java/org/drystone/checkers/SmallCorpus.java");

  @Test
  void each_checker_is_told_right_from_wrong() throws Exception {
    assertThat(Comparison.table(SmallCorpus.class, SOURCE))
        .contains("| Drystone | 8 of 8 (100.0 %) | 0 | 0 | 0 |")
        .contains("| MutabilityDetector | ")
        .contains("| Error Prone `@Immutable` | ");
  }

  @Test
  void contested_entries_and_those_that_cannot_be_made_are_left_out() throws Exception {
    assertThat(Corpus.read(SmallCorpus.class)).extracting(Sample::id).doesNotContain(9, 10);
  }

  @Test
  void error_prone_judges_the_type_in_the_source() throws Exception {
    Checker checker = new ErrorProneChecker(SOURCE);

    assertThat(Corpus.read(SmallCorpus.class))
        .filteredOn(sample -> accepts(checker, sample))
        .extracting(Sample::id)
        .containsExactly(1, 3);
  }

  @Test
  void mutability_detector_judges_the_class() throws Exception {
    Checker checker = new MutabilityDetectorChecker();

    assertThat(Corpus.read(SmallCorpus.class))
        .filteredOn(sample -> accepts(checker, sample))
        .extracting(Sample::id)
        .contains(1)
        .doesNotContain(4, 5, 6);
  }

  private static boolean accepts(Checker checker, Sample sample) {
    try {
      return checker.accepts(sample);
    } catch (Exception e) {
      return false;
    }
  }
}

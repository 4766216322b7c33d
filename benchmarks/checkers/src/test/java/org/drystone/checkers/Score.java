package org.drystone.checkers;

import java.util.List;

/**
 * How right a checker was.
 *
 * @param checker its name
 * @param right how often it said what the label says
 * @param falseAccepts how often it accepted what can change
 * @param refusals how often it refused what cannot change
 * @param failures how often it gave no answer but an exception
 */
record Score(String checker, int right, int falseAccepts, int refusals, int failures) {

  static Score of(Checker checker, List<Sample> samples) {
    int right = 0;
    int falseAccepts = 0;
    int refusals = 0;
    int failures = 0;
    for (Sample sample : samples) {
      try {
        boolean accepts = checker.accepts(sample);
        right += accepts == sample.immutable() ? 1 : 0;
        falseAccepts += accepts && !sample.immutable() ? 1 : 0;
        refusals += !accepts && sample.immutable() ? 1 : 0;
      } catch (Exception | LinkageError | StackOverflowError e) {
        failures++;
      }
    }
    return new Score(checker.name(), right, falseAccepts, refusals, failures);
  }

  /** A row of a Markdown table. */
  String row() {
    int all = right + falseAccepts + refusals + failures;
    return String.format(
        "| %s | %d of %d (%.1f %%) | %d | %d | %d |",
        checker, right, all, 100.0 * right / all, falseAccepts, refusals, failures);
  }
}

package org.drystone.checkers;

import java.nio.file.Path;
import java.util.List;

/** Prints how right each checker is over a corpus that lies on the class path, as Markdown. */
final class Comparison {

  private Comparison() {}

  /** Arguments: the name of the corpus' class, and its source file. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(table(Class.forName(arguments[0]), Path.of(arguments[1])));
  }

  static String table(Class<?> corpus, Path source) throws Exception {
    List<Sample> samples = Corpus.read(corpus);
    StringBuilder table =
        new StringBuilder("| checker | right | false accepts | wrong refusals | exceptions |\n")
            .append("|---|---|---|---|---|\n");
    for (Checker checker :
        List.of(
            new DrystoneChecker(),
            new MutabilityDetectorChecker(),
            new ErrorProneChecker(source))) {
      table.append(Score.of(checker, samples).row()).append('\n');
    }
    return table.toString();
  }
}

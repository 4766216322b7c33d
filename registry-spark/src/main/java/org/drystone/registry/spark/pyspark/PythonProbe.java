package org.drystone.registry.spark.pyspark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks an executable which Python it is. */
final class PythonProbe {

  private static final String PROGRAM = "import sys; print('%d.%d' % sys.version_info[:2])";
  private static final long LIMIT_SECONDS = 20;

  private PythonProbe() {}

  /** The version, such as "3.11"; empty if that is no Python on this machine. */
  static Optional<String> version(String executable) {
    try {
      Process process =
          new ProcessBuilder(List.of(executable, "-S", "-c", PROGRAM))
              .redirectError(Redirect.DISCARD)
              .start();
      return answer(process);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> answer(Process process) throws IOException, InterruptedException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return Optional.empty();
      }
      // One short line: it fits the pipe, so waiting first cannot hang.
      String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(line.strip()).filter(text -> text.matches("\\d+\\.\\d+"));
    } finally {
      process.destroyForcibly();
    }
  }
}

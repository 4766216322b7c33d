package org.drystone.checkers;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Looks at the type that an expression has in the source: the corpus is compiled with its entries
 * in a method whose type parameter must be immutable. An entry without an error is accepted.
 */
final class ErrorProneChecker implements Checker {

  private static final String IMMUTABLE_PARAMETER =
      "<@com.google.errorprone.annotations.ImmutableTypeParameter T> ";
  private static final Pattern ENTRY = Pattern.compile("\\s*a\\((\\d+),.*");

  private final Set<Integer> refused;

  /**
   * Compiles the corpus.
   *
   * @throws IllegalArgumentException if it is not written as the rules of this class expect
   */
  ErrorProneChecker(Path source) throws IOException {
    this.refused = refused(demandImmutability(Files.readString(source)), fileName(source));
  }

  @Override
  public String name() {
    return "Error Prone `@Immutable`";
  }

  @Override
  public boolean accepts(Sample sample) {
    return !refused.contains(sample.id());
  }

  private static String fileName(Path source) {
    return String.valueOf(source.getFileName());
  }

  private static String demandImmutability(String corpus) {
    String demanding =
        corpus
            .replace("interface S {", "interface S<T> {")
            .replace("Object get() throws", "T get() throws")
            .replace("public final S s;", "public final S<?> s;")
            .replaceFirst("( E\\(int id,[^)]*,\\s*)S s\\)", "$1S<?> s)")
            .replaceFirst(
                "static void (a\\(int id,[^)]*,\\s*)S s\\)",
                "static " + IMMUTABLE_PARAMETER + "void $1S<T> s)");
    if (!demanding.contains(IMMUTABLE_PARAMETER)) {
      throw new IllegalArgumentException("No method a(int id, .., S s) in the corpus");
    }
    return demanding;
  }

  private static Set<Integer> refused(String source, String name) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Path folder = Files.createTempDirectory("checkers");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      Path file = Files.writeString(folder.resolve(name), source);
      compiler
          .getTask(
              new StringWriter(),
              files,
              found,
              options(folder),
              null,
              files.getJavaFileObjects(file))
          .call();
      // The diagnostics read the file again.
      return entries(source, found);
    } finally {
      deleteAll(folder);
    }
  }

  private static Set<Integer> entries(String source, DiagnosticCollector<JavaFileObject> found) {
    List<String> lines = source.lines().toList();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> entryAt(lines, diagnostic))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> options(Path output) {
    String classes = System.getProperty("java.class.path");
    return List.of(
        "-d",
        output.toString(),
        "-cp",
        classes,
        "-processorpath",
        classes,
        "-proc:none",
        "-Xmaxerrs",
        "100000",
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:Immutable:ERROR");
  }

  private static int entryAt(List<String> lines, Diagnostic<?> diagnostic) {
    String message = String.valueOf(diagnostic.getMessage(null));
    long line = diagnostic.getLineNumber();
    Matcher entry = ENTRY.matcher(line > 0 ? lines.get((int) line - 1) : "");
    if (!message.contains("[Immutable]") || !entry.matches()) {
      throw new IllegalArgumentException("Line " + line + " does not compile: " + message);
    }
    return Integer.parseInt(entry.group(1));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.JobArtifactSet$;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.CommandId;
import org.drystone.registry.py4j.spi.SessionExtension;
import org.drystone.registry.spark.cache.CacheOwner;
import org.drystone.registry.spark.cache.SharedCache;

/** One client program on the shared Spark: its sessions, its commands, the answers to its calls. */
final class AttachedProgram implements SessionExtension, ClientSparks.Listener {

  private final ClientSession client;
  private final Shared shared;
  private final JobNames names;
  private final Commands commands;
  private final ClientSparks sparks;
  private final Settings settings;
  private final CacheOwner cacheOwner;
  private final List<Answers> answers;

  /** What all programs share. */
  record Shared(SharedSpark spark, SharedCache cache, UserPools pools, Pythons pythons) {

    SparkContext context() {
      return spark.host().sparkContext();
    }
  }

  AttachedProgram(ClientSession client, Shared shared) {
    this.client = client;
    this.shared = shared;
    this.names = new JobNames(client.caller().session().orElseThrow());
    this.commands = new Commands(shared.context(), names);
    this.sparks = new ClientSparks(shared.spark().host(), this);
    this.settings = new Settings(client, shared.context());
    this.cacheOwner = () -> client.log("gave up cached data that others still use: it stays");
    this.answers =
        List.of(
            new ContextAnswers(client, shared.context(), sparks, settings, this::stopOwn),
            new SessionAnswers(sparks, settings),
            new JobAnswers(shared.context(), names),
            new PythonAnswers(shared.pythons(), sparks),
            new SharedAnswers(client, shared.context()));
  }

  @Override
  public <T> T around(CommandId command, Callable<T> body) throws Exception {
    List<String> tags = List.of(names.session(), names.command(command));
    return commands.run(
        command,
        () -> {
          SparkSession active = sparks.active();
          String pool = shared.pools().of(client.caller().user());
          try (CommandScope scope = CommandScope.enter(active, tags, pool)) {
            return withFilesOf(active, body);
          }
        });
  }

  @Override
  public Answer construct(String className, List<Object> arguments) {
    return first(each -> each.construct(className, arguments));
  }

  @Override
  public Answer callStatic(String className, String method, List<Object> arguments) {
    return first(each -> each.callStatic(className, method, arguments));
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    return first(each -> each.call(target, method, arguments));
  }

  @Override
  public NavigableSet<String> pythonVersions() {
    return shared.pythons().versions();
  }

  @Override
  public NavigableSet<String> settingsWithoutEffect(Map<String, String> wanted) {
    return settings.withoutEffect(wanted);
  }

  @Override
  public void cancel(CommandId command) {
    commands.cancel(command);
  }

  @Override
  public void close() {
    stopOwn();
  }

  /** Ends what the program runs and holds in Spark; other programs are not touched. */
  private void stopOwn() {
    commands.cancelAll();
    commands.cancelJobs(names.session());
    sparks.renew();
    shared.cache().release(cacheOwner);
  }

  @Override
  public void opened(SparkSession own) {
    shared.cache().own(own, cacheOwner);
    shared.spark().bind(client.caller(), own);
  }

  @Override
  public void added(SparkSession further) {
    shared.cache().own(further, cacheOwner);
    shared.spark().add(client.caller(), further);
  }

  @Override
  public void ended(SparkSession session) {
    // A batch of its streams is the client's doing to the last.
    EndedSession.free(session, client::log);
    shared.spark().unbind(client.caller(), session);
  }

  /** Jobs of the body see the files and modules that this session added, and nobody else's. */
  private static <T> T withFilesOf(SparkSession session, Callable<T> body) {
    return JobArtifactSet$.MODULE$.withActiveJobArtifactState(
        session.artifactManager().state(), ScalaCalls.block(body));
  }

  private Answer first(Function<Answers, Answer> ask) {
    return answers.stream()
        .map(ask)
        .filter(answer -> !(answer instanceof Answer.Pass))
        .findFirst()
        .orElse(Answer.pass());
  }
}

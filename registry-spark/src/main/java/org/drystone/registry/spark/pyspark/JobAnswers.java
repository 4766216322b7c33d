package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.drystone.registry.py4j.spi.Answer;
import org.jspecify.annotations.Nullable;

/** A program names and cancels its own jobs only. */
final class JobAnswers implements Answers {

  private static final String GROUP = "spark.jobGroup.id";
  private static final String TAGS = "spark.job.tags";
  private static final Set<String> STREAM_STARTS = Set.of("start", "toTable");

  private final JavaSparkContext java;
  private final SparkContext context;
  private final JobNames names;

  JobAnswers(SparkContext context, JobNames names) {
    this.context = context;
    this.java = JavaSparkContext.fromSparkContext(context);
    this.names = names;
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    if (target instanceof SparkContext || target instanceof JavaSparkContext) {
      return arguments.isEmpty()
          ? withoutArguments(target, method)
          : withArguments(method, arguments);
    }
    if (target instanceof JavaSparkStatusTracker tracker
        && method.equals("getJobIdsForGroup")
        && arguments.get(0) instanceof String group) {
      return Answer.of(tracker.getJobIdsForGroup(names.inSpark(group)));
    }
    if (target instanceof DataStreamWriter && STREAM_STARTS.contains(method)) {
      untag();
    }
    return Answer.pass();
  }

  private Answer withoutArguments(Object target, String method) {
    switch (method) {
      case "cancelAllJobs" -> context.cancelJobsWithTag(names.session(), "cancelled by its client");
      case "clearJobTags" -> names.chosen(tags()).forEach(tag -> remove(names.inSpark(tag)));
      case "getJobTags" -> {
        // Only the Java face is ever asked: Scala's set would come out as it is.
        return target instanceof JavaSparkContext ? Answer.of(names.chosen(tags())) : Answer.pass();
      }
      case "getLocalProperties" -> {
        return Answer.of(localProperties());
      }
      default -> {
        return Answer.pass();
      }
    }
    return Answer.nothing();
  }

  private Answer withArguments(String method, List<Object> arguments) {
    if (!(arguments.get(0) instanceof String first)) {
      return Answer.pass();
    }
    String name = names.inSpark(first);
    switch (method) {
      case "setJobGroup" ->
          context.setJobGroup(name, (String) arguments.get(1), arguments.contains(true));
      case "cancelJobGroup" -> context.cancelJobGroup(name);
      case "cancelJobGroupAndFutureJobs" -> context.cancelJobGroupAndFutureJobs(name);
      case "addJobTag" -> context.addJobTag(name);
      case "removeJobTag" -> remove(name);
      case "cancelJobsWithTag" -> context.cancelJobsWithTag(name);
      case "getLocalProperty" -> {
        return first.equals(GROUP) ? Answer.of(group()) : Answer.pass();
      }
      default -> {
        return Answer.pass();
      }
    }
    return Answer.nothing();
  }

  private @Nullable Object group() {
    String group = context.getLocalProperty(GROUP);
    return group == null ? null : names.forClient(group);
  }

  /**
   * What PySpark hands on to a new thread: all but the hub's own tags, which end with a command.
   */
  private Properties localProperties() {
    Properties copy = new Properties();
    copy.putAll(context.getLocalProperties());
    copy.remove(UserPools.PROPERTY);
    copy.remove(TAGS);
    String chosen =
        tags().stream().filter(tag -> !names.setByHub(tag)).collect(Collectors.joining(","));
    if (!chosen.isEmpty()) {
      copy.setProperty(TAGS, chosen);
    }
    return copy;
  }

  /**
   * A streaming query outlives the command that starts it, and Spark does not announce one that
   * starts under a tag: queries are stopped one by one when the session ends.
   */
  private void untag() {
    tags().stream().filter(names::setByHub).forEach(this::remove);
  }

  private Set<String> tags() {
    return Set.copyOf(java.getJobTags());
  }

  private void remove(String tag) {
    context.removeJobTag(tag);
  }
}

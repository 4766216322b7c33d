package org.drystone.registry.py4j;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import py4j.Protocol;
import py4j.Py4JException;
import py4j.Py4JPythonClient;
import py4j.ReturnObject;
import py4j.StringUtil;

/**
 * Py4J's view of one session: its handles, which mean nothing to other sessions, and the way in
 * which its calls are answered. Every call passes here, on whatever connection it comes.
 */
abstract class SessionGateway extends py4j.Gateway {

  /** The id under which {@code drystone} finds the {@link Remote}. */
  static final String REMOTE_ID = "drystone";

  private static final Set<String> RESERVED =
      Set.of(
          REMOTE_ID,
          Protocol.ENTRY_POINT_OBJECT_ID,
          Protocol.DEFAULT_JVM_OBJECT_ID,
          Protocol.GATEWAY_SERVER_ID);

  private final RunningCommands commands;

  SessionGateway(
      Object entryPoint, @Nullable Py4JPythonClient callbacks, RunningCommands commands) {
    super(entryPoint, callbacks);
    this.commands = commands;
  }

  /** The number of objects that the client holds. */
  final long handles() {
    return getBindings().keySet().stream().filter(id -> !RESERVED.contains(id)).count();
  }

  /** Whether that very object is one of those with which every session begins. */
  final boolean isReserved(Object value) {
    return RESERVED.stream().anyMatch(id -> getObject(id) == value);
  }

  /** What is reserved stays, whatever a client's memory management says. */
  @Override
  public final void deleteObject(String id) {
    if (!RESERVED.contains(id)) {
      super.deleteObject(id);
    }
  }

  @Override
  public final ReturnObject invoke(String className, List<Object> arguments) {
    return answer(() -> construct(className, arguments));
  }

  @Override
  public final ReturnObject invoke(String method, String targetId, List<Object> arguments) {
    return answer(() -> call(method, targetId, arguments));
  }

  /** As {@link #invoke(String, String, List)}, with arguments as they came over the wire. */
  final ReturnObject invokeEncoded(String method, String targetId, List<String> arguments) {
    return answer(() -> call(method, targetId, decode(arguments)));
  }

  /**
   * Makes objects of arguments.
   *
   * @throws Py4JException if one is not acceptable
   */
  abstract List<Object> decode(List<String> arguments);

  /** Answers {@code new className(arguments)}. */
  abstract ReturnObject construct(String className, List<Object> arguments);

  /** Answers a call on the object with that id, or a static one if the id names a class. */
  abstract ReturnObject call(String method, String targetId, List<Object> arguments);

  /** The answer to a call that failed. */
  abstract ReturnObject failure(Exception e);

  final ReturnObject asJavaGatewayWould(String className, List<Object> arguments) {
    return super.invoke(className, arguments);
  }

  final ReturnObject asJavaGatewayWould(String method, String targetId, List<Object> arguments) {
    return super.invoke(method, targetId, arguments);
  }

  /** An error that is only a text. */
  static ReturnObject error(String message) {
    ReturnObject error = ReturnObject.getErrorReturnObject();
    error.setCommandPart(
        String.valueOf(Protocol.ERROR) + Protocol.STRING_TYPE + StringUtil.escape(message));
    return error;
  }

  private ReturnObject answer(Callable<ReturnObject> call) {
    try {
      return commands.run(call);
    } catch (Exception e) {
      return failure(e);
    }
  }
}

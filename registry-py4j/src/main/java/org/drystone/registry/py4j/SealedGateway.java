package org.drystone.registry.py4j;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drystone.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import py4j.Protocol;
import py4j.Py4JException;
import py4j.Py4JJavaException;
import py4j.ReturnObject;

/**
 * Answers for sealed users: methods of what the host has opened, and nothing else. There is no view
 * of the JVM, no server, no way back to the client, and no exception object with a stack trace.
 */
final class SealedGateway extends SessionGateway {

  private final Client client;
  private final SealedSurface surface;

  SealedGateway(
      Client client,
      Object entryPoint,
      Object remote,
      Set<Class<?>> allowed,
      RunningCommands commands) {
    super(entryPoint, null, commands);
    this.client = client;
    this.surface = new SealedSurface(allowed, List.of(entryPoint, remote));
    putObject(Protocol.ENTRY_POINT_OBJECT_ID, entryPoint);
    setStarted(true);
  }

  /**
   * A reference must be known, and Python functions are refused: they would load any class by its
   * name and call the client back.
   */
  @Override
  List<Object> decode(List<String> arguments) {
    List<Object> decoded = new ArrayList<>();
    for (String argument : arguments) {
      if (Protocol.isPythonProxy(argument)) {
        throw refused("Python functions are");
      }
      @Nullable Object value = Protocol.getObject(argument, this);
      if (value == null && Protocol.isReference(argument)) {
        throw refused("The object " + argument.substring(1) + " is");
      }
      decoded.add(value);
    }
    return decoded;
  }

  @Override
  ReturnObject construct(String className, List<Object> arguments) {
    throw refused("Constructors are");
  }

  @Override
  ReturnObject call(String method, String targetId, List<Object> arguments) {
    @Nullable Object target = getObject(targetId);
    if (target == null) {
      throw refused("\"" + targetId + "\" is");
    }
    List<Method> methods = surface.methods(target, method);
    if (methods.isEmpty()) {
      throw refused("The method " + method + " is");
    }
    return getReturnObject(
        Invocation.best(methods, arguments)
            .orElseThrow(() -> new Py4JException("No method " + method + " takes these arguments"))
            .on(target));
  }

  /** What the host's code says of its failures, such as paths and queries, stays at the hub. */
  @Override
  ReturnObject failure(Exception e) {
    @Nullable Throwable thrown = e instanceof Py4JJavaException ? e.getCause() : null;
    Throwable cause = thrown == null ? e : thrown;
    if (cause instanceof RegistryException || (thrown == null && e instanceof Py4JException)) {
      return error(String.valueOf(cause.getMessage()));
    }
    return error(
        "The call failed: " + Incident.logged(client, "A sealed user's call", cause).reason());
  }

  private static Py4JException refused(String what) {
    return new Py4JException(
        what + " not open to sealed users; the owner of the hub can allow a type");
  }
}

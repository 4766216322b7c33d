package org.drystone.registry.py4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.SessionExtension;
import org.jspecify.annotations.Nullable;
import py4j.Protocol;
import py4j.Py4JException;
import py4j.ReturnObject;

/** Answers for users with the right to the whole JVM: the engine first, then the JVM. */
final class JvmGateway extends SessionGateway {

  private static final Set<String> ENDS_THE_JVM = Set.of("exit", "halt");

  private final SessionCallbacks callbacks;
  private final SessionExtension extension;

  JvmGateway(
      Object entryPoint,
      SessionCallbacks callbacks,
      RunningCommands commands,
      SessionExtension extension) {
    super(entryPoint, callbacks, commands);
    this.callbacks = callbacks;
    this.extension = extension;
    callbacks.setGateway(this);
    putObject(Protocol.GATEWAY_SERVER_ID, new GatewayServerFace(this));
    startup();
  }

  /** Lets Python functions that a call on this connection's thread needs run on the connection. */
  void pin(Connection connection) {
    callbacks.setPerThreadConnection(connection);
  }

  /** Forgets a connection that has ended. */
  void unpin(Connection connection) {
    callbacks.connectionStopped(connection);
  }

  @Override
  List<Object> decode(List<String> arguments) {
    List<Object> decoded = new ArrayList<>();
    arguments.forEach(argument -> decoded.add(Protocol.getObject(argument, this)));
    return decoded;
  }

  @Override
  ReturnObject construct(String className, List<Object> arguments) {
    Answer answer = extension.construct(className, arguments);
    return answer instanceof Answer.Pass
        ? asJavaGatewayWould(
            className, Varargs.forConstructor(getReflectionEngine(), className, arguments))
        : answered(answer);
  }

  @Override
  ReturnObject call(String method, String targetId, List<Object> arguments) {
    return targetId.startsWith(Protocol.STATIC_PREFIX)
        ? callStatic(method, targetId, arguments)
        : callObject(method, targetId, arguments);
  }

  /** Py4J lets the client see Java's exceptions as objects, with their stack traces. */
  @Override
  ReturnObject failure(Exception e) {
    return e instanceof Py4JException
        ? ReturnObject.getErrorReturnObject(e)
        : ReturnObject.getErrorReferenceReturnObject(putNewObject(e));
  }

  private ReturnObject callStatic(String method, String targetId, List<Object> arguments) {
    String className = targetId.substring(Protocol.STATIC_PREFIX.length());
    if (className.equals("java.lang.System") && method.equals("exit")) {
      throw endsTheHub(className, method);
    }
    Answer answer = extension.callStatic(className, method, arguments);
    return answer instanceof Answer.Pass
        ? asJavaGatewayWould(
            method,
            targetId,
            Varargs.forStatic(getReflectionEngine(), className, method, arguments))
        : answered(answer);
  }

  private ReturnObject callObject(String method, String targetId, List<Object> arguments) {
    Object target = known(targetId);
    if (target instanceof Runtime && ENDS_THE_JVM.contains(method)) {
      throw endsTheHub("java.lang.Runtime", method);
    }
    Answer answer = extension.call(target, method, arguments);
    return answer instanceof Answer.Pass
        ? asJavaGatewayWould(
            method, targetId, Varargs.forCall(getReflectionEngine(), target, method, arguments))
        : answered(answer);
  }

  private Object known(String targetId) {
    @Nullable Object target = getObject(targetId);
    if (target == null) {
      throw new Py4JException("There is no object " + targetId + " in this session");
    }
    return target;
  }

  private ReturnObject answered(Answer answer) {
    return answer instanceof Answer.Value value
        ? getReturnObject(value.value())
        : ReturnObject.getVoidReturnObject();
  }

  private static Py4JException endsTheHub(String className, String method) {
    return new Py4JException(
        className + "." + method + " was refused: it would end the hub for everyone");
  }
}

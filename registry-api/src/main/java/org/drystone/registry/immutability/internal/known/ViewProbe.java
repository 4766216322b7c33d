package org.drystone.registry.immutability.internal.known;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what lies behind an unmodifiable view of the JDK's whose fields are closed.
 *
 * <p>The view is asked whether it contains, or if it is empty whether it equals, an object of ours.
 * It asks the collection behind the very same, and that calls our object: then the Java stack shows
 * whose code does so, by the classes themselves, not by names. If the view called a method of the
 * JDK's immutable collections, one of these is behind it.
 *
 * <p>Otherwise anybody's code may have been asked. Whatever it does is no answer, not even to pass
 * the question on to an immutable collection.
 */
public final class ViewProbe implements InvocationHandler {

  private static final Set<StackWalker.Option> OPTIONS =
      Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES);

  private final Thread asking = Thread.currentThread();

  /** The class whose method answered; only for the thread that asks. */
  private @Nullable Class<?> answering;

  private ViewProbe() {}

  /** Whether an immutable collection of the JDK's is behind the view; never throws. */
  public static boolean findsImmutable(Object view) {
    ViewProbe probe = new ViewProbe();
    try {
      Question.ask(view, probe.object(view));
    } catch (Exception | Error e) {
      // An exception of ours ends the question, and those of others are no answer.
    }
    return isSure(probe.answering) || (probe.answering != null && isEmpty(view));
  }

  private static boolean isEmpty(Object view) {
    return view instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) view).isEmpty();
  }

  /** An object that collections may take for one of their kind. */
  private Object object(Object view) {
    Class<?> kind = view instanceof Map ? Map.class : view instanceof Set ? Set.class : List.class;
    return Proxy.newProxyInstance(ViewProbe.class.getClassLoader(), new Class<?>[] {kind}, this);
  }

  @Override
  public Object invoke(Object object, Method method, Object @Nullable [] arguments) {
    if (Thread.currentThread() == asking) {
      answering = StackWalker.getInstance(OPTIONS).walk(calls -> answering(calls.toList()));
    }
    throw new AnsweredException();
  }

  /**
   * The innermost class of the JDK's immutable collections whose method works for the view; null if
   * there is none, or if another question came in between.
   */
  private static @Nullable Class<?> answering(List<StackFrame> calls) {
    List<Class<?>> classes = calls.stream().<Class<?>>map(StackFrame::getDeclaringClass).toList();
    int place = classes.indexOf(Question.class);
    if (place < classes.lastIndexOf(Question.class)) {
      return null;
    }
    place--;
    while (place >= 0 && ProbedTypes.isView(classes.get(place))) {
      place--;
    }
    Class<?> found = null;
    for (; place >= 0 && !isSure(found) && ProbedTypes.isBase(classes.get(place)); place--) {
      found = classes.get(place);
    }
    return found;
  }

  private static boolean isSure(@Nullable Class<?> answering) {
    return answering != null && ProbedTypes.isImmutable(answering);
  }

  /** A class of its own, so that the stack shows where a question begins. */
  private static final class Question {

    private Question() {}

    @SuppressWarnings("UndefinedEquals") // Only to see who compares.
    static boolean ask(Object view, Object object) {
      if (view instanceof Map<?, ?> map) {
        return map.isEmpty() ? map.equals(object) : map.containsKey(object);
      }
      Collection<?> collection = (Collection<?>) view;
      return collection.isEmpty() ? collection.equals(object) : collection.contains(object);
    }
  }

  /** There is nothing more to learn. */
  private static final class AnsweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnsweredException() {
      super("This object cannot be used", null, false, false);
    }
  }
}

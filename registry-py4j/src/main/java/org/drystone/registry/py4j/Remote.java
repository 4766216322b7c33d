package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Callable;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Ref;
import org.drystone.registry.RegistryException;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.jspecify.annotations.Nullable;

/**
 * The object with the reserved id {@code drystone}: what the Python package of that name calls.
 * {@code docs/protocol.md} describes it. Its public methods are open to every user.
 */
final class Remote {

  private final Session session;
  private final Verbs verbs;

  Remote(Session session, Hub hub) {
    this.session = session;
    this.verbs = new Verbs(session, hub);
  }

  /** Runs a verb; never throws. */
  public String call(@Nullable String verb, @Nullable String arguments) {
    String name = String.valueOf(verb);
    return enveloped(
        name,
        () -> {
          Verb known = verbs.named(name);
          Arguments read = new Arguments(Json.parseObject(arguments));
          return session.commands().interruptibly(verbs.kind(name), () -> known.answer(read));
        });
  }

  /** Publishes a live object, none that is reserved; never throws. */
  public String publishObject(@Nullable String arguments, @Nullable Object value) {
    return enveloped(
        "publishObject",
        () -> {
          Arguments read = new Arguments(Json.parseObject(arguments));
          refuseReserved(value);
          PublishVerbs verb = new PublishVerbs(session.client().registry());
          return session
              .commands()
              .interruptibly(Interruption.Kind.WORK, () -> verb.publish(read, value));
        });
  }

  /**
   * The live object itself.
   *
   * @throws NotPermittedException for sealed users
   * @throws RegistryException as {@link org.drystone.registry.Registry#get}
   */
  public Object object(String reference) {
    if (session.client().right() != GatewayRight.JVM) {
      throw new NotPermittedException(
          "The object of " + reference + " was not given out",
          "live objects are for users with the right jvm",
          "Read it as a value or as a table");
    }
    return session.client().registry().get(Ref.parse(reference));
  }

  /**
   * The bytes of an export that was announced in this session, once.
   *
   * @throws org.drystone.registry.NotFoundException if there is no such export any more
   */
  public ReadableByteChannel stream(String exportId) {
    return new ExportChannel(session.exports().take(exportId));
  }

  /** Others would act through it as this session. */
  private void refuseReserved(@Nullable Object value) {
    if (value != null && session.gateway().isReserved(value)) {
      throw new InvalidArgumentException(
          "The object was not published",
          "it belongs to this session: it is its entry point, or what the session talks through",
          "Publish a value");
    }
  }

  private String enveloped(String verb, Callable<JsonElement> body) {
    try {
      return Envelope.ok(body.call());
    } catch (RegistryException e) {
      return Envelope.error(e);
    } catch (Exception | StackOverflowError e) {
      Incident incident = Incident.logged(session.client(), "The verb " + verb, e);
      return Envelope.error(
          Envelope.INTERNAL,
          "The hub failed to answer " + verb,
          incident.reason(),
          "Tell the owner of the hub");
    }
  }
}

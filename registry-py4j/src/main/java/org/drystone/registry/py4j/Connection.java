package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.NotPermittedException;
import org.jspecify.annotations.Nullable;
import py4j.ClientServerConnection;
import py4j.GatewayConnection;
import py4j.Protocol;
import py4j.Py4JException;
import py4j.StringUtil;
import py4j.commands.Command;
import py4j.commands.ShutdownGatewayServerCommand;

/**
 * One connection of a client. It belongs to no session until its token was accepted; then it serves
 * the commands of its session, one at a time, on a thread of its own. A second thread reads the
 * socket, see {@link InputPump}.
 */
final class Connection extends ClientServerConnection {

  private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

  private final Server server;
  private final InputPump pump;
  private final long opened = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Session session;

  /** Commands that this connection is in: a callback asks for more while the first one runs. */
  private int depth;

  Connection(Server server, Socket socket) throws IOException {
    super(null, socket, null, null, server, 0, null);
    this.server = server;
    this.pump =
        new InputPump(socket.getInputStream(), server.limits().greetingLine(), this::inputHasEnded);
    this.reader = new BufferedReader(new InputStreamReader(pump, StandardCharsets.UTF_8));
    Command authentication = new AuthenticationCommand(this);
    commands.put(authentication.getCommandName(), authentication);
  }

  /** The connection whose thread this is; empty on threads of the engine. */
  static Optional<Connection> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Py4J calls this in its constructor too, when there is no session yet. */
  @Override
  protected void initCommands(py4j.Gateway gateway, List<Class<? extends Command>> types) {
    if (gateway != null) {
      super.initCommands(gateway, types);
    }
  }

  @Override
  public void startServerConnection() {
    String name = "drystone-client-" + socket.getPort();
    jvmThread = new Thread(this, name);
    jvmThread.setDaemon(true);
    pump.start(name + "-input");
    jvmThread.start();
  }

  @Override
  public void run() {
    CURRENT.set(this);
    waitForCommands();
  }

  /**
   * Joins the session that the token leads to.
   *
   * @throws org.drystone.registry.RegistryException if it leads to none
   */
  void authenticate(String token) {
    Session joined = server.join(ClientToken.parse(token), this);
    session = joined;
    if (over.get()) {
      // It was given up while it waited for its session, and could not leave it yet.
      joined.leave(this);
    }
    pump.lineLimit(server.limits().line());
    commands.clear();
    new CommandSet(joined).installOn(this);
  }

  /** Py4J's own commands, but for the one that shuts the server down. */
  void installPy4J(SessionGateway gateway) {
    initCommands(gateway, GatewayConnection.getBaseCommands());
    commands.remove(ShutdownGatewayServerCommand.SHUTDOWN_GATEWAY_SERVER_COMMAND_NAME);
  }

  void install(SessionGateway gateway, Command command) {
    command.init(gateway, this);
    commands.put(command.getCommandName(), command);
  }

  void trackAll() {
    commands.replaceAll((name, command) -> new TrackedCommand(command, this));
  }

  /**
   * A command begins.
   *
   * @throws Py4JException if the session takes no more commands
   */
  void begin() {
    Session mine = session;
    if (depth == 0 && mine != null && !mine.activity().begin()) {
      throw new Py4JException("The hub takes no more commands: the session or the hub is closing");
    }
    depth++;
  }

  /** A command has ended, its answer sent. */
  void end() {
    depth--;
    Session mine = session;
    if (depth == 0 && mine != null) {
      mine.activity().end();
      mine.endIfAsked();
    }
  }

  /** Whether the client is gone, or this side has given the connection up. */
  boolean isOver() {
    return over.get() || pump.hasEnded();
  }

  /** How long this connection has been there, in nanoseconds. */
  long age() {
    return System.nanoTime() - opened;
  }

  /** Reads the answer to a call that must not wait, with a limit on this thread's side. */
  @Override
  protected String readNonBlockingResponse(Socket ignored, BufferedReader input)
      throws IOException {
    pump.timeout(nonBlockingReadTimeout);
    try {
      return input.readLine();
    } finally {
      pump.timeout(0);
    }
  }

  /** Py4J would send a stack trace, also to strangers and to those who are gone. */
  @Override
  protected void quietSendFatalError(BufferedWriter output, Throwable e) {
    if (isOver()) {
      return;
    }
    try {
      output.write(session == null ? strangersError() : fatalError(e));
      output.flush();
    } catch (IOException gone) {
      server.log("A client went away before it could be told: " + e);
    }
  }

  /**
   * Ends the connection, once.
   *
   * @param reset whether the client shall see a broken connection instead of an ended one
   */
  @Override
  public void shutdown(boolean reset) {
    if (over.compareAndSet(false, true)) {
      // A stranger must be able to read why it was refused.
      super.shutdown(reset && session != null);
      pump.close();
      server.left(this, Optional.ofNullable(session));
    }
  }

  private void inputHasEnded() {
    Session mine = session;
    if (mine != null) {
      mine.commands().cancelOf(this);
    }
  }

  private static String strangersError() {
    return AuthenticationCommand.refusal(
        new NotPermittedException(
            "The connection was refused",
            "its first command showed no token",
            "Give the token that the owner of the hub made for you, as auth_token"));
  }

  private static String fatalError(Throwable e) {
    return String.valueOf(Protocol.RETURN_MESSAGE)
        + Protocol.FATAL_ERROR
        + Protocol.STRING_TYPE
        + StringUtil.escape(String.valueOf(e.getMessage()))
        + Protocol.END_OUTPUT;
  }
}

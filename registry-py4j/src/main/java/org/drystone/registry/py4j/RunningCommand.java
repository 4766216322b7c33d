package org.drystone.registry.py4j;

import java.util.Optional;
import org.drystone.registry.py4j.spi.CommandId;

/**
 * One command while it runs.
 *
 * @param id its name, unique in the JVM
 * @param connection whence it came; empty for what a callback's connection asks
 * @param interruption how to end its waiting
 */
record RunningCommand(CommandId id, Optional<Connection> connection, Interruption interruption) {}

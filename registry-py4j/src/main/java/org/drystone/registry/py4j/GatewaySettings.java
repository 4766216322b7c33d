package org.drystone.registry.py4j;

import java.util.Set;
import java.util.function.Function;
import org.drystone.registry.Hub;
import org.drystone.registry.py4j.spi.GatewayExtension;

/**
 * What all sessions of a gateway have in common.
 *
 * @param hub what the clients come for
 * @param users who may come
 * @param extension the engine's part
 * @param entryPoints makes each session's entry point
 * @param allowed types whose methods sealed users may call
 * @param peers tells programs apart
 * @param limits the limits
 */
record GatewaySettings(
    Hub hub,
    Users users,
    GatewayExtension extension,
    Function<? super Session, ?> entryPoints,
    Set<Class<?>> allowed,
    Peers peers,
    Limits limits) {}

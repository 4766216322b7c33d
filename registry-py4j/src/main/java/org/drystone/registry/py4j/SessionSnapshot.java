package org.drystone.registry.py4j;

import org.drystone.registry.Principal;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * What a gateway tells of one client program, at one moment.
 *
 * @param id the session, as {@code hello} tells it to the client
 * @param user whose program it is
 * @param right what the user may do
 * @param connections the open connections
 * @param handles the objects that the client holds
 */
public record SessionSnapshot(
    String id, Principal user, GatewayRight right, int connections, long handles) {}

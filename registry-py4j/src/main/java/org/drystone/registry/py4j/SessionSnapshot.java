package org.drystone.registry.py4j;

import org.drystone.registry.Principal;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * What a gateway tells of one client program, at one moment.
 *
 * @param id the session, as its {@link org.drystone.registry.Caller} names it
 * @param user whose program it is
 * @param right what the user may do
 * @param connections the open connections
 * @param handles the objects that the client holds
 */
public record SessionSnapshot(
    SessionId id, Principal user, GatewayRight right, int connections, long handles) {}

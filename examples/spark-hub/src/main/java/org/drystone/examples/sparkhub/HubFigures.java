package org.drystone.examples.sparkhub;

/**
 * How a hub is doing, at one moment.
 *
 * @param cachedTables the tables that lie in the cluster's memory
 * @param cachedBytes the memory that they take
 * @param runningJobs the Spark jobs of all users
 * @param otherSessions the client programs that are attached, beside the one that asks
 * @param otherHandles the objects that those programs hold
 */
public record HubFigures(
    int cachedTables, long cachedBytes, int runningJobs, int otherSessions, long otherHandles) {}

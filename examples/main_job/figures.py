"""What the hub tells of itself, asked over plain Py4J through its own entry point."""

from dataclasses import dataclass

from py4j.java_gateway import GatewayParameters, JavaGateway

from main_job.hub_process import HubProcess


@dataclass(frozen=True)
class Figures:
    """How the hub is doing, at one moment.

    Attributes:
        cached_tables: the tables in the cluster's memory.
        cached_bytes: the memory that they take.
        running_jobs: the Spark jobs of all users.
        other_sessions: the programs that are attached, beside this one.
        other_handles: the objects that they hold.
    """

    cached_tables: int
    cached_bytes: int
    running_jobs: int
    other_sessions: int
    other_handles: int

    @property
    def cached(self) -> tuple[int, int]:
        """Tables and bytes in the cluster's memory."""
        return self.cached_tables, self.cached_bytes

    @property
    def nothing_left(self) -> bool:
        """Whether no client, and nothing of one, is there."""
        return (self.running_jobs, self.other_sessions, self.other_handles) == (0, 0, 0)


def ask(hub: HubProcess, user: str) -> Figures:
    """Asks as that user, who may be sealed."""
    gateway = JavaGateway(gateway_parameters=GatewayParameters(port=hub.port, auth_token=hub.token(user)))
    try:
        figures = gateway.entry_point.figures()
        return Figures(
            figures.cachedTables(),
            figures.cachedBytes(),
            figures.runningJobs(),
            figures.otherSessions(),
            figures.otherHandles(),
        )
    finally:
        gateway.close()

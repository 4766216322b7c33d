package org.drystone.registry.immutability.internal.ownership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which helpers were given a container as an argument, by which calls, and what they gave back. */
final class Returns {

  private record Given(Alias alias, MethodInsnNode call) {

    Alias back(Result result) {
      return alias.derived(call, result.kind()).at(result.level());
    }
  }

  private record Result(Kind kind, int level) {}

  private final Map<MethodFlow, Set<Given>> given = new HashMap<>();
  private final Map<MethodFlow, Set<Result>> results = new HashMap<>();

  /** Notes a call; answers what its result is known to be. */
  List<Alias> give(MethodFlow helper, Alias alias, MethodInsnNode call) {
    Given next = new Given(alias, call);
    given.computeIfAbsent(helper, flow -> new LinkedHashSet<>()).add(next);
    return results.getOrDefault(helper, Set.of()).stream().map(next::back).toList();
  }

  /** Notes a return; answers what the results of the calls are then. */
  List<Alias> giveBack(Alias returned) {
    MethodFlow helper = returned.flow();
    Result result = new Result(returned.kind(), returned.level());
    results.computeIfAbsent(helper, flow -> new HashSet<>()).add(result);
    return given.getOrDefault(helper, Set.of()).stream().map(call -> call.back(result)).toList();
  }
}
